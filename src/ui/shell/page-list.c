/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/covenant-page.h"
#include "pages/overview/overview-page.h"
#include "pages/people/people-page.h"
#include "pages/steering/steering-page.h"
#include "pages/steps/steps-page.h"
#include "shell/page-list.h"

static const SamenPageEntry entries[] = {
  { "overview", N_ ("Overview"), "samenspel-overview-symbolic", samen_overview_page_get_type },
  { "covenant", N_ ("Covenant"), "samenspel-covenant-symbolic", samen_covenant_page_get_type },
  { "people", N_ ("People"), "samenspel-people-symbolic", samen_people_page_get_type },
  { "steering", N_ ("Steering"), "samenspel-steering-symbolic", samen_steering_page_get_type },
  { "steps", N_ ("Steps"), "samenspel-steps-symbolic", samen_steps_page_get_type },
};

void
samen_page_list_fill (GtkListBox *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (_ (entries[i].title));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entries[i].icon));
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      label, NULL, -1);
      gtk_list_box_append (list, row);
    }
}

const SamenPageEntry *
samen_page_list_get (guint place)
{
  return place < G_N_ELEMENTS (entries) ? &entries[place] : NULL;
}

const SamenPageEntry *
samen_page_list_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].name, name))
      return &entries[i];
  return NULL;
}

const SamenPageEntry *
samen_page_list_get_entry (GtkListBoxRow *row)
{
  return &entries[gtk_list_box_row_get_index (row)];
}

GtkListBoxRow *
samen_page_list_get_row (GtkListBox *list, const SamenPageEntry *entry)
{
  return gtk_list_box_get_row_at_index (list, (int) (entry - entries));
}
