/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/sign.h"
#include "pages/covenant/sign-dialog.h"
#include "rules/parties.h"
#include "rules/term.h"
#include "widgets/check-group.h"
#include "widgets/form-row.h"

/* Who signs for a party: two fields */
typedef struct
{
  SamenFormRow *signatory;
  SamenFormRow *function;
} Person;

/* A party that can sign, and who would do so for it */
typedef struct
{
  SamenParty *party;
  AdwExpanderRow *row; /* NULL if there is but one party */
  GArray *persons;     /* Person */
} Candidate;

struct _SamenSignDialog
{
  SamenEditDialog parent_instance;
  SamenFormRow *date;
  SamenFormRow *place;
  AdwExpanderRow *one_row; /* NULL if there is but one party */
  Person one;              /* who signs for all */
  SamenCheckGroup *group;  /* NULL if there is but one party */
  GPtrArray *candidates;
};

G_DEFINE_FINAL_TYPE (SamenSignDialog, samen_sign_dialog, SAMEN_TYPE_EDIT_DIALOG)

static void
person_clear (gpointer data)
{
  Person *self = data;

  g_clear_pointer (&self->signatory, samen_form_row_free);
  g_clear_pointer (&self->function, samen_form_row_free);
}

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_object_unref (self->party);
  g_array_unref (self->persons);
  g_free (self);
}

/* ---- reading ---- */

static gboolean
read_row (SamenFormRow *row, AdwExpanderRow *within, GVariant **value)
{
  if (samen_form_row_read (row, value))
    return TRUE;
  if (within != NULL)
    adw_expander_row_set_expanded (within, TRUE);
  samen_form_row_focus (row);
  return FALSE;
}

static gboolean
add_signing (GPtrArray *signings, SamenParty *party, const Person *person, AdwExpanderRow *within)
{
  g_autoptr (GVariant) signatory = NULL;
  g_autoptr (GVariant) function = NULL;

  if (!read_row (person->signatory, within, &signatory) ||
      !read_row (person->function, within, &function))
    return FALSE;
  g_ptr_array_add (signings, samen_signing_new (
                                 party, g_variant_get_string (signatory, NULL),
                                 function != NULL ? g_variant_get_string (function, NULL) : NULL));
  return TRUE;
}

/* Of several who represent a party, one may have stayed away: then the name is emptied */
static gboolean
is_left_out (const Candidate *self, guint i)
{
  const Person *person = &g_array_index (self->persons, Person, i);

  return self->persons->len > 1 && samen_form_row_is_empty (person->signatory) &&
         !(i + 1 == self->persons->len &&
           samen_form_row_is_empty (g_array_index (self->persons, Person, 0).signatory));
}

static gboolean
add_candidate (SamenSignDialog *self, GPtrArray *signings, const Candidate *candidate)
{
  if (self->one_row != NULL && adw_expander_row_get_enable_expansion (self->one_row))
    return add_signing (signings, candidate->party, &self->one, self->one_row);
  for (guint i = 0; i < candidate->persons->len; i++)
    if (!is_left_out (candidate, i) &&
        !add_signing (signings, candidate->party, &g_array_index (candidate->persons, Person, i),
                      candidate->row))
      return FALSE;
  return TRUE;
}

static gboolean
signs (SamenSignDialog *self, const Candidate *candidate)
{
  return self->group == NULL || samen_check_group_is_chosen (self->group, candidate->party);
}

static SamenEdit *
make_edit (SamenEditDialog *dialog)
{
  SamenSignDialog *self = SAMEN_SIGN_DIALOG (dialog);
  g_autoptr (GPtrArray) signings = g_ptr_array_new_with_free_func (samen_signing_free);
  g_autoptr (GVariant) date = NULL;
  g_autoptr (GVariant) place = NULL;
  SamenDate day = SAMEN_DATE_NONE;

  if (!read_row (self->date, NULL, &date) || !read_row (self->place, NULL, &place))
    return NULL;
  for (guint i = 0; i < self->candidates->len; i++)
    if (signs (self, self->candidates->pdata[i]) &&
        !add_candidate (self, signings, self->candidates->pdata[i]))
      return NULL;
  if (signings->len == 0)
    {
      samen_edit_dialog_tell (dialog, _ ("Choose the parties that signed."));
      return NULL;
    }
  samen_date_parse (g_variant_get_string (date, NULL), &day);
  return samen_sign_edit (signings, day, place != NULL ? g_variant_get_string (place, NULL) : NULL);
}

