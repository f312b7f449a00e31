/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "exchange/lock.h"
#include "exchange/party-edits.h"
#include "exchange/sign.h"
#include "rules/term.h"
#include "store/check.h"
#include "store/log.h"

#include "fixture.h"

typedef struct
{
  Fixture *fixture;
  SamenAgreement *agreement;
} Covenant;

static void
apply (Covenant *self, SamenEdit *edit)
{
  g_assert_nonnull (edit);
  fixture_apply (self->fixture, edit);
}

/* A covenant of the organisations A, B, C and D */
static void
covenant_make (Covenant *self, Fixture *fixture)
{
  SamenEdit *edit = samen_edit_new ("Add Covenant");
  g_autofree char *id = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Covenant"), NULL));
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (samen_new_party_free);

  self->fixture = fixture;
  fixture_apply (fixture, edit);
  self->agreement = samen_store_get (fixture->store, SAMEN_TYPE_AGREEMENT, id);
  for (const char *name = "ABCD"; *name != '\0'; name++)
    {
      SamenNewParty *party = g_new0 (SamenNewParty, 1);

      party->name = g_strndup (name, 1);
      g_ptr_array_add (parties, party);
    }
  apply (self, samen_party_edit_add (fixture->store, self->agreement, NULL, parties));
}

static void
covenant_clear (Covenant *self)
{
  g_auto (GStrv) problems = samen_store_check (self->fixture->store);

  g_assert_cmpstr (problems[0], ==, NULL);
  g_object_unref (self->agreement);
}

static GListModel *
list_parties (Covenant *self)
{
  return samen_store_list (self->fixture->store, SAMEN_TYPE_PARTY, "agreement",
                           SAMEN_RECORD (self->agreement)->id);
}

static void
assert_order (Covenant *self, const char *expected)
{
  g_autoptr (GListModel) parties = list_parties (self);
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, SAMEN_RECORD (self->agreement)->id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", line->mark, line->party->name);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static SamenParty *
find (Covenant *self, const char *name)
{
  g_autoptr (GListModel) parties = list_parties (self);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (SamenParty) party = g_list_model_get_item (parties, i);

      if (g_str_equal (party->name, name))
        return g_steal_pointer (&party);
    }
  g_error ("no party is called %s", name);
}

static void
undo (Covenant *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (samen_store_undo (self->fixture->store, NULL, &error));
  g_assert_no_error (error);
}

static void
test_add (Fixture *fixture, gconstpointer unused)
{
  Covenant self;
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (samen_new_party_free);
  SamenNewParty *party = g_new0 (SamenNewParty, 1);
  g_autoptr (SamenParty) c = NULL;
  g_autoptr (SamenParty) e = NULL;

  covenant_make (&self, fixture);
  assert_order (&self, "1.A 2.B 3.C 4.D");
  g_assert_cmpuint (samen_store_count (fixture->store, SAMEN_TYPE_ORGANISATION), ==, 4);
  c = find (&self, "C");
  party->organisation =
      samen_store_get (fixture->store, SAMEN_TYPE_ORGANISATION, c->organisation.id);
  party->name = g_strdup ("E");
  party->representative = g_strdup ("X");
  g_ptr_array_add (more, party);
  apply (&self, samen_party_edit_add (fixture->store, self.agreement, c, more));
  assert_order (&self, "1.A 2.B 3.C a.E 4.D");
  e = find (&self, "E");
  g_assert_cmpstr (e->representative, ==, "X");
  g_assert_cmpstr (e->organisation.id, ==, c->organisation.id);
  g_assert_cmpuint (samen_store_count (fixture->store, SAMEN_TYPE_ORGANISATION), ==, 4);
  undo (&self);
  undo (&self);
  assert_order (&self, "");
  covenant_clear (&self);
}

static void
test_group (Fixture *fixture, gconstpointer unused)
{
  Covenant self;
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (SamenParty) group = NULL;
  g_autoptr (SamenParty) a = NULL;

  covenant_make (&self, fixture);
  g_ptr_array_add (members, find (&self, "B"));
  g_ptr_array_add (members, find (&self, "D"));
  apply (&self,
         samen_party_edit_add_group (fixture->store, self.agreement, "G", "the group", members));
  assert_order (&self, "1.A 2.G a.B b.D 3.C");
  group = find (&self, "G");
  a = find (&self, "A");
  apply (&self, samen_party_edit_into (fixture->store, a, group));
  assert_order (&self, "1.G a.B b.D c.A 2.C");
  apply (&self, samen_party_edit_into (fixture->store, members->pdata[0], NULL));
  assert_order (&self, "1.G a.D b.A 2.B 3.C");
  apply (&self, samen_party_edit_move (fixture->store, group, 1));
  assert_order (&self, "1.B 2.G a.D b.A 3.C");
  apply (&self, samen_party_edit_move (fixture->store, a, -5));
  assert_order (&self, "1.B 2.G a.A b.D 3.C");
  g_assert_null (samen_party_edit_move (fixture->store, a, -1));
  apply (&self, samen_party_edit_add_group (fixture->store, self.agreement, "H", NULL, nobody));
  assert_order (&self, "1.B 2.G a.A b.D 3.C 4.H");
  undo (&self);
  undo (&self);
  assert_order (&self, "1.B 2.G a.D b.A 3.C");
  covenant_clear (&self);
}

