/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/covenant-import-private.h"

static guint
count_marked (const GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SamenCovenantTextItem *item = g_ptr_array_index (items, i);

      n += (item->mark != NULL) + count_marked (item->parts);
    }
  return n;
}

static guint
count_parties (const GPtrArray *parties)
{
  guint n = 0;

  for (guint i = 0; i < parties->len; i++)
    {
      const SamenCovenantTextParty *party = g_ptr_array_index (parties, i);

      n += party->members->len > 0 ? party->members->len : 1;
    }
  return n;
}

static guint
value_of_roman (const char *text)
{
  static const char letters[] = "IVXLCDM";
  static const guint values[] = { 1, 5, 10, 50, 100, 500, 1000 };
  guint total = 0, last = 0;

  for (gsize i = strlen (text); i-- > 0;)
    {
      const char *found = strchr (letters, g_ascii_toupper (text[i]));
      guint value = found != NULL ? values[found - letters] : 0;

      if (value == 0 || total > 5000)
        return 0;
      total = value < last ? total - value : total + value;
      last = MAX (last, value);
    }
  return total;
}

static gboolean
is_number (const char *text, guint number)
{
  g_autofree char *written = g_strdup_printf ("%u", number);

  return text == NULL || g_str_equal (text, written) || value_of_roman (text) == number;
}

static guint
count_renumbered (const SamenCovenantText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->chapters->len; i++)
    n += !is_number (((SamenCovenantTextChapter *) g_ptr_array_index (text->chapters, i))->number,
                     i + 1);
  for (guint i = 0; i < text->articles->len; i++)
    n += !is_number (((SamenCovenantTextArticle *) g_ptr_array_index (text->articles, i))->number,
                     i + 1);
  for (guint i = 0; i < text->annexes->len; i++)
    n += !is_number (((SamenCovenantTextAnnex *) g_ptr_array_index (text->annexes, i))->number,
                     i + 1);
  return n;
}

void
samen_covenant_import_summarise (const SamenCovenantText *text, SamenCovenantSummary *summary)
{
  *summary = (SamenCovenantSummary) {
    .language = samen_covenant_import_language (text),
    .n_parties = count_parties (text->parties),
    .n_considerations = text->considerations->len,
    .n_chapters = text->chapters->len,
    .n_articles = text->articles->len,
    .n_annexes = text->annexes->len,
    .n_blanks = text->blanks->len,
    .n_renumbered = count_renumbered (text),
    .notes = text->notes,
  };
  samen_covenant_text_find_term (text, &summary->term);
  for (guint i = 0; i < text->articles->len; i++)
    summary->n_clauses += count_marked (
        ((SamenCovenantTextArticle *) g_ptr_array_index (text->articles, i))->clauses);
  for (guint i = 0; i < text->annexes->len; i++)
    summary->n_clauses +=
        count_marked (((SamenCovenantTextAnnex *) g_ptr_array_index (text->annexes, i))->items);
  for (guint i = 0; i < text->rest->len; i++)
    {
      const SamenCovenantTextRest *rest = g_ptr_array_index (text->rest, i);

      if (rest->kind == SAMEN_COVENANT_TEXT_REST_UNKNOWN)
        summary->n_unrecognised++;
      else
        summary->n_left_out++;
    }
  if ((text->notes & SAMEN_COVENANT_TEXT_NOTE_NOT_A_COVENANT) != 0)
    summary->n_unrecognised += text->preamble->len;
}

static void
take_line (GStrvBuilder *lines, guint n, char *line)
{
  if (n > 0)
    g_strv_builder_take (lines, line);
  else
    g_free (line);
}

#define COUNT(n, format) take_line (lines, n, g_strdup_printf (format, n))

static void
describe_parts (GStrvBuilder *lines, const SamenCovenantSummary *self)
{
  COUNT (self->n_parties, g_dngettext (GETTEXT_PACKAGE, "%u party", "%u parties", self->n_parties));
  COUNT (self->n_considerations, g_dngettext (GETTEXT_PACKAGE, "%u consideration",
                                              "%u considerations", self->n_considerations));
  COUNT (self->n_chapters,
         g_dngettext (GETTEXT_PACKAGE, "%u chapter", "%u chapters", self->n_chapters));
  COUNT (self->n_articles,
         g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", self->n_articles));
  COUNT (self->n_clauses,
         g_dngettext (GETTEXT_PACKAGE, "%u clause", "%u clauses", self->n_clauses));
  COUNT (self->n_annexes, g_dngettext (GETTEXT_PACKAGE, "%u annex", "%u annexes", self->n_annexes));
}

static void
describe_rest (GStrvBuilder *lines, const SamenCovenantSummary *self)
{
  COUNT (self->n_blanks, g_dngettext (GETTEXT_PACKAGE, "%u place is left to fill in.",
                                      "%u places are left to fill in.", self->n_blanks));
  COUNT (self->n_unrecognised,
         g_dngettext (GETTEXT_PACKAGE, "%u line was not recognised and is kept as text.",
                      "%u lines were not recognised and are kept as text.", self->n_unrecognised));
  COUNT (self->n_left_out,
         g_dngettext (GETTEXT_PACKAGE, "%u line of page numbers, headers or contents is left out.",
                      "%u lines of page numbers, headers or contents are left out.",
                      self->n_left_out));
  COUNT (self->n_renumbered,
         g_dngettext (GETTEXT_PACKAGE, "%u article, chapter or annex gets another number.",
                      "%u articles, chapters or annexes get another number.", self->n_renumbered));
}

#undef COUNT

/* What nobody would look for in a form that is filled in already */
static void
describe_term (GStrvBuilder *lines, const SamenCovenantTextTerm *term)
{
  g_autofree char *start = samen_date_format (term->start, NULL);
  g_autofree char *end = samen_date_format (term->end, NULL);

  if (term->says_start && term->starts == SAMEN_START_DATE)
    g_strv_builder_take (lines, g_strdup_printf (_ ("It takes effect on %s."), start));
  else if (term->says_start)
    g_strv_builder_add (lines, term->starts == SAMEN_START_SIGNING
                                   ? _ ("It takes effect on signing.")
                                   : _ ("It takes effect on the day after signing."));
  if (samen_date_is_set (term->end))
    g_strv_builder_take (lines, g_strdup_printf (_ ("It ends on %s."), end));
  if (term->notice > 0)
    g_strv_builder_take (
        lines,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The notice period is %u month.",
                                      "The notice period is %u months.", (gulong) term->notice),
                         (guint) term->notice));
}

