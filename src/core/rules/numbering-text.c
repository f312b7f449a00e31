/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "rules/numbering.h"
#include "rules/rules-private.h"

#define UUID_LENGTH 36
#define TAG "{article:"
#define CAPITAL_TAG "{Article:"
#define TAG_LENGTH strlen (TAG)

/* What somebody types between braces is no longer than this */
#define LONGEST_INPUT 200

char *
samen_numbering_label (SamenNumbering *self, const char *id, SamenLanguage *language)
{
  const SamenLine *line = samen_numbering_find (self, id);

  if (line == NULL)
    return g_strdup ("");
  if (SAMEN_IS_CLAUSE (line->record))
    return g_strdup (line->mark);
  switch (SAMEN_ARTICLE (line->record)->kind)
    {
    case SAMEN_ARTICLE_CHAPTER:
      return g_strdup_printf (
          samen_language_text (language, "document", NC_ ("document", "Chapter %s")), line->number);
    case SAMEN_ARTICLE_ANNEX:
      return g_strdup_printf (
          samen_language_text (language, "document", NC_ ("document", "Annex %s")), line->number);
    default:
      return g_strdup_printf (
          samen_language_text (language, "document", NC_ ("document", "Article %s")), line->number);
    }
}

static char *
refer_in_article (const char *article,
                  const char *clause,
                  const char *part,
                  SamenLanguage *language)
{
  if (clause != NULL && part != NULL)
    return g_strdup_printf (
        samen_language_text (language, "document",
                             NC_ ("document", "article %s, clause %s, under %s")),
        article, clause, part);
  if (clause != NULL)
    return g_strdup_printf (
        samen_language_text (language, "document", NC_ ("document", "article %s, clause %s")),
        article, clause);
  if (part != NULL)
    return g_strdup_printf (
        samen_language_text (language, "document", NC_ ("document", "article %s, under %s")),
        article, part);
  return g_strdup_printf (
      samen_language_text (language, "document", NC_ ("document", "article %s")), article);
}

static char *
refer_in_annex (const char *annex, const char *clause, const char *part, SamenLanguage *language)
{
  if (clause != NULL && part != NULL)
    return g_strdup_printf (samen_language_text (language, "document",
                                                 NC_ ("document", "annex %s, clause %s, under %s")),
                            annex, clause, part);
  if (clause != NULL)
    return g_strdup_printf (
        samen_language_text (language, "document", NC_ ("document", "annex %s, clause %s")), annex,
        clause);
  if (part != NULL)
    return g_strdup_printf (
        samen_language_text (language, "document", NC_ ("document", "annex %s, under %s")), annex,
        part);
  return g_strdup_printf (samen_language_text (language, "document", NC_ ("document", "annex %s")),
                          annex);
}

/* The numbers of a part and of the parts that hold it: "a, 1°"; NULL for a clause. What comes below
 * a line without a number cannot be told apart, and is left out. */
static char *
part_path (const SamenLine *line)
{
  g_autofree char *path = NULL;

  for (; line->depth >= 2; line = line->parent)
    {
      char *longer = NULL;

      if (line->number != NULL)
        longer =
            path != NULL ? g_strconcat (line->number, ", ", path, NULL) : g_strdup (line->number);
      g_free (path);
      path = longer;
    }
  /* The only clause of an article has no number and needs none */
  if (line->depth == 1 && line->number == NULL &&
      SAMEN_CLAUSE (line->record)->mark != SAMEN_MARK_NUMBER)
    return NULL;
  return g_steal_pointer (&path);
}

static const SamenLine *
line_at_depth (const SamenLine *line, guint depth)
{
  while (line != NULL && line->depth > depth)
    line = line->parent;
  return line != NULL && line->depth == depth ? line : NULL;
}

