/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/discard.h"
#include "dialogs/import-dialog.h"
#include "dialogs/import-row.h"
#include "record/agreement.h"
#include "widgets/dialog-title.h"
#include "widgets/announce.h"
#include "widgets/focus.h"
#include "widgets/plain-row.h"

/* So many frames a row may take */
#define MOST_LOOKS 10

struct _SamenImportDialog
{
  AdwDialog parent_instance;
  SamenCovenantDraft *draft;
  GtkCustomFilter *filter; /* which pieces are shown */
  GtkOrientation row_orientation;
  gboolean filling; /* the title and kind follow the text */
  gboolean titled;  /* somebody typed a title */
  gboolean kinded;  /* and chose a kind */
  guint looks;      /* how often a row was looked for that is not there yet */

  AdwNavigationView *navigation;
  GtkWidget *import_button;
  AdwPreferencesGroup *head;
  AdwEntryRow *title_row;
  AdwComboRow *kind_row;
  GtkListBox *found_list;
  GtkDropDown *filter_drop;
  GtkWidget *undo_button;
  GtkStack *stack;
  GtkListView *list;
};

enum
{
  PROP_ROW_ORIENTATION = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint confirmed_signal;

G_DEFINE_FINAL_TYPE (SamenImportDialog, samen_import_dialog, ADW_TYPE_DIALOG)

/* ---- what was found ---- */

static const SamenField *
kind_field (void)
{
  return samen_record_class_find (samen_record_class_of (SAMEN_TYPE_AGREEMENT), "kind");
}

/* The title and kind, as long as nobody chose these */

static void
show_kind (SamenImportDialog *self)
{
  const SamenCovenantText *text = samen_covenant_draft_get_text (self->draft);

  if (self->kinded)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (
      self->kind_row,
      (guint) samen_field_choice_index (kind_field (), samen_covenant_import_kind (text)));
  self->filling = FALSE;
}

static void
show_head (SamenImportDialog *self)
{
  const SamenCovenantText *text = samen_covenant_draft_get_text (self->draft);

  self->filling = TRUE;
  if (!self->titled)
    {
      g_autofree char *title = samen_covenant_import_title (text);

      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
    }
  self->filling = FALSE;
  show_kind (self);
}

static void
show_found (SamenImportDialog *self)
{
  SamenCovenantSummary summary;
  g_auto (GStrv) lines = NULL;

  samen_covenant_import_summarise (samen_covenant_draft_get_text (self->draft), &summary);
  lines = samen_covenant_summary_describe (&summary);
  gtk_list_box_remove_all (self->found_list);
  for (guint i = 0; lines[i] != NULL; i++)
    gtk_list_box_append (self->found_list, samen_plain_row (lines[i], NULL));
}

/* What was chosen and corrected is not lost without asking */
static void
update_can_close (SamenImportDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->titled && !self->kinded &&
                                                   !samen_covenant_draft_can_undo (self->draft));
}

static void
title_changed_cb (SamenImportDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  if (self->filling || self->draft == NULL)
    return;
  self->titled = *title != '\0';
  samen_covenant_draft_set_title (self->draft, title);
  update_can_close (self);
  show_kind (self);
}

static void
kind_changed_cb (SamenImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->filling || self->draft == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->kinded = TRUE;
  update_can_close (self);
  samen_covenant_draft_set_kind (self->draft, kind_field ()->choices[selected].name);
}

static void
set_up_kinds (SamenImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const SamenField *field = kind_field ();

  for (guint i = 0; field->choices[i].name != NULL; i++)
    gtk_string_list_append (names,
                            g_dpgettext2 (GETTEXT_PACKAGE, "choice", field->choices[i].label));
  self->filling = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/* ---- which paragraphs are shown ---- */

#define AS(kind) (1u << SAMEN_COVENANT_TEXT_AS_##kind)

static const struct
{
  const char *label;
  guint shown; /* of SamenCovenantTextAs */
} filters[] = {
  { N_ ("All Paragraphs"), G_MAXUINT },
  { N_ ("Headings"), AS (TITLE) | AS (CHAPTER) | AS (ARTICLE) | AS (ANNEX) },
  { N_ ("Parties"), AS (PARTY) },
  { N_ ("Considerations"), AS (CONSIDERATION) },
  { N_ ("Text"), AS (TEXT) },
  { N_ ("Left Out"), AS (LEFT_OUT) },
};

#undef AS

static gboolean
is_shown (gpointer item, gpointer data)
{
  SamenImportDialog *self = data;
  SamenCovenantPiece *piece = item;
  guint selected = gtk_drop_down_get_selected (self->filter_drop);

  return selected >= G_N_ELEMENTS (filters) || (filters[selected].shown & (1u << piece->as)) != 0;
}

static void
show_stack (SamenImportDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "pieces" : "nothing");
}