static gboolean
is_person_changed (const Person *self)
{
  return samen_form_row_is_changed (self->signatory) || samen_form_row_is_changed (self->function);
}

static gboolean
is_changed (SamenEditDialog *dialog)
{
  SamenSignDialog *self = SAMEN_SIGN_DIALOG (dialog);

  if (samen_form_row_is_changed (self->date) || samen_form_row_is_changed (self->place) ||
      (self->one_row != NULL && is_person_changed (&self->one)))
    return TRUE;
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (self->group != NULL && signs (self, candidate))
        return TRUE;
      for (guint j = 0; j < candidate->persons->len; j++)
        if (is_person_changed (&g_array_index (candidate->persons, Person, j)))
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

static Person
make_person (SamenSignDialog *self, const SamenSignatory *signatory)
{
  return (Person) {
    make_row (self, "signatory", samen_value (signatory != NULL ? signatory->name : NULL)),
    make_row (self, "function", samen_value (signatory != NULL ? signatory->function : NULL)),
  };
}

static Candidate *
make_candidate (SamenSignDialog *self, SamenParty *party)
{
  Candidate *candidate = g_new0 (Candidate, 1);
  g_autoptr (GListModel) further =
      samen_store_list (samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self)),
                        SAMEN_TYPE_REPRESENTATIVE, "party", SAMEN_RECORD (party)->id);
  g_autoptr (GArray) signatories = samen_party_representatives (party, further);

  candidate->party = g_object_ref (party);
  candidate->persons = g_array_new (FALSE, FALSE, sizeof (Person));
  g_array_set_clear_func (candidate->persons, person_clear);
  for (guint i = 0; i < MAX (signatories->len, 1); i++)
    {
      Person person = make_person (
          self, i < signatories->len ? &g_array_index (signatories, SamenSignatory, i) : NULL);

      g_array_append_val (candidate->persons, person);
    }
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
}

static void
add_only (SamenSignDialog *self, SamenParty *party)
{
  GtkWidget *when = adw_preferences_group_new ();
  GtkWidget *who = adw_preferences_group_new ();
  Candidate *candidate = make_candidate (self, party);
  g_autofree char *title = g_markup_escape_text (party->name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (when), title);
  add_when_and_where (self, when);
  for (guint i = 0; i < candidate->persons->len; i++)
    {
      const Person *person = &g_array_index (candidate->persons, Person, i);

      samen_form_row_add_to (person->signatory, ADW_PREFERENCES_GROUP (who));
      samen_form_row_add_to (person->function, ADW_PREFERENCES_GROUP (who));
    }
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), who);
}

static void
add_one_for_all (SamenSignDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_expander_row_new ();

  self->one_row = ADW_EXPANDER_ROW (row);
  self->one = make_person (self, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("One person signs for all"));
  adw_expander_row_set_show_enable_switch (self->one_row, TRUE);
  adw_expander_row_set_enable_expansion (self->one_row, FALSE);
  samen_form_row_add_to_expander (self->one.signatory, self->one_row);
  samen_form_row_add_to_expander (self->one.function, self->one_row);
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
    {
      const Person *person = &g_array_index (candidate->persons, Person, i);

      samen_form_row_add_to_expander (person->signatory, candidate->row);
      samen_form_row_add_to_expander (person->function, candidate->row);
    }
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
  g_autoptr (GListModel) parties =
      samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", SAMEN_RECORD (agreement)->id);
  g_autoptr (GListModel) signatures = samen_store_list (store, SAMEN_TYPE_SIGNATURE, NULL, NULL);
  g_autoptr (SamenAgreementTerm) term =
      samen_agreement_term_new (agreement, parties, signatures, samen_date_today ());

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
  person_clear (&self->one);
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