static void
describe_notes (GStrvBuilder *lines, SamenCovenantTextNotes notes)
{
  static const struct
  {
    SamenCovenantTextNotes note;
    const char *text;
  } sentences[] = {
    { SAMEN_COVENANT_TEXT_NOTE_NOT_A_COVENANT,
      N_ ("This does not look like a covenant: all of it becomes the preamble.") },
    { SAMEN_COVENANT_TEXT_NOTE_WINDOWS_1252,
      N_ ("The text is in an older encoding (Windows-1252): check letters with accents.") },
    { SAMEN_COVENANT_TEXT_NOTE_CONTROLS, N_ ("Characters that cannot be printed became spaces.") },
    { SAMEN_COVENANT_TEXT_NOTE_FLATTENED,
      N_ ("Parts nested deeper than three levels come one level up.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if ((notes & sentences[i].note) != 0)
      g_strv_builder_add (lines, _ (sentences[i].text));
}

GStrv
samen_covenant_summary_describe (const SamenCovenantSummary *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  describe_parts (lines, self);
  describe_term (lines, &self->term);
  describe_rest (lines, self);
  describe_notes (lines, self->notes);
  return g_strv_builder_end (lines);
}

/* The title tells the kind best; the word first in it counts */
const char *
samen_covenant_import_kind (const SamenCovenantText *text)
{
  static const struct
  {
    const char *word;
    const char *kind;
  } words[] = {
    { "intentie", "intent" },         { "declaration of intent", "intent" },
    { "letter of intent", "intent" }, { "convenant", "covenant" },
    { "covenant", "covenant" },       { "overeenkomst", "cooperation" },
    { "agreement", "cooperation" },   { "akkoord", "other" },
    { "afspraken", "other" },         { "accord", "other" },
  };
  g_autofree char *title = NULL;
  const char *kind = "covenant";
  const char *first = NULL;

  if (text->kind != NULL)
    return text->kind;
  if (text->title == NULL && text->called == NULL)
    return kind;
  title = g_utf8_casefold (text->called != NULL ? text->called : text->title->text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = strstr (title, words[i].word);

      if (found != NULL && (first == NULL || found < first))
        {
          first = found;
          kind = words[i].kind;
        }
    }
  return kind;
}

char *
samen_covenant_import_title (const SamenCovenantText *text)
{
  SamenLanguage *language;
  char *title;

  if (text->called != NULL)
    return g_strdup (text->called);
  if (text->title == NULL)
    {
      language = samen_language_get (samen_covenant_import_language (text));
      return g_strdup (samen_language_text (language, "document", NC_ ("document", "Covenant")));
    }
  title = g_strdup (text->title->text);
  g_strdelimit (title, "\n", ' ');
  return g_strstrip (title);
}

typedef struct
{
  SamenWords *dutch;
  SamenWords *english;
  guint n_dutch;
  guint n_english;
} Tongues;

static void
listen (SamenCovenantTextElement element, guint line, const char *text, gpointer data)
{
  Tongues *self = data;
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        self->n_dutch += samen_words_tell (self->dutch, words[i]);
        self->n_english += samen_words_tell (self->english, words[i]);
      }
}

const char *
samen_covenant_import_language (const SamenCovenantText *text)
{
  Tongues self = {
    .dutch = samen_words_new ((const char *const[]) {
        "de het een van en dat voor met op zijn wordt door partijen", NULL }),
    .english = samen_words_new (
        (const char *const[]) { "the a of and that for with on are is by parties shall", NULL }),
  };

  samen_covenant_text_foreach (text, listen, &self);
  g_hash_table_unref (self.dutch);
  g_hash_table_unref (self.english);
  return self.n_english > self.n_dutch ? "en" : "nl";
}
