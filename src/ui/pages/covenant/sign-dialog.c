/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/agreement-text.h"
#include "pages/covenant/sign-dialog.h"
#include "pages/covenant/sign-person.h"
#include "rules/signing.h"
#include "widgets/check-group.h"
#include "widgets/focus.h"
#include "widgets/form-row.h"
#include "widgets/long-names.h"

/* A party that can sign, and who would do so for it */
typedef struct
{
  SamenParty *party;
  AdwExpanderRow *row; /* NULL if there is but one party */
  gboolean is_begun;   /* whether one of several has signed */
  GPtrArray *persons;  /* SamenSignPerson */
} Candidate;

struct _SamenSignDialog
{
  SamenEditDialog parent_instance;
  SamenFormRow *date;
  SamenFormRow *place;
  AdwExpanderRow *one_row; /* NULL if there is but one party */
  SamenSignPerson *one;    /* who signs for all */
  SamenCheckGroup *group;  /* NULL if there is but one party */
  GPtrArray *candidates;
};

G_DEFINE_FINAL_TYPE (SamenSignDialog, samen_sign_dialog, SAMEN_TYPE_EDIT_DIALOG)

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_object_unref (self->party);
  g_ptr_array_unref (self->persons);
  g_free (self);
}

/* ---- reading ---- */

static gboolean
read_row (SamenFormRow *row, GVariant **value)
{
  if (samen_form_row_read (row, value))
    return TRUE;
  samen_form_row_focus (row);
  return FALSE;
}

static gboolean
add_signing (GPtrArray *signings,
             SamenSignPerson *person,
             SamenParty *party,
             AdwExpanderRow *within)
{
  SamenSigning *signing = samen_sign_person_read (person, party);

  if (signing != NULL)
    g_ptr_array_add (signings, signing);
  else if (within != NULL)
    adw_expander_row_set_expanded (within, TRUE);
  return signing != NULL;
}

static gboolean
is_for_all (SamenSignDialog *self)
{
  return self->one_row != NULL && adw_expander_row_get_enable_expansion (self->one_row);
}

static gboolean
add_candidate (SamenSignDialog *self, GPtrArray *signings, const Candidate *candidate)
{
  if (is_for_all (self))
    return add_signing (signings, self->one, candidate->party, self->one_row);
  for (guint i = 0; i < candidate->persons->len; i++)
    {
      SamenSignPerson *person = g_ptr_array_index (candidate->persons, i);

      if (samen_sign_person_signs (person) &&
          !add_signing (signings, person, candidate->party, candidate->row))
        return FALSE;
    }
  return TRUE;
}

static gboolean
signs (SamenSignDialog *self, const Candidate *candidate)
{
  return self->group == NULL || samen_check_group_is_chosen (self->group, candidate->party);
}

/* Where one signs for all, the others who represent a party do not */
static void
collect_abstaining (SamenSignDialog *self, SamenEdit *edit, const Candidate *candidate)
{
  gboolean are_several = candidate->is_begun || candidate->persons->len > 1;

  for (guint i = 0; are_several && i < candidate->persons->len; i++)
    {
      SamenSignPerson *person = g_ptr_array_index (candidate->persons, i);
      SamenRecord *record = samen_sign_person_get_record (person);

      if (record != NULL)
        samen_sign_set_abstains (edit, record,
                                 is_for_all (self) || samen_sign_person_abstains (person));
    }
}

/* Whether nobody is left who could sign for a party */
static gboolean
is_left_alone (SamenSignDialog *self, const Candidate *candidate)
{
  guint n = candidate->is_begun ? 1 : 0;

  for (guint i = 0; i < candidate->persons->len; i++)
    n += !samen_sign_person_abstains (g_ptr_array_index (candidate->persons, i));
  return n == 0 && !is_for_all (self);
}