static void
filter_changed_cb (SamenImportDialog *self)
{
  if (self->draft == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
set_up_filters (SamenImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (names, _ (filters[i].label));
  gtk_drop_down_set_model (self->filter_drop, G_LIST_MODEL (names));
}

/* ---- the paragraphs ---- */

static void
setup_cb (SamenImportDialog *self, GtkListItem *item)
{
  SamenImportRow *row = samen_import_row_new (self->draft);

  g_object_bind_property (self, "row-orientation", row, "orientation", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
bind_cb (SamenImportDialog *self, GtkListItem *item)
{
  SamenCovenantPiece *piece = gtk_list_item_get_item (item);

  samen_import_row_show (SAMEN_IMPORT_ROW (gtk_list_item_get_child (item)), piece);
  gtk_list_item_set_accessible_label (item, piece->text);
  gtk_list_item_set_accessible_description (item, samen_import_kind (piece->as));
}

static void
unbind_cb (SamenImportDialog *self, GtkListItem *item)
{
  samen_import_row_show (SAMEN_IMPORT_ROW (gtk_list_item_get_child (item)), NULL);
}

static SamenImportRow *
find_row (GtkWidget *list, SamenCovenantPiece *piece)
{
  for (GtkWidget *it = gtk_widget_get_first_child (list); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      GtkWidget *row = gtk_widget_get_first_child (it);

      if (SAMEN_IS_IMPORT_ROW (row) && samen_import_row_get_piece (SAMEN_IMPORT_ROW (row)) == piece)
        return SAMEN_IMPORT_ROW (row);
    }
  return NULL;
}

static void
activated_cb (SamenImportDialog *self, guint place)
{
  g_autoptr (SamenCovenantPiece) piece =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), place);
  SamenImportRow *row = find_row (GTK_WIDGET (self->list), piece);

  if (row != NULL)
    samen_import_row_choose (row);
}

/* The place of the paragraph with that line, or of the last one above it */
static guint
find_place (SamenImportDialog *self, guint line)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  guint place = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SamenCovenantPiece) piece = g_list_model_get_item (model, i);

      if (piece->line > line)
        break;
      place = i;
      if (piece->line == line)
        break;
    }
  return place;
}

/* Goes back to the paragraph that was corrected: another row by now, that has its place a frame later */
static gboolean
go_to_line_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SamenImportDialog *self = SAMEN_IMPORT_DIALOG (widget);
  guint place = find_place (self, GPOINTER_TO_UINT (data));
  g_autoptr (SamenCovenantPiece) piece =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), place);
  SamenImportRow *row = piece != NULL ? find_row (GTK_WIDGET (self->list), piece) : NULL;

  if (piece == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->filter_drop));
      return G_SOURCE_REMOVE;
    }
  if (row == NULL)
    gtk_list_view_scroll_to (self->list, place, GTK_LIST_SCROLL_NONE, NULL);
  else
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  /* While the menu goes, the window takes the focus away again */
  if ((row == NULL || gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL) &&
      self->looks++ < MOST_LOOKS)
    return G_SOURCE_CONTINUE;
  samen_announce (self, samen_import_kind (piece->as));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SamenImportDialog *self, guint line)
{
  show_head (self);
  show_found (self);
  show_stack (self);
  update_can_close (self);
  self->looks = 0;
  if (line > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), go_to_line_cb, GUINT_TO_POINTER (line), NULL);
}

static void
set_up_list (SamenImportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkFilterListModel) shown = NULL;
  g_autoptr (GtkNoSelection) model = NULL;

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  shown = gtk_filter_list_model_new (g_object_ref (samen_covenant_draft_get_pieces (self->draft)),
                                     g_object_ref (GTK_FILTER (self->filter)));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (shown)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
