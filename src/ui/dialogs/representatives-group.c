/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "dialogs/representatives-group.h"

/* One of them: two rows, and the record if there is one */
typedef struct
{
  SamenRepresentative *record;
  AdwEntryRow *name;
  AdwEntryRow *function;
} Person;

struct _SamenRepresentativesGroup
{
  AdwPreferencesGroup parent_instance;
  SamenStore *store;
  GArray *persons;
  GtkWidget *add_row;
  SamenSuggest suggest;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (SamenRepresentativesGroup,
                     samen_representatives_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
person_clear (gpointer data)
{
  g_clear_object (&((Person *) data)->record);
}

static AdwEntryRow *
add_entry (SamenRepresentativesGroup *self, const char *field, const char *text)
{
  const SamenRecordClass *klass = samen_record_class_of (SAMEN_TYPE_REPRESENTATIVE);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ (samen_record_class_find (klass, field)->label));
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ENTRY_ROW (row);
}

/* The row that adds another one stays the last */
static void
add_person (SamenRepresentativesGroup *self, SamenRepresentative *record)
{
  Person person = { .record = record != NULL ? g_object_ref (record) : NULL };

  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  person.name = add_entry (self, "name", record != NULL ? record->name : NULL);
  person.function = add_entry (self, "function", record != NULL ? record->function : NULL);
  samen_suggestions_add (person.name, person.function, self->suggest, self->data);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);
  g_array_append_val (self->persons, person);
}

static void
add_cb (SamenRepresentativesGroup *self)
{
  add_person (self, NULL);
  gtk_widget_grab_focus (
      GTK_WIDGET (g_array_index (self->persons, Person, self->persons->len - 1).name));
}

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
collect_new (SamenEdit *edit,
             const char *party,
             const char *name,
             const char *function,
             const char *position)
{
  samen_edit_add (edit, SAMEN_TYPE_REPRESENTATIVE, "party", samen_value (party), "name",
                  samen_value (name), "function", samen_value (*function != '\0' ? function : NULL),
                  "position", samen_value (position), NULL);
}

static void
collect_change (SamenEdit *edit, SamenRecord *record, const char *name, const char *function)
{
  samen_edit_set (edit, record, "name", samen_value (name));
  samen_edit_set (edit, record, "function", samen_value (*function != '\0' ? function : NULL));
}

void
samen_representatives_group_collect (SamenRepresentativesGroup *self,
                                     SamenEdit *edit,
                                     const char *party)
{
  g_autofree char *position = NULL;

  position = samen_store_append_position (self->store, SAMEN_TYPE_REPRESENTATIVE, "party", party);
  for (guint i = 0; i < self->persons->len; i++)
    {
      const Person *person = &g_array_index (self->persons, Person, i);
      g_autofree char *name = dup_text (person->name);
      g_autofree char *function = dup_text (person->function);
      g_autofree char *this = NULL;

      if (person->record != NULL && *name != '\0')
        collect_change (edit, SAMEN_RECORD (person->record), name, function);
      else if (person->record != NULL)
        samen_edit_delete (edit, SAMEN_RECORD (person->record));
      else if (*name != '\0')
        {
          this = g_steal_pointer (&position);
          position = samen_position_between (this, NULL);
          collect_new (edit, party, name, function, this);
        }
    }
}

gboolean
samen_representatives_group_is_changed (SamenRepresentativesGroup *self)
{
  for (guint i = 0; i < self->persons->len; i++)
    {
      const Person *person = &g_array_index (self->persons, Person, i);
      const SamenRepresentative *record = person->record;
      g_autofree char *name = dup_text (person->name);
      g_autofree char *function = dup_text (person->function);
      const char *old_function = record != NULL && record->function != NULL ? record->function : "";

      if (!g_str_equal (name, record != NULL ? record->name : "") ||
          !g_str_equal (function, old_function))
        return TRUE;
    }
  return FALSE;
}

static void
samen_representatives_group_finalize (GObject *object)
{
  SamenRepresentativesGroup *self = SAMEN_REPRESENTATIVES_GROUP (object);

  g_array_unref (self->persons);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_representatives_group_parent_class)->finalize (object);
}

static void
samen_representatives_group_class_init (SamenRepresentativesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_representatives_group_finalize;
}

static void
samen_representatives_group_init (SamenRepresentativesGroup *self)
{
  self->persons = g_array_new (FALSE, FALSE, sizeof (Person));
  g_array_set_clear_func (self->persons, person_clear);
  self->add_row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row),
                                 _ ("Add Another _Representative"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add_row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add_row), "list-add-symbolic");
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

SamenRepresentativesGroup *
samen_representatives_group_new (SamenStore *store,
                                 SamenParty *party,
                                 SamenSuggest suggest,
                                 gpointer data)
{
  SamenRepresentativesGroup *self = g_object_new (SAMEN_TYPE_REPRESENTATIVES_GROUP, NULL);
  g_autoptr (GListModel) further = NULL;

  self->store = g_object_ref (store);
  self->suggest = suggest;
  self->data = data;
  if (party == NULL)
    return self;
  further = samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, "party", SAMEN_RECORD (party)->id);
  for (guint i = 0; i < g_list_model_get_n_items (further); i++)
    {
      g_autoptr (SamenRepresentative) it = g_list_model_get_item (further, i);

      add_person (self, it);
    }
  return self;
}