char *
samen_numbering_reference (SamenNumbering *self, const char *id, SamenLanguage *language)
{
  const SamenLine *line = samen_numbering_find (self, id);
  const SamenLine *article, *clause;
  g_autofree char *part = NULL;
  const char *number;

  if (line == NULL)
    return g_strdup (samen_language_text (language, "document", NC_ ("document", "article ?")));
  article = line_at_depth (line, 0);
  clause = line_at_depth (line, 1);
  number = clause != NULL ? clause->number : NULL;
  part = part_path (line);
  switch (SAMEN_ARTICLE (article->record)->kind)
    {
    case SAMEN_ARTICLE_CHAPTER:
      return g_strdup_printf (
          samen_language_text (language, "document", NC_ ("document", "chapter %s")),
          article->number);
    case SAMEN_ARTICLE_ANNEX:
      return refer_in_annex (article->number, number, part, language);
    default:
      return refer_in_article (article->number, number, part, language);
    }
}

char *
samen_numbering_markup (const char *id)
{
  return g_strconcat (TAG, id, "}", NULL);
}

/* A reference at @text: its id, and whether it begins with a capital */
static gboolean
read_markup (const char *text, char id[UUID_LENGTH + 1], gboolean *capital)
{
  /* Not g_str_has_prefix(), which measures all of the text that is left */
  *capital = strncmp (text, CAPITAL_TAG, TAG_LENGTH) == 0;
  if (!*capital && strncmp (text, TAG, TAG_LENGTH) != 0)
    return FALSE;
  if (strnlen (text + TAG_LENGTH, UUID_LENGTH + 1) <= UUID_LENGTH)
    return FALSE;
  memcpy (id, text + TAG_LENGTH, UUID_LENGTH);
  id[UUID_LENGTH] = '\0';
  return samen_id_is_valid (id) && text[TAG_LENGTH + UUID_LENGTH] == '}';
}

static void
append_reference (GString *out, const char *reference, gboolean capital)
{
  const char *rest = reference;

  if (capital)
    {
      g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (reference)));
      rest = g_utf8_next_char (reference);
    }
  g_string_append (out, rest);
}

/* @text with its references written out, between braces if somebody is to edit it; @citations may be NULL */
static char *
write_out (SamenNumbering *self,
           const char *text,
           SamenLanguage *language,
           gboolean for_input,
           GArray *citations)
{
  GString *out = g_string_new (NULL);
  char id[UUID_LENGTH + 1];
  gboolean capital;

  for (const char *p = text != NULL ? text : ""; *p != '\0';)
    {
      g_autofree char *reference = NULL;
      SamenCitation citation = { .markup = NULL };

      if (*p != '{' || !read_markup (p, id, &capital) ||
          (for_input && samen_numbering_find (self, id) == NULL))
        {
          g_string_append_c (out, *p++);
          continue;
        }
      reference = samen_numbering_reference (self, id, language);
      if (citations != NULL)
        citation.start = (guint) g_utf8_strlen (out->str, (gssize) out->len);
      if (for_input)
        g_string_append_c (out, '{');
      append_reference (out, reference, capital);
      if (for_input)
        g_string_append_c (out, '}');
      if (citations != NULL)
        {
          citation.end = citation.start + (guint) g_utf8_strlen (reference, -1);
          citation.markup = g_strndup (p, TAG_LENGTH + UUID_LENGTH + 1);
          g_array_append_val (citations, citation);
        }
      p += TAG_LENGTH + UUID_LENGTH + 1;
    }
  return g_string_free (out, FALSE);
}

static void
clear_citation (gpointer data)
{
  g_free (((SamenCitation *) data)->markup);
}

char *
samen_numbering_render (SamenNumbering *self, const char *text, SamenLanguage *language)
{
  return write_out (self, text, language, FALSE, NULL);
}

char *
samen_numbering_render_cited (SamenNumbering *self,
                              const char *text,
                              SamenLanguage *language,
                              GArray **citations)
{
  *citations = g_array_new (FALSE, FALSE, sizeof (SamenCitation));
  g_array_set_clear_func (*citations, clear_citation);
  return write_out (self, text, language, FALSE, *citations);
}

char *
samen_numbering_to_input (SamenNumbering *self, const char *text, SamenLanguage *language)
{
  return write_out (self, text, language, TRUE, NULL);
}

/* How a reference is looked up: whatever its capitals, commas and spaces */
static char *
lookup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,\t\n", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (key, "%s ", words[i]);
  return g_string_free (key, FALSE);
}

