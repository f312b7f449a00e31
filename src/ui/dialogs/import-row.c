/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/import-row.h"
#include "record/organisation.h"

/* How far a part stands to the right of what it is part of */
#define INDENT 18
/* The words of a button stand so far from its edge; so do those below it. */
#define BUTTON_PADDING 10
#define KIND_WIDTH 168
#define NOTHING SAMEN_COVENANT_TEXT_AS_SIGNATURE /* which cannot be asked for */

struct _SamenImportRow
{
  GtkBox parent_instance;
  SamenCovenantDraft *draft;
  SamenCovenantPiece *piece;
  GSimpleActionGroup *actions;
  SamenCovenantTextAs pending; /* what was chosen while the menu closes, or NOTHING */

  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  GtkWidget *corrected_image;
  GtkWidget *text_box;
  GtkLabel *text_label;
  GtkLabel *alias_label;
  GtkLabel *persons_label;
  GtkMenuButton *side_button;
};

G_DEFINE_FINAL_TYPE (SamenImportRow, samen_import_row, GTK_TYPE_BOX)

/* ---- the words ---- */

/* In the order of the menu; those that cannot be chosen come last */
static const struct
{
  SamenCovenantTextAs as;
  const char *label;
} kinds[] = {
  { SAMEN_COVENANT_TEXT_AS_TITLE, NC_ ("paragraph", "Title") },
  { SAMEN_COVENANT_TEXT_AS_PARTY, NC_ ("paragraph", "Party") },
  { SAMEN_COVENANT_TEXT_AS_CONSIDERATION, NC_ ("paragraph", "Consideration") },
  { SAMEN_COVENANT_TEXT_AS_CHAPTER, NC_ ("paragraph", "Chapter") },
  { SAMEN_COVENANT_TEXT_AS_ARTICLE, NC_ ("paragraph", "Article") },
  { SAMEN_COVENANT_TEXT_AS_CLAUSE, NC_ ("paragraph", "Clause") },
  { SAMEN_COVENANT_TEXT_AS_PART, NC_ ("paragraph", "Part") },
  { SAMEN_COVENANT_TEXT_AS_ANNEX, NC_ ("paragraph", "Annex") },
  { SAMEN_COVENANT_TEXT_AS_TEXT, NC_ ("paragraph", "Text") },
  { SAMEN_COVENANT_TEXT_AS_CLOSING, NC_ ("paragraph", "Closing Words") },
  { SAMEN_COVENANT_TEXT_AS_LEFT_OUT, NC_ ("paragraph", "Left Out") },
  /* Translators: words that lead to the parties, the considerations or the articles, such as "Whereas" */
  { SAMEN_COVENANT_TEXT_AS_OPENING, NC_ ("paragraph", "Opening Words") },
  { SAMEN_COVENANT_TEXT_AS_SIGNATURE, NC_ ("paragraph", "Signature") },
};

const char *
samen_import_kind (SamenCovenantTextAs as)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].as == as)
      return g_dpgettext2 (GETTEXT_PACKAGE, "paragraph", kinds[i].label);
  return "";
}

static const SamenField *
side_field (void)
{
  return samen_record_class_find (samen_record_class_of (SAMEN_TYPE_ORGANISATION), "side");
}

static const char *
side_label (const char *side)
{
  const SamenField *field = side_field ();

  return g_dpgettext2 (GETTEXT_PACKAGE, "choice",
                       field->choices[samen_field_choice_index (field, side)].label);
}

/* ---- what is chosen ---- */

/* The row may make way for another: not while its menu is open, which would then leave the focus nowhere. */
static void
correct (SamenImportRow *self, SamenCovenantTextAs as)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->kind_button);

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    self->pending = as;
  else
    samen_covenant_draft_correct (self->draft, self->piece, as);
}

static gboolean
pending_cb (gpointer data)
{
  SamenImportRow *self = data;

  if (self->draft != NULL && self->piece != NULL && self->pending != NOTHING)
    samen_covenant_draft_correct (self->draft, self->piece, self->pending);
  self->pending = NOTHING;
  return G_SOURCE_REMOVE;
}

static void
closed_cb (SamenImportRow *self)
{
  if (self->pending != NOTHING)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, pending_cb, g_object_ref (self), g_object_unref);
}

static void
as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SamenImportRow *self = data;
  SamenCovenantTextAs as = (SamenCovenantTextAs) g_variant_get_int32 (parameter);

  if (as != self->piece->as)
    correct (self, as);
}

static void
side_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SamenImportRow *self = data;

  samen_covenant_draft_set_side (self->draft, self->piece, g_variant_get_string (parameter, NULL));
}

static void
join_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  correct (data, SAMEN_COVENANT_TEXT_AS_CONTINUED);
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  correct (data, SAMEN_COVENANT_TEXT_AS_BEGINNING);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  correct (data, SAMEN_COVENANT_TEXT_AS_READ);
}

static const GActionEntry entries[] = {
  { .name = "as", .parameter_type = "i", .state = "0", .change_state = as_cb },
  { .name = "side", .parameter_type = "s", .state = "''", .change_state = side_cb },
  { .name = "join", .activate = join_cb },
  { .name = "split", .activate = split_cb },
  { .name = "reset", .activate = reset_cb },
};

/* ---- the menus, each made when it is asked for ---- */