static SamenEdit *
make_edit_of (SamenSignDialog *self, GPtrArray *signings, GVariant *date, GVariant *place)
{
  SamenDate day = SAMEN_DATE_NONE;
  SamenEdit *edit;

  samen_date_parse (g_variant_get_string (date, NULL), &day);
  edit = samen_sign_edit (signings, day, place != NULL ? g_variant_get_string (place, NULL) : NULL);
  for (guint i = 0; i < self->candidates->len; i++)
    if (signs (self, self->candidates->pdata[i]))
      collect_abstaining (self, edit, self->candidates->pdata[i]);
  return edit;
}

static SamenEdit *
make_edit (SamenEditDialog *dialog)
{
  SamenSignDialog *self = SAMEN_SIGN_DIALOG (dialog);
  g_autoptr (GPtrArray) signings = g_ptr_array_new_with_free_func (samen_signing_free);
  g_autoptr (GVariant) date = NULL;
  g_autoptr (GVariant) place = NULL;
  g_autoptr (SamenEdit) edit = NULL;

  if (!read_row (self->date, &date) || !read_row (self->place, &place))
    return NULL;
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (!signs (self, candidate))
        continue;
      if (is_left_alone (self, candidate))
        {
          samen_edit_dialog_tell (dialog, _ ("Somebody has to sign for each party."));
          return NULL;
        }
      if (!add_candidate (self, signings, candidate))
        return NULL;
    }
  edit = make_edit_of (self, signings, date, place);
  if (samen_edit_get_changes (edit)->len > 0)
    return g_steal_pointer (&edit);
  samen_edit_dialog_tell (dialog, _ ("Choose who signed."));
  return NULL;
}

static gboolean
is_changed (SamenEditDialog *dialog)
{
  SamenSignDialog *self = SAMEN_SIGN_DIALOG (dialog);

  if (samen_form_row_is_changed (self->date) || samen_form_row_is_changed (self->place) ||
      (self->one_row != NULL && samen_sign_person_is_changed (self->one)))
    return TRUE;
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (self->group != NULL && signs (self, candidate))
        return TRUE;
      for (guint j = 0; j < candidate->persons->len; j++)
        if (samen_sign_person_is_changed (g_ptr_array_index (candidate->persons, j)))
          return TRUE;
    }
  return FALSE;
}

/* ---- making ---- */

static SamenFormRow *
make_row (SamenSignDialog *self, const char *field, GVariant *value)
{
  const SamenRecordClass *klass = samen_record_class_of (SAMEN_TYPE_SIGNATURE);

  return samen_form_row_new (samen_record_class_find (klass, field),
                             samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self)), value, NULL);
}

/* Who represent it and did not sign yet; where that is nobody in particular, somebody */
static Candidate *
make_candidate (SamenSignDialog *self, SamenParty *party)
{
  SamenStore *store = samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self));
  const char *id = SAMEN_RECORD (party)->id;
  Candidate *candidate = g_new0 (Candidate, 1);
  g_autoptr (GListModel) further = samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, "party", id);
  g_autoptr (GListModel) signatures = samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", id);
  g_autoptr (GArray) people = samen_party_not_signed (party, further, signatures);

  candidate->party = g_object_ref (party);
  candidate->is_begun = g_list_model_get_n_items (signatures) > 0;
  candidate->persons = g_ptr_array_new_with_free_func ((GDestroyNotify) samen_sign_person_free);
  for (guint i = 0; i < MAX (people->len, 1); i++)
    g_ptr_array_add (
        candidate->persons,
        samen_sign_person_new (store, party,
                               i < people->len ? &g_array_index (people, SamenSignatory, i) : NULL,
                               people->len > 1 || candidate->is_begun));
  g_ptr_array_add (self->candidates, candidate);
  return candidate;
}

static void
add_when_and_where (SamenSignDialog *self, GtkWidget *group)
{
  self->date = make_row (self, "signed_on", samen_value (samen_date_today ()));
  self->place = make_row (self, "place", NULL);
  samen_form_row_add_to (self->date, ADW_PREFERENCES_GROUP (group));
  samen_form_row_add_to (self->place, ADW_PREFERENCES_GROUP (group));
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), group);
  samen_focus_in_dialog (ADW_DIALOG (self), samen_form_row_get_control (self->date));
}