/* What each line can be called; of those called the same the first, which holds the others */
static GHashTable *
index_references (SamenNumbering *self, SamenLanguage *language)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SamenLanguage *languages[] = { language, samen_language_get ("nl"), samen_language_get ("en") };
  GPtrArray *lines = samen_numbering_get_lines (self);

  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        const SamenLine *line = lines->pdata[i];
        g_autofree char *text = samen_numbering_reference (self, line->record->id, languages[j]);
        g_autofree char *key = lookup_key (text);

        if (!g_hash_table_contains (index, key))
          g_hash_table_insert (index, g_steal_pointer (&key), line->record->id);
      }
  return index;
}

/* The reference between the braces at @text, as markup; NULL if it names nothing */
static char *
read_input (GHashTable *index, const char *text, gsize *length)
{
  gsize inside = strcspn (text + 1, "{}");
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  const char *id;
  gboolean capital;

  if (text[1 + inside] != '}' || inside > LONGEST_INPUT)
    return NULL;
  name = g_strstrip (g_strndup (text + 1, inside));
  key = lookup_key (name);
  id = g_hash_table_lookup (index, key);
  if (id == NULL)
    return NULL;
  *length = inside + 2;
  capital = g_unichar_isupper (g_utf8_get_char (name));
  return g_strconcat (capital ? CAPITAL_TAG : TAG, id, "}", NULL);
}

char *
samen_numbering_from_input (SamenNumbering *self, const char *text, SamenLanguage *language)
{
  g_autoptr (GHashTable) index = NULL;
  GString *out;

  if (strchr (text, '{') == NULL)
    return g_strdup (text);
  index = index_references (self, language);
  out = g_string_new (NULL);
  while (*text != '\0')
    {
      gsize length = 1;
      g_autofree char *markup = *text == '{' ? read_input (index, text, &length) : NULL;

      if (markup != NULL)
        g_string_append (out, markup);
      else
        g_string_append_c (out, *text);
      text += length;
    }
  return g_string_free (out, FALSE);
}

char *
samen_numbering_cite (SamenNumbering *self, const char *words, SamenLanguage *language)
{
  g_autofree char *input = g_strconcat ("{", words, "}", NULL);
  g_autofree char *kept = samen_numbering_from_input (self, input, language);

  return g_str_equal (kept, input) ? NULL : g_steal_pointer (&kept);
}

char *
samen_numbering_lead (const char *text, GHashTable *ids)
{
  GString *out;
  char id[UUID_LENGTH + 1];
  gboolean capital;

  if (text == NULL || strchr (text, '{') == NULL)
    return g_strdup (text);
  out = g_string_new (NULL);
  while (*text != '\0')
    {
      const char *other =
          *text == '{' && read_markup (text, id, &capital) ? g_hash_table_lookup (ids, id) : NULL;

      if (other == NULL)
        {
          g_string_append_c (out, *text++);
          continue;
        }
      g_string_append_printf (out, "%s%s}", capital ? CAPITAL_TAG : TAG, other);
      text += TAG_LENGTH + UUID_LENGTH + 1;
    }
  return g_string_free (out, FALSE);
}

gboolean
samen_numbering_is_whole (SamenNumbering *self, const char *text)
{
  char id[UUID_LENGTH + 1];
  gboolean capital;

  for (const char *p = text != NULL ? strchr (text, '{') : NULL; p != NULL; p = strchr (p + 1, '{'))
    if (read_markup (p, id, &capital) && samen_numbering_find (self, id) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
line_is_whole (SamenNumbering *self, const SamenLine *line)
{
  if (SAMEN_IS_CLAUSE (line->record))
    return samen_numbering_is_whole (self, SAMEN_CLAUSE (line->record)->text);
  return samen_numbering_is_whole (self, SAMEN_ARTICLE (line->record)->heading) &&
         samen_numbering_is_whole (self, SAMEN_ARTICLE (line->record)->text);
}

GPtrArray *
samen_numbering_check (SamenNumbering *self)
{
  GPtrArray *broken = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *lines = samen_numbering_get_lines (self);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenLine *line = lines->pdata[i];

      if (!line_is_whole (self, line))
        g_ptr_array_add (broken, g_object_ref (line->record));
    }
  return broken;
}
