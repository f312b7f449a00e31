/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/sign-person.h"
#include "widgets/form-row.h"
#include "widgets/suggestions.h"

struct _SamenSignPerson
{
  SamenStore *store;
  SamenParty *party;
  SamenRecord *record;
  AdwComboRow *choice; /* NULL for one who signs alone */
  guint first;         /* what it was at first */
  SamenFormRow *signatory;
  SamenFormRow *function;
};

/* The places in the choice */
enum
{
  SIGNS,
  SIGNS_LATER,
  ABSTAINS,
};

static SamenFormRow *
make_row (SamenStore *store, const char *field, const char *text)
{
  const SamenRecordClass *klass = samen_record_class_of (SAMEN_TYPE_SIGNATURE);

  return samen_form_row_new (samen_record_class_find (klass, field), store, samen_value (text),
                             NULL);
}

/* What is filled in of one who does not sign now is not asked */
static void
chosen_cb (SamenSignPerson *self)
{
  gboolean signs = samen_sign_person_signs (self);

  gtk_widget_set_sensitive (samen_form_row_get_control (self->signatory), signs);
  gtk_widget_set_sensitive (samen_form_row_get_control (self->function), signs);
}

static void
add_choice (SamenSignPerson *self, const SamenSignatory *who)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (
      (const char *const[]) { _ ("Signs now"), _ ("Signs later"), _ ("Does not sign"), NULL });

  self->first = who->abstains ? ABSTAINS : SIGNS;
  self->choice = ADW_COMBO_ROW (g_object_ref_sink (adw_combo_row_new ()));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->choice), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), who->name);
  /* Below the name: beside a long one there is no room for it */
  adw_combo_row_set_use_subtitle (self->choice, TRUE);
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->choice, self->first);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  chosen_cb (self);
}

static GPtrArray *
suggest_cb (gpointer data)
{
  SamenSignPerson *self = data;

  return samen_suggest_people (self->store,
                               self->party != NULL ? self->party->organisation.id : NULL);
}

SamenSignPerson *
samen_sign_person_new (SamenStore *store,
                       SamenParty *party,
                       const SamenSignatory *who,
                       gboolean is_one_of_several)
{
  SamenSignPerson *self = g_new0 (SamenSignPerson, 1);

  self->store = g_object_ref (store);
  self->party = party != NULL ? g_object_ref (party) : NULL;
  self->record = who != NULL ? g_object_ref (who->record) : NULL;
  self->signatory = make_row (store, "signatory", who != NULL ? who->name : NULL);
  self->function = make_row (store, "function", who != NULL ? who->function : NULL);
  samen_suggestions_add (ADW_ENTRY_ROW (samen_form_row_get_control (self->signatory)),
                         ADW_ENTRY_ROW (samen_form_row_get_control (self->function)), suggest_cb,
                         self);
  if (who != NULL && is_one_of_several)
    add_choice (self, who);
  return self;
}

void
samen_sign_person_free (SamenSignPerson *self)
{
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_data (self->choice, self);
  g_clear_object (&self->choice);
  samen_form_row_free (self->signatory);
  samen_form_row_free (self->function);
  g_clear_object (&self->record);
  g_clear_object (&self->party);
  g_object_unref (self->store);
  g_free (self);
}

void
samen_sign_person_add_to (SamenSignPerson *self, gpointer list)
{
  gboolean is_group = ADW_IS_PREFERENCES_GROUP (list);
  void (*add) (SamenFormRow *row, gpointer list) =
      is_group ? (void (*) (SamenFormRow *, gpointer)) samen_form_row_add_to
               : (void (*) (SamenFormRow *, gpointer)) samen_form_row_add_to_expander;

  if (self->choice != NULL && is_group)
    adw_preferences_group_add (list, GTK_WIDGET (self->choice));
  else if (self->choice != NULL)
    adw_expander_row_add_row (list, GTK_WIDGET (self->choice));
  add (self->signatory, list);
  add (self->function, list);
}

gboolean
samen_sign_person_is_changed (SamenSignPerson *self)
{
  return samen_form_row_is_changed (self->signatory) ||
         samen_form_row_is_changed (self->function) ||
         (self->choice != NULL && adw_combo_row_get_selected (self->choice) != self->first);
}

gboolean
samen_sign_person_signs (SamenSignPerson *self)
{
  return self->choice == NULL || adw_combo_row_get_selected (self->choice) == SIGNS;
}

gboolean
samen_sign_person_abstains (SamenSignPerson *self)
{
  return self->choice != NULL && adw_combo_row_get_selected (self->choice) == ABSTAINS;
}

SamenRecord *
samen_sign_person_get_record (SamenSignPerson *self)
{
  return self->record;
}

static GVariant *
read_row (SamenFormRow *row, gboolean *is_right)
{
  GVariant *value = NULL;

  if (!samen_form_row_read (row, &value) && *is_right)
    {
      samen_form_row_focus (row);
      *is_right = FALSE;
    }
  return value;
}

SamenSigning *
samen_sign_person_read (SamenSignPerson *self, SamenParty *party)
{
  gboolean is_right = TRUE;
  g_autoptr (GVariant) signatory = read_row (self->signatory, &is_right);
  g_autoptr (GVariant) function = read_row (self->function, &is_right);

  return is_right
             ? samen_signing_new (party, g_variant_get_string (signatory, NULL),
                                  function != NULL ? g_variant_get_string (function, NULL) : NULL)
             : NULL;
}
