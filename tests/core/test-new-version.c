/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/id.h"
#include "exchange/agreement-text.h"
#include "exchange/lock.h"
#include "exchange/new-version.h"
#include "fixture.h"
#include "store/log.h"

/* A signed covenant: a group of two, one of whom withdrew; two who represent the other; articles that refer to each
 * other, from each text that can */
static SamenAgreement *
make_signed (Fixture *self)
{
  g_autofree char *first = samen_position_between (NULL, NULL);
  g_autofree char *second = samen_position_between (first, NULL);
  SamenEdit *edit = samen_edit_new ("Import Covenant");
  const char *article = samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "heading", samen_value ("Doel"),
                                        "position", samen_value (first), NULL);
  g_autofree char *markup = samen_numbering_markup (article);
  g_autofree char *cites = g_strdup_printf ("Zie %s, en {niets}.", markup);
  const char *agreement =
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Samen opleiden"),
                      "closing", samen_value (cites), "starts", samen_value ("date"), "start",
                      samen_value ("2026-01-01"), "end", samen_value ("2028-12-31"), "notice",
                      samen_value (6), "position", samen_value (first), NULL);
  const char *organisation =
      samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value ("De Wilg"), NULL);
  const char *group =
      samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (agreement), "name",
                      samen_value ("De zorg"), "is_group", samen_value ((bool) true), NULL);
  const char *party =
      samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (agreement), "group",
                      samen_value (group), "organisation", samen_value (organisation), "name",
                      samen_value ("De Wilg"), "representative", samen_value ("A. de Boer"), NULL);
  g_autoptr (GListModel) all = NULL;
  const char *clause;

  samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (agreement), "group",
                  samen_value (group), "name", samen_value ("De Eik"), "withdrawn",
                  samen_value ("2026-06-01"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_REPRESENTATIVE, "party", samen_value (party), "name",
                  samen_value ("B. Smit"), "abstains", samen_value ((bool) true), NULL);
  samen_edit_add (edit, SAMEN_TYPE_CONSIDERATION, "agreement", samen_value (agreement), "text",
                  samen_value (cites), NULL);
  samen_edit_set_by_id (edit, SAMEN_TYPE_ARTICLE, article, "agreement", samen_value (agreement));
  clause = samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "text",
                           samen_value (cites), "position", samen_value (first), NULL);
  samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "part_of",
                  samen_value (clause), "text", samen_value ("een onderdeel;"), "mark",
                  samen_value ("dash"), "position", samen_value (second), NULL);
  samen_edit_add (edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (party), "signed_on",
                  samen_value ("2025-12-01"), "signatory", samen_value ("A. de Boer"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_EVALUATION, "agreement", samen_value (agreement), "due",
                  samen_value ("2026-11"), NULL);
  fixture_apply (self, edit);
  samen_lock_text (self->store);
  all = samen_store_list (self->store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  return g_list_model_get_item (all, 0);
}

static SamenAgreement *
start_version (Fixture *self, SamenAgreement *old, const char *title)
{
  g_autofree char *id = NULL;

  fixture_apply (self, samen_new_version_edit (self->store, old, title, &id));
  return samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id);
}

static guint
count (Fixture *self, GType type, const char *reference, gpointer owner)
{
  g_autoptr (GListModel) list =
      samen_store_list (self->store, type, reference, SAMEN_RECORD (owner)->id);

  return g_list_model_get_n_items (list);
}

/* Returns: (transfer full): the record at @i of what has @owner in its field @reference */
static gpointer
part (Fixture *self, GType type, const char *reference, gpointer owner, guint i)
{
  g_autoptr (GListModel) list =
      samen_store_list (self->store, type, reference, SAMEN_RECORD (owner)->id);

  return g_list_model_get_item (list, i);
}

static void
test_terms (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) old = make_signed (self);
  g_autoptr (SamenAgreement) new = start_version (self, old, "Samen opleiden (versie 2)");
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (self->store, new);

  g_assert_cmpstr (new->title, ==, "Samen opleiden (versie 2)");
  g_assert_cmpstr (new->follows.id, ==, SAMEN_RECORD (old)->id);
  g_assert_cmpint (new->notice, ==, 6);
  g_assert_cmpint (samen_date_compare (new->end, old->end), ==, 0);
  g_assert_cmpint (new->starts, ==, SAMEN_START_DATE);
  g_assert_false (samen_date_is_set (new->start));
  g_assert_cmpstr (new->position.key, >, old->position.key);
  g_assert_cmpint (term->status, ==, SAMEN_AGREEMENT_DRAFT);
  g_assert_cmpuint (count (self, SAMEN_TYPE_EVALUATION, "agreement", new), ==, 0);
}