static void
kind_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) lines = g_menu_new ();

  for (gsize i = 0; kinds[i].as < SAMEN_COVENANT_TEXT_AS_OPENING; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (samen_import_kind (kinds[i].as), NULL);

      g_menu_item_set_action_and_target (item, "piece.as", "i", (int) kinds[i].as);
      g_menu_append_item (choices, item);
    }
  g_menu_append (lines, _ ("Join with the Paragraph _Above"), "piece.join");
  g_menu_append (lines, _ ("_Split into Lines"), "piece.split");
  g_menu_append (lines, _ ("As It Was _Recognised"), "piece.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lines));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb),
                           data, G_CONNECT_SWAPPED);
}

static void
side_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const SamenField *field = side_field ();

  for (guint i = 0; field->choices[i].name != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (side_label (field->choices[i].name), NULL);

      g_menu_item_set_action_and_target (item, "piece.side", "s", field->choices[i].name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_state (SamenImportRow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_enabled (SamenImportRow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* ---- the row ---- */

/* Beside each other, the kinds make a column; in a narrow dialog the words stand below them. */
static void
lay_out (SamenImportRow *self)
{
  gboolean narrow =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self)) == GTK_ORIENTATION_VERTICAL;
  int depth = self->piece != NULL ? (int) self->piece->depth : 0;

  gtk_widget_set_size_request (GTK_WIDGET (self->kind_button), narrow ? -1 : KIND_WIDTH, -1);
  gtk_widget_set_margin_start (self->text_box, depth * INDENT + (narrow ? BUTTON_PADDING : 0));
  gtk_widget_set_margin_top (self->text_box, narrow ? 0 : 6);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_party (SamenImportRow *self, SamenCovenantPiece *piece)
{
  /* Translators: the short name that a covenant gives to a party, as in "hereinafter: the School" */
  g_autofree char *alias =
      piece->alias != NULL ? g_strdup_printf (_ ("Hereinafter: %s"), piece->alias) : NULL;
  g_autofree char *persons =
      piece->persons != NULL ? g_strdup_printf (_ ("Represented by: %s"), piece->persons) : NULL;

  show_label (self->alias_label, alias);
  show_label (self->persons_label, persons);
  gtk_widget_set_visible (GTK_WIDGET (self->side_button), piece->side != NULL);
  if (piece->side != NULL)
    {
      /* Translators: from which world an organisation comes, as in "Side: Care" */
      g_autofree char *side = g_strdup_printf (_ ("Side: %s"), side_label (piece->side));

      gtk_menu_button_set_label (self->side_button, side);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, side, -1);
      set_state (self, "side", g_variant_new_string (piece->side));
    }
}

static void
show_names (SamenImportRow *self, SamenCovenantPiece *piece)
{
  const char *kind = samen_import_kind (piece->as);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, piece->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, piece->text, -1);
  gtk_label_set_text (self->kind_label, kind);
}

static gboolean
is_head (SamenCovenantTextAs as)
{
  return as == SAMEN_COVENANT_TEXT_AS_TITLE || as == SAMEN_COVENANT_TEXT_AS_CHAPTER ||
         as == SAMEN_COVENANT_TEXT_AS_ARTICLE || as == SAMEN_COVENANT_TEXT_AS_ANNEX;
}

static void
set_class (GtkLabel *label, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

void
samen_import_row_show (SamenImportRow *self, SamenCovenantPiece *piece)
{
  g_set_object (&self->piece, piece);
  if (piece == NULL)
    return;
  show_names (self, piece);
  show_label (self->text_label, piece->name != NULL ? piece->name : piece->text);
  show_party (self, piece);
  gtk_widget_set_visible (self->corrected_image, piece->corrected);
  /* All of a long one, or what a party was read from */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text_label), piece->text);
  lay_out (self);
  set_class (self->text_label, "dimmed", piece->as == SAMEN_COVENANT_TEXT_AS_LEFT_OUT);
  set_class (self->text_label, "heading", is_head (piece->as));
  set_state (self, "as", g_variant_new_int32 ((int) piece->as));
  set_enabled (self, "join", piece->line > 1);
  set_enabled (self, "split", piece->n_lines > 1);
  set_enabled (self, "reset", piece->corrected);
}

SamenCovenantPiece *
samen_import_row_get_piece (SamenImportRow *self)
{
  return self->piece;
}

void
samen_import_row_choose (SamenImportRow *self)
{
  gtk_menu_button_popup (self->kind_button);
}

static void
samen_import_row_dispose (GObject *object)
{
  SamenImportRow *self = SAMEN_IMPORT_ROW (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "piece", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_IMPORT_ROW);
  g_clear_object (&self->actions);
  g_clear_object (&self->piece);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (samen_import_row_parent_class)->dispose (object);
}

static void
samen_import_row_class_init (SamenImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_import_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, kind_button);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, corrected_image);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, text_box);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, alias_label);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, persons_label);
  gtk_widget_class_bind_template_child (widget_class, SamenImportRow, side_button);
}

static void
samen_import_row_init (SamenImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pending = NOTHING;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "piece", G_ACTION_GROUP (self->actions));
  g_signal_connect (self, "notify::orientation", G_CALLBACK (lay_out), NULL);
  gtk_menu_button_set_create_popup_func (self->kind_button, kind_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->side_button, side_menu_cb, NULL, NULL);
}

SamenImportRow *
samen_import_row_new (SamenCovenantDraft *draft)
{
  SamenImportRow *self = g_object_new (SAMEN_TYPE_IMPORT_ROW, NULL);

  self->draft = g_object_ref (draft);
  return self;
}
