/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/party-edits.h"
#include "widgets/suggestions.h"
#include "widgets/words.h"

#define HIGHEST 320

/* Of one row; owned by its popover */
typedef struct
{
  AdwEntryRow *row;
  AdwEntryRow *beside;
  SamenSuggest suggest;
  gpointer data;
  GPtrArray *shown;
} Suggestions;

void
samen_suggestion_free (gpointer data)
{
  SamenSuggestion *self = data;

  g_free (self->text);
  g_free (self->detail);
  g_free (self->more);
  g_free (self);
}

static void
suggestions_free (gpointer data, GClosure *closure)
{
  Suggestions *self = data;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_free (self);
}

static GtkWidget *
make_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *chosen, Suggestions *self)
{
  const SamenSuggestion *it =
      g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (chosen));

  gtk_editable_set_text (GTK_EDITABLE (self->row), it->text);
  if (self->beside != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->beside), it->more != NULL ? it->more : "");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
shown_cb (GtkWidget *popover, Suggestions *self)
{
  GtkListBox *list = g_object_get_data (G_OBJECT (popover), "list");

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = self->suggest (self->data);
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SamenSuggestion *it = g_ptr_array_index (self->shown, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (box), make_line (it->text, NULL));
      if (it->detail != NULL && *it->detail != '\0')
        gtk_box_append (GTK_BOX (box), make_line (it->detail, "caption"));
      gtk_list_box_append (list, box);
    }
}

static GtkWidget *
make_popover (Suggestions *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list),
                                make_line (_ ("There is nothing to choose from yet"), "caption"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");
  g_object_set_data (G_OBJECT (popover), "list", list);
  g_signal_connect (list, "row-activated", G_CALLBACK (chosen_cb), self);
  g_signal_connect_data (popover, "show", G_CALLBACK (shown_cb), self, suggestions_free, 0);
  return popover;
}

void
samen_suggestions_add (AdwEntryRow *row, AdwEntryRow *beside, SamenSuggest suggest, gpointer data)
{
  GtkWidget *button = gtk_menu_button_new ();
  Suggestions *self = g_new0 (Suggestions, 1);

  self->row = row;
  self->beside = beside;
  self->suggest = suggest;
  self->data = data;
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (self));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose from a List"));
  adw_entry_row_add_suffix (row, button);
}

/* ---- people ---- */

static void
add_person (GPtrArray *all, SamenStore *store, SamenPerson *person)
{
  SamenSuggestion *it = g_new0 (SamenSuggestion, 1);
  g_autoptr (SamenOrganisation) organisation = NULL;

  if (person->organisation.id != NULL)
    organisation = samen_store_get (store, SAMEN_TYPE_ORGANISATION, person->organisation.id);
  it->text = g_strdup (person->name);
  it->more = g_strdup (person->function);
  it->detail = samen_join_facts (person->function, organisation != NULL ? organisation->name : NULL,
                                 SAMEN_END);
  g_ptr_array_add (all, it);
}

GPtrArray *
samen_suggest_people (SamenStore *store, const char *organisation)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (samen_suggestion_free);
  g_autoptr (GListModel) people = samen_store_list (store, SAMEN_TYPE_PERSON, NULL, NULL);
  g_autoptr (SamenOrganisation) first =
      organisation != NULL ? samen_store_get (store, SAMEN_TYPE_ORGANISATION, organisation) : NULL;
  g_autoptr (SamenPerson) in_charge =
      first != NULL ? samen_party_suggest_representative (store, first) : NULL;

  if (in_charge != NULL)
    add_person (all, store, in_charge);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < g_list_model_get_n_items (people); i++)
      {
        g_autoptr (SamenPerson) person = g_list_model_get_item (people, i);
        gboolean is_theirs =
            organisation != NULL && g_strcmp0 (person->organisation.id, organisation) == 0;

        if (person != in_charge && is_theirs == (round == 0))
          add_person (all, store, person);
      }
  return all;
}
