/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "pages/covenant/citation-popover.h"

typedef struct
{
  GtkPopover *popover;
  GtkWidget *entry;
  GtkListBox *list;
  SamenCitationChosen chosen;
  gpointer data;
} Choice;

/* What a row refers to is kept with it, and what it says to look through */
static const char id_key[] = "samen-id";
static const char words_key[] = "samen-words";

static char *
fold (const char *text)
{
  return g_utf8_casefold (text, -1);
}

static void
append_row (Choice *self, SamenNumbering *numbering, const SamenLine *line, SamenLanguage *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *reference = samen_numbering_reference (numbering, line->record->id, language);
  g_autofree char *text = samen_numbering_render (numbering,
                                                  SAMEN_IS_CLAUSE (line->record)
                                                      ? SAMEN_CLAUSE (line->record)->text
                                                      : SAMEN_ARTICLE (line->record)->heading,
                                                  language);
  GtkWidget *number = gtk_label_new (reference);
  GtkWidget *words = gtk_label_new (g_strdelimit (text, "\n", ' '));
  g_autofree char *all = g_strconcat (reference, " ", text, NULL);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (words, *text != '\0');
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data_full (G_OBJECT (row), id_key, g_strdup (line->record->id), g_free);
  g_object_set_data_full (G_OBJECT (row), words_key, fold (all), g_free);
  gtk_list_box_append (self->list, row);
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  Choice *self = data;
  g_autofree char *wanted = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return strstr (g_object_get_data (G_OBJECT (row), words_key), g_strstrip (wanted)) != NULL;
}

static GtkListBoxRow *
first_row (Choice *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
choose (Choice *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self->popover)));
  self->chosen (g_object_get_data (G_OBJECT (row), id_key), self->data);
}

static void
activate_cb (Choice *self)
{
  GtkListBoxRow *row = first_row (self);

  if (row != NULL)
    choose (self, row);
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Once whoever closed it is done with it */
static void
closed_cb (Choice *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (self->popover), g_object_unref);
}

static GtkWidget *
make_content (Choice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ ("Number or words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to refer to"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Articles to refer to"), -1);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "citations");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, 280, -1);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  g_signal_connect_swapped (self->entry, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown),
                            self->popover);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (choose), self);
  return box;
}

void
samen_citation_popover_show (GtkTextView *view,
                             SamenNumbering *numbering,
                             SamenLanguage *language,
                             SamenCitationChosen chosen,
                             gpointer data)
{
  Choice *self = g_new0 (Choice, 1);
  GPtrArray *lines = samen_numbering_get_lines (numbering);
  GdkRectangle caret;

  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->chosen = chosen;
  self->data = data;
  gtk_popover_set_child (self->popover, make_content (self));
  for (guint i = 0; i < lines->len; i++)
    append_row (self, numbering, g_ptr_array_index (lines, i), language);
  g_object_set_data_full (G_OBJECT (self->popover), "samen-choice", self, g_free);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (view));
  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &caret.x,
                                         &caret.y);
  gtk_popover_set_pointing_to (self->popover, &caret);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (self->entry);
}