static void
test_parties (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) old = make_signed (self);
  g_autoptr (SamenAgreement) new = start_version (self, old, "Nieuw");
  g_autoptr (GListModel) parties =
      samen_store_list (self->store, SAMEN_TYPE_PARTY, "agreement", SAMEN_RECORD (new)->id);
  g_autoptr (SamenRepresentative) second = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (parties), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SamenParty) it = g_list_model_get_item (parties, i);

      if (it->is_group)
        continue;
      g_autoptr (SamenParty) group = samen_store_get (self->store, SAMEN_TYPE_PARTY, it->group.id);
      g_assert_cmpstr (it->name, ==, "De Wilg");
      g_assert_cmpstr (it->representative, ==, "A. de Boer");
      g_assert_nonnull (it->organisation.id);
      g_assert_cmpstr (group->agreement.id, ==, SAMEN_RECORD (new)->id);
      second = part (self, SAMEN_TYPE_REPRESENTATIVE, "party", it, 0);
      g_assert_cmpuint (count (self, SAMEN_TYPE_SIGNATURE, "party", it), ==, 0);
    }
  g_assert_cmpstr (second->name, ==, "B. Smit");
  g_assert_true (second->abstains);
}

/* What refers to an article refers to that of the copy */
static void
test_text (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) old = make_signed (self);
  g_autoptr (SamenAgreement) new = start_version (self, old, "Nieuw");
  g_autoptr (SamenArticle) article = part (self, SAMEN_TYPE_ARTICLE, "agreement", new, 0);
  g_autoptr (SamenConsideration) consideration =
      part (self, SAMEN_TYPE_CONSIDERATION, "agreement", new, 0);
  g_autoptr (SamenClause) clause = part (self, SAMEN_TYPE_CLAUSE, "article", article, 0);
  g_autoptr (SamenClause) below = part (self, SAMEN_TYPE_CLAUSE, "article", article, 1);
  g_autofree char *markup = samen_numbering_markup (SAMEN_RECORD (article)->id);
  g_autofree char *cites = g_strdup_printf ("Zie %s, en {niets}.", markup);

  g_assert_cmpstr (article->heading, ==, "Doel");
  g_assert_cmpstr (consideration->text, ==, cites);
  g_assert_cmpstr (clause->text, ==, cites);
  g_assert_cmpstr (new->closing, ==, cites);
  g_assert_cmpstr (below->part_of.id, ==, SAMEN_RECORD (clause)->id);
  g_assert_cmpint (below->mark, ==, SAMEN_MARK_DASH);
  g_assert_cmpuint (count (self, SAMEN_TYPE_CLAUSE, "article", article), ==, 2);
}

/* The signed one stays locked and as it was; the copy can be changed; one undo takes all of it back */
static void
test_undo (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) old = make_signed (self);
  g_autoptr (SamenAgreement) new = start_version (self, old, "Nieuw");
  g_autofree char *old_reason = samen_lock_reason (self->store, old);
  g_autofree char *new_reason = samen_lock_reason (self->store, new);
  g_autoptr (SamenArticle) article = part (self, SAMEN_TYPE_ARTICLE, "agreement", new, 0);

  g_assert_nonnull (old_reason);
  g_assert_null (new_reason);
  fixture_set (self, article, "heading", samen_value ("Doel en middelen"));
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_true (SAMEN_RECORD (new)->deleted);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_PARTY), ==, 3);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_CLAUSE), ==, 2);
  g_assert_true (samen_store_redo (self->store, NULL, NULL));
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_CLAUSE), ==, 4);
  fixture_assert_sound (self);
}

/* Called after the first, whatever they were called in between */
static void
test_title (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) first = make_signed (self);
  g_autoptr (SamenAgreement) second = start_version (self, first, "Anders");
  g_autofree char *after_first = samen_new_version_title (self->store, first);
  g_autofree char *after_second = samen_new_version_title (self->store, second);
  g_autoptr (SamenAgreement) third = NULL;
  g_autofree char *after_third = NULL;

  g_assert_cmpstr (after_first, ==, "Samen opleiden (versie 2)");
  g_assert_cmpstr (after_second, ==, "Samen opleiden (versie 3)");
  /* Two that follow each other, as an exchange may leave them, are counted once */
  third = start_version (self, second, "Derde");
  fixture_set (self, second, "follows", samen_value (SAMEN_RECORD (third)->id));
  after_third = samen_new_version_title (self->store, third);
  g_assert_cmpstr (after_third, ==, "Anders (versie 3)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/new-version/terms", test_terms);
  FIXTURE_TEST ("/new-version/parties", test_parties);
  FIXTURE_TEST ("/new-version/text", test_text);
  FIXTURE_TEST ("/new-version/undo", test_undo);
  FIXTURE_TEST ("/new-version/title", test_title);
  return g_test_run ();
}