static void
test_beside (Fixture *fixture, gconstpointer unused)
{
  Covenant self;
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SamenParty) a = NULL;
  g_autoptr (SamenParty) d = NULL;
  g_autoptr (SamenParty) group = NULL;

  covenant_make (&self, fixture);
  a = find (&self, "A");
  d = find (&self, "D");
  apply (&self, samen_party_edit_beside (fixture->store, a, d, FALSE));
  assert_order (&self, "1.B 2.C 3.A 4.D");
  apply (&self, samen_party_edit_beside (fixture->store, d, a, FALSE));
  assert_order (&self, "1.B 2.C 3.D 4.A");
  g_ptr_array_add (members, find (&self, "B"));
  apply (&self, samen_party_edit_add_group (fixture->store, self.agreement, "G", NULL, members));
  apply (&self, samen_party_edit_beside (fixture->store, a, members->pdata[0], TRUE));
  assert_order (&self, "1.G a.B b.A 2.C 3.D");
  group = find (&self, "G");
  /* A group does not come into another, or into itself */
  g_assert_null (samen_party_edit_beside (fixture->store, group, a, TRUE));
  g_assert_null (samen_party_edit_beside (fixture->store, a, a, TRUE));
  apply (&self, samen_party_edit_beside (fixture->store, a, d, TRUE));
  assert_order (&self, "1.G a.B 2.C 3.D 4.A");
  covenant_clear (&self);
}

static void
sign (Covenant *self, const char *name, const char *day, const char *second)
{
  g_autoptr (SamenParty) party = find (self, name);
  g_autoptr (GPtrArray) signings = g_ptr_array_new_with_free_func (samen_signing_free);
  SamenDate date;

  g_assert_true (samen_date_parse (day, &date));
  g_ptr_array_add (signings, samen_signing_new (party, "X", "chair"));
  if (second != NULL)
    g_ptr_array_add (signings, samen_signing_new (party, second, NULL));
  apply (self, samen_sign_edit (signings, date, "Tiel"));
}

static void
assert_signing (Covenant *self, const char *today, const char *label, const char *signing)
{
  g_autoptr (GListModel) parties = list_parties (self);
  g_autoptr (GListModel) representatives =
      samen_store_list (self->fixture->store, SAMEN_TYPE_REPRESENTATIVE, NULL, NULL);
  g_autoptr (GListModel) signatures =
      samen_store_list (self->fixture->store, SAMEN_TYPE_SIGNATURE, NULL, NULL);
  SamenDate date;
  g_autoptr (SamenAgreementTerm) term = NULL;
  g_autofree char *told = NULL;
  g_autofree char *said = NULL;

  g_assert_true (samen_date_parse (today, &date));
  term =
      samen_agreement_term_new (self->agreement, NULL, parties, representatives, signatures, date);
  told = samen_agreement_term_label (term);
  said = samen_agreement_term_signing (term);
  g_assert_cmpstr (told, ==, label);
  g_assert_cmpstr (said, ==, signing);
}

/* On four dates; one of them steps out while the signing is on its way, which the lock lets pass */
static void
test_sign (Fixture *fixture, gconstpointer unused)
{
  Covenant self;
  SamenEdit *edit;
  g_autoptr (SamenParty) d = NULL;
  g_autoptr (GError) error = NULL;

  covenant_make (&self, fixture);
  samen_lock_text (fixture->store);
  assert_signing (&self, "2026-03-01", "Draft", "4 parties, of which nobody has signed yet.");
  sign (&self, "A", "2026-03-02", NULL);
  assert_signing (&self, "2026-03-02", "1 of 4 signed",
                  "1 of 4 parties have signed. Still to sign: B, C, D.");
  sign (&self, "C", "2026-03-09", "Y");
  sign (&self, "B", "2026-03-05", NULL);
  assert_signing (&self, "2026-03-12", "3 of 4 signed",
                  "3 of 4 parties have signed. Still to sign: D.");
  d = find (&self, "D");
  edit = samen_edit_new ("Change Party");
  samen_edit_set (edit, SAMEN_RECORD (d), "alias", samen_value ("the other"));
  g_assert_false (samen_store_apply (fixture->store, edit, &error));
  samen_edit_free (edit);
  edit = samen_edit_new ("Change Party");
  samen_edit_set (edit, SAMEN_RECORD (d), "withdrawn", samen_value ("2026-03-11"));
  apply (&self, edit);
  assert_signing (&self, "2026-03-12", "In force",
                  "All 3 parties have signed, the last on 9 March 2026.");
  undo (&self);
  sign (&self, "D", "2026-03-12", NULL);
  assert_signing (&self, "2026-03-12", "In force",
                  "All 4 parties have signed, the last on 12 March 2026.");
  undo (&self);
  assert_signing (&self, "2026-03-12", "3 of 4 signed",
                  "3 of 4 parties have signed. Still to sign: D.");
  covenant_clear (&self);
}

static void
test_suggest (Fixture *fixture, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Add");
  g_autofree char *id =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value ("ROC"), NULL));
  g_autoptr (SamenOrganisation) organisation = NULL;
  g_autoptr (SamenPerson) person = NULL;

  samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value ("Assistant"), "organisation",
                  samen_value ((const char *) id), "position", samen_value ("a0"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value ("Boss"), "organisation",
                  samen_value ((const char *) id), "function",
                  samen_value ("Voorzitter college van bestuur"), "position", samen_value ("a1"),
                  NULL);
  fixture_apply (fixture, edit);
  organisation = samen_store_get (fixture->store, SAMEN_TYPE_ORGANISATION, id);
  person = samen_party_suggest_representative (fixture->store, organisation);
  g_assert_cmpstr (person->name, ==, "Boss");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/party-edits/add", test_add);
  FIXTURE_TEST ("/party-edits/group", test_group);
  FIXTURE_TEST ("/party-edits/beside", test_beside);
  FIXTURE_TEST ("/party-edits/sign", test_sign);
  FIXTURE_TEST ("/party-edits/suggest", test_suggest);
  return g_test_run ();
}
