/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/people/people-page.h"
#include "widgets/record-menu.h"
#include "widgets/record-row.h"
#include "widgets/words.h"

struct _SamenPeoplePage
{
  SamenPage parent_instance;
  GtkStack *stack;
  GtkListBox *organisation_list;
  GtkListBox *person_list;
};

G_DEFINE_FINAL_TYPE (SamenPeoplePage, samen_people_page, SAMEN_TYPE_PAGE)

static char *
describe_organisation (gpointer record, SamenStore *store)
{
  SamenOrganisation *organisation = record;
  g_autofree char *side = samen_record_format (record, "side", NULL);

  return samen_join_facts (side, organisation->place, SAMEN_END);
}

static char *
describe_person (gpointer record, SamenStore *store)
{
  SamenPerson *person = record;
  g_autoptr (SamenOrganisation) organisation =
      samen_store_get (store, SAMEN_TYPE_ORGANISATION, person->organisation.id);

  return samen_join_facts (person->function, organisation != NULL ? organisation->name : NULL,
                           SAMEN_END);
}

static GtkWidget *
make_row (gpointer record, SamenPage *page, SamenRecordDescribe describe)
{
  GtkWidget *row = samen_record_row_new (record);

  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), samen_page_get_store (page), describe);
  return row;
}

static GtkWidget *
make_organisation_row (gpointer item, gpointer page)
{
  return make_row (item, page, describe_organisation);
}

static void
append_item (GMenu *menu, const char *label, const char *action, SamenRecord *person)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", person->id, "");
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_person_row (gpointer item, gpointer page)
{
  GtkWidget *row = make_row (item, page, describe_person);
  g_autoptr (GMenu) menu = g_menu_new ();

  append_item (menu, _ ("_What Is Kept About This Person…"), "record.person-data", item);
  append_item (menu, _ ("_Erase This Person…"), "record.erase", item);
  samen_record_row_add_menu (SAMEN_RECORD_ROW (row));
  samen_record_menu_add_section (row, G_MENU_MODEL (menu));
  return row;
}

static void
samen_people_page_fill (SamenPage *page)
{
  SamenPeoplePage *self = SAMEN_PEOPLE_PAGE (page);
  SamenStore *store = samen_page_get_store (page);

  samen_page_bind_list (page, self->organisation_list,
                        samen_store_list (store, SAMEN_TYPE_ORGANISATION, NULL, NULL),
                        make_organisation_row);
  samen_page_bind_list (page, self->person_list,
                        samen_store_list (store, SAMEN_TYPE_PERSON, NULL, NULL), make_person_row);
}

static void
samen_people_page_update (SamenPage *page)
{
  SamenPeoplePage *self = SAMEN_PEOPLE_PAGE (page);
  gboolean peopled = gtk_widget_get_visible (GTK_WIDGET (self->organisation_list)) ||
                     gtk_widget_get_visible (GTK_WIDGET (self->person_list));

  gtk_stack_set_visible_child_name (self->stack, peopled ? "people" : "empty");
}

static void
samen_people_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_PEOPLE_PAGE);
  G_OBJECT_CLASS (samen_people_page_parent_class)->dispose (object);
}

static void
samen_people_page_class_init (SamenPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_people_page_dispose;
  SAMEN_PAGE_CLASS (klass)->fill = samen_people_page_fill;
  SAMEN_PAGE_CLASS (klass)->update = samen_people_page_update;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenPeoplePage, organisation_list);
  gtk_widget_class_bind_template_child (widget_class, SamenPeoplePage, person_list);
}

static void
samen_people_page_init (SamenPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
