/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/search-dialog.h"
#include "store/search.h"
#include "store/wording.h"
#include "widgets/announce.h"

/* How many things to show: who does not see it among these types another word */
#define MOST_HITS 200

struct _SamenSearchDialog
{
  AdwDialog parent_instance;
  SamenStore *store;
  GListStore *hits;  /* SamenHit, one for each record */
  GHashTable *ranks; /* GType to the place of its group */

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (SamenSearchDialog, samen_search_dialog, ADW_TYPE_DIALOG)

static guint chosen_signal;

/* ---- the rows ---- */

static GtkWidget *
make_label (GtkListItem *item, const char *style)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_row_cb (SamenSearchDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *excerpt;

  gtk_list_item_set_child (item, box);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  make_label (item, NULL);
  excerpt = make_label (item, "caption");
  gtk_widget_add_css_class (excerpt, "dimmed");
}

static void
bind_row_cb (SamenSearchDialog *self, GtkListItem *item)
{
  SamenHit *hit = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *excerpt = gtk_widget_get_next_sibling (title);
  g_autofree char *name = samen_wording_title (self->store, hit->record);
  g_autofree char *label = NULL;
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = hit->match_start;
  weight->end_index = hit->match_end;
  pango_attr_list_insert (bold, weight);
  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (excerpt), hit->excerpt);
  gtk_label_set_attributes (GTK_LABEL (excerpt), bold);
  /* A title that is all there is need not be said twice */
  gtk_widget_set_visible (excerpt, !g_str_equal (name, hit->excerpt));
  label = g_strjoin (", ", name, gtk_widget_get_visible (excerpt) ? hit->excerpt : NULL, NULL);
  gtk_list_item_set_accessible_label (item, label);
}

static void
setup_header_cb (SamenSearchDialog *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (SamenSearchDialog *self, GtkListHeader *header)
{
  SamenHit *hit = gtk_list_header_get_item (header);
  g_autofree char *kind = samen_wording_kind (G_OBJECT_TYPE (hit->record));
  g_autofree char *text = g_strdup_printf ("%s (%u)", kind, gtk_list_header_get_n_items (header));

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

/* ---- what is found ---- */

static guint
rank_of (SamenSearchDialog *self, const SamenHit *hit)
{
  return GPOINTER_TO_UINT (
      g_hash_table_lookup (self->ranks, GSIZE_TO_POINTER (G_OBJECT_TYPE (hit->record))));
}

/* Groups come in the order of their best find */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer self)
{
  guint rank_a = rank_of (self, a), rank_b = rank_of (self, b);

  return (rank_a > rank_b) - (rank_a < rank_b);
}

/* A record that has the words in several of its texts is one thing */
static void
show_hits (SamenSearchDialog *self, GListModel *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);

  g_list_store_remove_all (self->hits);
  g_hash_table_remove_all (self->ranks);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      SamenHit *hit = g_list_model_get_item (found, i);
      gpointer type = GSIZE_TO_POINTER (G_OBJECT_TYPE (hit->record));

      if (!g_hash_table_contains (self->ranks, type))
        g_hash_table_insert (self->ranks, type, GUINT_TO_POINTER (g_hash_table_size (self->ranks)));
      if (g_hash_table_add (seen, hit->record))
        g_ptr_array_add (hits, hit);
      else
        g_object_unref (hit);
    }
  g_list_store_splice (self->hits, 0, 0, hits->pdata, hits->len);
}

static void
search_changed_cb (SamenSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GListModel) found = samen_store_search (self->store, text, MOST_HITS);
  gboolean any = g_list_model_get_n_items (found) > 0;

  show_hits (self, found);
  gtk_stack_set_visible_child_name (self->stack, any             ? "found"
                                                 : *text == '\0' ? "start"
                                                                 : "nothing");
  if (any)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_SELECT, NULL);
  else if (*text != '\0')
    samen_announce (self->entry, _ ("Nothing Found"));
}

/* ---- going there ---- */

static void
choose (SamenSearchDialog *self, guint place)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (SamenHit) hit = g_list_model_get_item (model, place);
  g_autoptr (SamenSearchDialog) kept = g_object_ref (self);

  if (hit == NULL)
    return;
  /* First, for it gives the focus back to where that was */
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, chosen_signal, 0, hit->record);
}

static void
entry_activated_cb (SamenSearchDialog *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);

  /* What was typed last may not have been looked for yet */
  search_changed_cb (self);
  choose (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)));
}

static void
list_activated_cb (SamenSearchDialog *self, guint place)
{
  choose (self, place);
}

static void
stopped_cb (SamenSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* From the entry into the list, and from its first row back */
static gboolean
entry_key_cb (SamenSearchDialog *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
list_key_cb (SamenSearchDialog *self, guint key)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);

  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up) ||
      gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GDK_EVENT_STOP;
}

static void
add_keys (SamenSearchDialog *self, gpointer widget, GCallback pressed)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", pressed, self);
  gtk_widget_add_controller (widget, keys);
}

static void
set_up_list (SamenSearchDialog *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->hits)), NULL);
  g_autoptr (GtkSorter) groups = GTK_SORTER (gtk_custom_sorter_new (compare_groups, self, NULL));
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (G_LIST_MODEL (sorted));

  gtk_sort_list_model_set_section_sorter (sorted, groups);
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "setup", G_CALLBACK (setup_header_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (rows);
  g_object_unref (headers);
}

static void
samen_search_dialog_dispose (GObject *object)
{
  SamenSearchDialog *self = SAMEN_SEARCH_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  /* GTK may keep what the focus was in, but not with the dossier */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->hits);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_search_dialog_parent_class)->dispose (object);
}

static void
samen_search_dialog_finalize (GObject *object)
{
  g_hash_table_unref (SAMEN_SEARCH_DIALOG (object)->ranks);
  G_OBJECT_CLASS (samen_search_dialog_parent_class)->finalize (object);
}

static void
samen_search_dialog_class_init (SamenSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_search_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = samen_search_dialog_finalize;
  chosen_signal = g_signal_new ("chosen", SAMEN_TYPE_SEARCH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, SAMEN_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SamenSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
samen_search_dialog_init (SamenSearchDialog *self)
{
  self->hits = g_list_store_new (SAMEN_TYPE_HIT);
  self->ranks = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
  add_keys (self, self->entry, G_CALLBACK (entry_key_cb));
  add_keys (self, self->list, G_CALLBACK (list_key_cb));
}

AdwDialog *
samen_search_dialog_new (SamenStore *store)
{
  SamenSearchDialog *self = g_object_new (SAMEN_TYPE_SEARCH_DIALOG, NULL);

  self->store = g_object_ref (store);
  return ADW_DIALOG (self);
}
