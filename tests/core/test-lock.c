/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "exchange/lock.h"
#include "fixture.h"
#include "store/log.h"

/* A covenant with a party, an article and a clause, and another without */
typedef struct
{
  SamenAgreement *agreement;
  SamenParty *party;
  SamenArticle *article;
  SamenClause *clause;
  SamenAgreement *other;
} Covenant;

static void
make_covenant (Fixture *self, Covenant *covenant)
{
  SamenEdit *edit = samen_edit_new ("Import Covenant");
  const char *agreement =
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Samen opleiden"), NULL);
  const char *other =
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Bijlage"), NULL);
  const char *party = samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (agreement),
                                      "name", samen_value ("De Wilg"), NULL);
  const char *article =
      samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement), NULL);
  const char *clause = samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article),
                                       "text", samen_value ("Partijen leiden samen op."), NULL);
  char *ids[] = { g_strdup (agreement), g_strdup (other), g_strdup (party), g_strdup (article),
                  g_strdup (clause) };

  fixture_apply (self, edit);
  covenant->agreement = samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, ids[0]);
  covenant->other = samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, ids[1]);
  covenant->party = samen_store_get (self->store, SAMEN_TYPE_PARTY, ids[2]);
  covenant->article = samen_store_get (self->store, SAMEN_TYPE_ARTICLE, ids[3]);
  covenant->clause = samen_store_get (self->store, SAMEN_TYPE_CLAUSE, ids[4]);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
  samen_lock_text (self->store);
}

static void
drop_covenant (Covenant *covenant)
{
  g_object_unref (covenant->agreement);
  g_object_unref (covenant->other);
  g_object_unref (covenant->party);
  g_object_unref (covenant->article);
  g_object_unref (covenant->clause);
}

static void
sign (Fixture *self, SamenParty *party)
{
  SamenEdit *edit = samen_edit_new ("Add Signature");

  samen_edit_add (edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (SAMEN_RECORD (party)->id),
                  "signed_on", samen_value (samen_date_day (2026, 9, 1)), "signatory",
                  samen_value ("A. de Boer"), NULL);
  fixture_apply (self, edit);
}

static gboolean
try_to_set (Fixture *self, gpointer record, const char *field, const char *text)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Clause");
  g_autoptr (GError) error = NULL;
  gboolean success;

  samen_edit_set (edit, record, field, samen_value (text));
  success = samen_store_apply (self->store, edit, &error);
  if (!success)
    g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  return success;
}

static gboolean
try_to_delete (Fixture *self, gpointer record)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Delete Clause");

  samen_edit_delete (edit, record);
  return samen_store_apply (self->store, edit, NULL);
}

static void
test_unsigned (Fixture *self, gconstpointer unused)
{
  Covenant covenant;

  make_covenant (self, &covenant);
  g_assert_null (samen_lock_reason (self->store, covenant.agreement));
  g_assert_true (try_to_set (self, covenant.clause, "text", "Partijen leren samen."));
  g_assert_true (try_to_set (self, covenant.agreement, "title", "Samen leren"));
  drop_covenant (&covenant);
}

static void
test_signed (Fixture *self, gconstpointer unused)
{
  Covenant covenant;
  g_autofree char *reason = NULL;

  make_covenant (self, &covenant);
  sign (self, covenant.party);
  reason = samen_lock_reason (self->store, covenant.agreement);
  g_assert_nonnull (reason);
  g_assert_false (try_to_set (self, covenant.clause, "text", "Iets anders."));
  g_assert_false (try_to_set (self, covenant.article, "heading", "Doel"));
  g_assert_false (try_to_set (self, covenant.party, "alias", "De Wilg"));
  g_assert_false (try_to_set (self, covenant.agreement, "title", "Iets anders"));
  g_assert_false (try_to_delete (self, covenant.clause));
  g_assert_false (try_to_delete (self, covenant.agreement));
  g_assert_cmpstr (covenant.clause->text, ==, "Partijen leiden samen op.");
  fixture_assert_sound (self);
  drop_covenant (&covenant);
}

static void
test_signed_stays_open (Fixture *self, gconstpointer unused)
{
  Covenant covenant;
  g_autoptr (SamenGoal) goal = NULL;
  SamenEdit *edit;

  make_covenant (self, &covenant);
  sign (self, covenant.party);
  /* What was left as it is, another covenant, and what is not text */
  g_assert_true (try_to_set (self, covenant.clause, "text", "Partijen leiden samen op."));
  g_assert_true (try_to_set (self, covenant.other, "title", "Intentieverklaring"));
  g_assert_true (try_to_set (self, covenant.agreement, "position", "a5"));
  edit = samen_edit_new ("Change Who Signs");
  samen_edit_set (edit, SAMEN_RECORD (covenant.party), "abstains", samen_value ((bool) true));
  samen_edit_set (edit, SAMEN_RECORD (covenant.agreement), "evaluate_every", samen_value (12));
  fixture_apply (self, edit);
  goal = fixture_add_goal (self, "Groeien");
  g_assert_true (try_to_set (self, goal, "text", "Met kleine stappen"));
  drop_covenant (&covenant);
}

static void
test_added_to_signed (Fixture *self, gconstpointer unused)
{
  Covenant covenant;
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Clause");
  const char *article;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_covenant (self, &covenant);
  sign (self, covenant.party);
  before = fixture_dump (self);
  article = samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement",
                            samen_value (SAMEN_RECORD (covenant.agreement)->id), NULL);
  samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "text",
                  samen_value ("Nog iets."), NULL);
  g_assert_false (samen_store_apply (self->store, edit, NULL));
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  drop_covenant (&covenant);
}

static void
test_signature_undone (Fixture *self, gconstpointer unused)
{
  Covenant covenant;

  make_covenant (self, &covenant);
  sign (self, covenant.party);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_null (samen_lock_reason (self->store, covenant.agreement));
  g_assert_true (try_to_set (self, covenant.clause, "text", "Partijen leren samen."));
  drop_covenant (&covenant);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/lock/unsigned", test_unsigned);
  FIXTURE_TEST ("/lock/signed", test_signed);
  FIXTURE_TEST ("/lock/signed-stays-open", test_signed_stays_open);
  FIXTURE_TEST ("/lock/added-to-signed", test_added_to_signed);
  FIXTURE_TEST ("/lock/signature-undone", test_signature_undone);
  return g_test_run ();
}
