/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <string.h>

#include "exchange/covenant-import.h"

/* Whether the records keep all words of a text that was imported */

static inline gpointer
nth (SamenStore *store, GType type, guint n)
{
  g_autoptr (GListModel) list = samen_store_list (store, type, NULL, NULL);
  gpointer record = g_list_model_get_item (list, n);

  g_assert_nonnull (record);
  return record;
}

/* What a text may do without is told for each place by itself: a number is set anew, a party is shown by its
 * fields, and the usual words of an opening are those of the document. Running text has no such place. */

typedef struct
{
  const char *name;
  SamenStore *store;
  GString *all; /* every text of every record */
  guint n_parties;
} Kept;

static inline GStrv
split_words (const char *text)
{
  g_autoptr (GString) spaced = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (spaced,
                             g_unichar_isalnum (g_utf8_get_char (p)) ? g_utf8_get_char (p) : ' ');
  return g_strsplit (spaced->str, " ", -1);
}

/* Whether each word of @text is one of @words */
static inline gboolean
is_told (const char *text, const char *words)
{
  g_auto (GStrv) said = split_words (text);
  g_auto (GStrv) known = split_words (words);

  for (gsize i = 0; said[i] != NULL; i++)
    if (*said[i] != '\0' && !g_strv_contains ((const char *const *) known, said[i]))
      return FALSE;
  return TRUE;
}

static inline void
append_record (GString *text, SamenRecord *record)
{
  const SamenRecordClass *klass = samen_record_class_of (G_OBJECT_TYPE (record));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) value = samen_field_get (&klass->fields[i], record);

      if (value != NULL && klass->fields[i].kind == SAMEN_KIND_TEXT)
        g_string_append_printf (text, "%s\n", g_variant_get_string (value, NULL));
    }
}

static inline void
collect_records (SamenStore *store, GString *text)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GListModel) list = samen_store_list (store, types[i], NULL, NULL);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (SamenRecord) record = g_list_model_get_item (list, j);

          append_record (text, record);
        }
    }
}

static inline void
assert_verbatim (const Kept *kept, guint line, const char *text)
{
  if (text != NULL && strstr (kept->all->str, text) == NULL)
    g_error ("%s:%u is not kept as it is: %s", kept->name, line, text);
}

/* A mark is set anew when it is a number, a letter or a bullet, or such words as "Lid 1" */
static inline gboolean
is_set_anew (const char *mark)
{
  static const char *const families[] = { "lid", "eerste lid", "tweede lid", "derde lid", "§" };
  g_autofree char *bare = g_utf8_casefold (mark, -1);

  g_strcanon (bare, "abcdefghijklmnopqrstuvwxyz ", ' ');
  g_strstrip (bare);
  if (strlen (bare) <= 1 || strspn (bare, "ivx") == strlen (bare))
    return TRUE;
  return g_strv_contains (families, bare);
}

static inline void
assert_items (const Kept *kept, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SamenCovenantTextItem *item = items->pdata[i];

      assert_verbatim (kept, item->line, item->text);
      if (item->mark != NULL && !is_set_anew (item->mark) &&
          g_ascii_strcasecmp (item->mark, "whereas") != 0)
        {
          g_autofree char *both = g_strdup_printf ("%s %s", item->mark, item->text);

          assert_verbatim (kept, item->line, g_strchomp (both));
        }
      assert_items (kept, item->parts);
    }
}

/* What an article, chapter or annex is called is set anew with its number. */
static inline void
assert_headed (const Kept *kept,
               guint line,
               const char *mark,
               const char *number,
               const char *heading,
               const GPtrArray *items)
{
  g_autofree char *words = g_strdup_printf ("artikel art article section hoofdstuk afdeling "
                                            "paragraaf deel titel chapter bijlage bijlagen "
                                            "annex appendix %s",
                                            number != NULL ? number : "");

  if (mark != NULL && !is_told (mark, words))
    g_error ("%s:%u: the mark is lost: %s", kept->name, line, mark);
  assert_verbatim (kept, line, heading);
  assert_items (kept, items);
}

/* The usual words of an opening stand in the document by themselves. */
static inline void
assert_opening (const Kept *kept, const SamenCovenantTextLine *line, const char *usual)
{
  if (line != NULL && !is_told (line->text, usual))
    assert_verbatim (kept, line->line, line->text);
}