check_cb (SamenImportDialog *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "text");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
undo_cb (SamenImportDialog *self)
{
  samen_covenant_draft_undo (self->draft);
}

static gboolean
undo_key_cb (GtkWidget *widget, GVariant *unused, gpointer data)
{
  SamenImportDialog *self = SAMEN_IMPORT_DIALOG (widget);
  const char *tag = adw_navigation_view_get_visible_page_tag (self->navigation);

  if (g_strcmp0 (tag, "text") != 0)
    return GDK_EVENT_PROPAGATE;
  undo_cb (self);
  return GDK_EVENT_STOP;
}

/* ---- the dialog ---- */

static void
cancel_cb (SamenImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (SamenImportDialog *self)
{
  samen_ask_to_discard (ADW_DIALOG (self));
}

static void
import_cb (SamenImportDialog *self)
{
  g_signal_emit (self, confirmed_signal, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
is_free (GBinding *binding, const GValue *busy, GValue *sensitive, gpointer data)
{
  g_value_set_boolean (sensitive, !g_value_get_boolean (busy));
  return TRUE;
}

static void
samen_import_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_ROW_ORIENTATION)
    g_value_set_enum (value, (int) SAMEN_IMPORT_DIALOG (object)->row_orientation);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samen_import_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_ROW_ORIENTATION)
    {
      SAMEN_IMPORT_DIALOG (object)->row_orientation = (GtkOrientation) g_value_get_enum (value);
      g_object_notify_by_pspec (object, spec);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samen_import_dialog_dispose (GObject *object)
{
  SamenImportDialog *self = SAMEN_IMPORT_DIALOG (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->filter);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (samen_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (klass, "/samenspel/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, navigation);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, import_button);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, head);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, title_row);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, kind_row);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, found_list);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, filter_drop);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, undo_button);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, stack);
  gtk_widget_class_bind_template_child (klass, SamenImportDialog, list);
  gtk_widget_class_bind_template_callback (klass, cancel_cb);
  gtk_widget_class_bind_template_callback (klass, close_attempt_cb);
  gtk_widget_class_bind_template_callback (klass, import_cb);
  gtk_widget_class_bind_template_callback (klass, title_changed_cb);
  gtk_widget_class_bind_template_callback (klass, kind_changed_cb);
  gtk_widget_class_bind_template_callback (klass, filter_changed_cb);
  gtk_widget_class_bind_template_callback (klass, check_cb);
  gtk_widget_class_bind_template_callback (klass, undo_cb);
  gtk_widget_class_bind_template_callback (klass, activated_cb);
}

static void
samen_import_dialog_class_init (SamenImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = samen_import_dialog_get_property;
  object_class->set_property = samen_import_dialog_set_property;
  object_class->dispose = samen_import_dialog_dispose;
  props[PROP_ROW_ORIENTATION] = g_param_spec_enum (
      "row-orientation", NULL, NULL, GTK_TYPE_ORIENTATION, GTK_ORIENTATION_HORIZONTAL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  confirmed_signal = g_signal_new ("confirmed", SAMEN_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb,
                                NULL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
samen_import_dialog_init (SamenImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_kinds (self);
  set_up_filters (self);
}

SamenImportDialog *
samen_import_dialog_new (SamenCovenantDraft *draft, gboolean makes_dossier)
{
  SamenImportDialog *self = g_object_new (SAMEN_TYPE_IMPORT_DIALOG, NULL);

  self->draft = g_object_ref (draft);
  if (!makes_dossier)
    adw_preferences_group_set_description (
        self->head,
        _ ("This was found in the text. It becomes a covenant in this dossier, in which all "
           "of it can be changed; nothing has been written yet."));
  g_object_bind_property (draft, "can-undo", self->undo_button, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (draft, "busy", self->import_button, "sensitive",
                               G_BINDING_SYNC_CREATE, is_free, NULL, NULL, NULL);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), self);
  set_up_list (self);
  show_head (self);
  show_found (self);
  show_stack (self);
  samen_focus_in_dialog (ADW_DIALOG (self), self->import_button);
  return self;
}