static void
add_only (SamenSignDialog *self, SamenParty *party)
{
  GtkWidget *when = adw_preferences_group_new ();
  Candidate *candidate = make_candidate (self, party);

  samen_group_set_name (ADW_PREFERENCES_GROUP (when), party->name);
  add_when_and_where (self, when);
  for (guint i = 0; i < candidate->persons->len; i++)
    {
      GtkWidget *who = adw_preferences_group_new ();

      samen_sign_person_add_to (g_ptr_array_index (candidate->persons, i), who);
      samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), who);
    }
}

static void
add_one_for_all (SamenSignDialog *self)
{
  SamenStore *store = samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_expander_row_new ();

  self->one_row = ADW_EXPANDER_ROW (row);
  self->one = samen_sign_person_new (store, NULL, NULL, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("One person signs for all"));
  adw_expander_row_set_show_enable_switch (self->one_row, TRUE);
  adw_expander_row_set_enable_expansion (self->one_row, FALSE);
  samen_sign_person_add_to (self->one, self->one_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), group);
}

static void
add_choice (SamenSignDialog *self, SamenParty *party)
{
  Candidate *candidate = make_candidate (self, party);
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (GListModel) further =
      samen_store_list (samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self)),
                        SAMEN_TYPE_REPRESENTATIVE, "party", SAMEN_RECORD (party)->id);
  g_autofree char *people = samen_party_represented_by (party, further, NULL);

  candidate->row = ADW_EXPANDER_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), party->name);
  adw_expander_row_set_subtitle (candidate->row, people);
  for (guint i = 0; i < candidate->persons->len; i++)
    samen_sign_person_add_to (g_ptr_array_index (candidate->persons, i), candidate->row);
  samen_check_group_add (self->group, row, party);
}

static void
chosen_cb (SamenSignDialog *self)
{
  g_autoptr (GPtrArray) chosen = samen_check_group_list (self->group);

  samen_edit_dialog_set_can_save (SAMEN_EDIT_DIALOG (self), chosen->len > 0);
}

static void
add_all (SamenSignDialog *self, SamenAgreement *agreement)
{
  SamenStore *store = samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self));
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (store, agreement);

  add_when_and_where (self, adw_preferences_group_new ());
  add_one_for_all (self);
  self->group = samen_check_group_new (_ ("Who Signed"));
  for (guint i = 0; i < term->unsigned_parties->len; i++)
    add_choice (self, term->unsigned_parties->pdata[i]);
  g_signal_connect_object (self->group, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), self->group);
  chosen_cb (self);
}

static void
samen_sign_dialog_dispose (GObject *object)
{
  SamenSignDialog *self = SAMEN_SIGN_DIALOG (object);

  g_clear_pointer (&self->date, samen_form_row_free);
  g_clear_pointer (&self->place, samen_form_row_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->one, samen_sign_person_free);
  G_OBJECT_CLASS (samen_sign_dialog_parent_class)->dispose (object);
}

static void
samen_sign_dialog_class_init (SamenSignDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_sign_dialog_dispose;
  SAMEN_EDIT_DIALOG_CLASS (klass)->make_edit = make_edit;
  SAMEN_EDIT_DIALOG_CLASS (klass)->is_changed = is_changed;
}

static void
samen_sign_dialog_init (SamenSignDialog *self)
{
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
}

AdwDialog *
samen_sign_dialog_new (SamenStore *store, SamenAgreement *agreement, SamenParty *party)
{
  SamenSignDialog *self = g_object_new (
      SAMEN_TYPE_SIGN_DIALOG, "store", store, "title",
      party != NULL ? C_ ("edit", "Add Signature") : C_ ("edit", "Add Signatures"), NULL);

  if (party != NULL)
    add_only (self, party);
  else
    add_all (self, agreement);
  return ADW_DIALOG (self);
}