/* Each word of a party is in one of its own fields, or belongs to the sentence or label that says them. */
static inline void
assert_party (Kept *kept, const SamenCovenantTextParty *party)
{
  g_autoptr (SamenParty) record = nth (kept->store, SAMEN_TYPE_PARTY, kept->n_parties++);
  g_autoptr (GListModel) representatives =
      samen_store_list (kept->store, SAMEN_TYPE_REPRESENTATIVE, NULL, NULL);
  g_autoptr (GString) told = g_string_new (
      "hierna verder nader gezamenlijk te noemen genoemd de het en ten dezen deze rechtsgeldig "
      "vertegenwoordigd door haar represented by duly hereinafter referred to as the established "
      "in "
      "gevestigd ");

  if (party->labelled)
    g_string_append (told, "naam organisatie functie vestigingsplaats plaats ");
  append_record (told, SAMEN_RECORD (record));
  if (record->organisation.id != NULL)
    {
      g_autoptr (SamenRecord) organisation =
          samen_store_get (kept->store, SAMEN_TYPE_ORGANISATION, record->organisation.id);

      append_record (told, organisation);
    }
  for (guint i = 0; i < g_list_model_get_n_items (representatives); i++)
    {
      g_autoptr (SamenRepresentative) it = g_list_model_get_item (representatives, i);

      if (g_strcmp0 (it->party.id, record->parent_instance.id) == 0)
        append_record (told, SAMEN_RECORD (it));
    }
  if (!is_told (party->text, told->str))
    g_error ("%s:%u: of a party something is lost: %s\nIts fields say: %s", kept->name, party->line,
             party->text, told->str);
  for (guint i = 0; i < party->members->len; i++)
    assert_party (kept, party->members->pdata[i]);
}

static inline void
add_signer_words (GString *words, const GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const SamenCovenantTextParty *party = parties->pdata[i];

      g_string_append_printf (words, "%s %s ", party->name != NULL ? party->name : "",
                              party->alias != NULL ? party->alias : "");
      for (guint j = 0; j < party->representatives->len; j++)
        {
          const SamenCovenantTextRepresentative *it = party->representatives->pdata[j];

          g_string_append_printf (words, "%s %s ", it->name,
                                  it->function != NULL ? it->function : "");
        }
      add_signer_words (words, party->members);
    }
}

/* Below the closing words a line may go that a signature block says: who, and the labels of its fields. */
static inline void
assert_end (const Kept *kept, const SamenCovenantText *tree)
{
  g_autoptr (GString) signers =
      g_string_new ("naam functie plaats datum handtekening namens deze voor akkoord te op "
                    "name function place date signature on behalf of for agreed signed ");

  if (tree->closing != NULL &&
      !is_told (tree->closing->text, "ondertekening handtekeningen signatures"))
    assert_verbatim (kept, tree->closing->line, tree->closing->text);
  add_signer_words (signers, tree->parties);
  for (guint i = 0; i < tree->signatures->len; i++)
    {
      const SamenCovenantTextLine *line = tree->signatures->pdata[i];

      if (!is_told (line->text, signers->str))
        assert_verbatim (kept, line->line, line->text);
    }
  for (guint i = 0; i < tree->rest->len; i++)
    {
      const SamenCovenantTextRest *rest = tree->rest->pdata[i];

      if (rest->kind == SAMEN_COVENANT_TEXT_REST_UNKNOWN)
        assert_verbatim (kept, rest->line, rest->text);
    }
}

static inline void
assert_kept (const char *name, const SamenCovenantText *tree, SamenStore *store)
{
  Kept kept = { name, store, g_string_new (NULL), 0 };
  g_autofree char *title = samen_covenant_import_title (tree);

  collect_records (store, kept.all);
  assert_verbatim (&kept, 1, title);
  assert_items (&kept, tree->preamble);
  assert_opening (&kept, tree->parties_opening,
                  "de ondergetekenden ondergetekende the undersigned");
  for (guint i = 0; i < tree->parties->len; i++)
    assert_party (&kept, tree->parties->pdata[i]);
  assert_opening (&kept, tree->collective,
                  "en hierna verder nader gezamenlijk tezamen te noemen de partijen hereinafter "
                  "jointly referred to as the parties");
  assert_opening (&kept, tree->considerations_opening,
                  "overwegende dat overwegingen whereas considering that considerations");
  assert_items (&kept, tree->considerations);
  assert_opening (&kept, tree->agreement, "komen het volgende overeen have agreed as follows");
  for (guint i = 0; i < tree->chapters->len; i++)
    {
      const SamenCovenantTextChapter *it = tree->chapters->pdata[i];

      assert_headed (&kept, it->line, it->mark, it->number, it->heading, it->items);
    }
  for (guint i = 0; i < tree->articles->len; i++)
    {
      const SamenCovenantTextArticle *it = tree->articles->pdata[i];

      assert_headed (&kept, it->line, it->mark, it->number, it->heading, it->clauses);
    }
  for (guint i = 0; i < tree->annexes->len; i++)
    {
      const SamenCovenantTextAnnex *it = tree->annexes->pdata[i];

      assert_headed (&kept, it->line, it->mark, it->number, it->heading, it->items);
    }
  assert_end (&kept, tree);
  g_string_free (kept.all, TRUE);
}
