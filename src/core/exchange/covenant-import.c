/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "base/id.h"
#include "exchange/covenant-import-private.h"

/* What stands where a text has a mark without words */
#define NOTHING "…"

static SamenCovenantText *
read_bytes (const char *text, gsize length, GBytes **source, GError **error)
{
  SamenCovenantText *result = samen_covenant_text_parse (text, (gssize) length, error);

  if (result != NULL && source != NULL)
    *source = g_bytes_new (text, length);
  return result;
}

SamenCovenantText *
samen_covenant_import_read (GFile *file, GBytes **source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  const gsize limit =
      SAMEN_COVENANT_TEXT_MAX_BYTES + 1; /* one more is too many, as the reader says */
  g_autofree char *text = NULL;
  gsize length;

  if (stream == NULL)
    {
      if (error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
        g_set_str (&(*error)->message, _ ("This is a folder. Choose the text itself."));
      return NULL;
    }
  text = g_malloc (limit);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, limit, &length, cancellable, error))
    return NULL;
  return read_bytes (text, length, source, error);
}

SamenCovenantText *
samen_covenant_import_read_text (const char *text, GBytes **source, GError **error)
{
  return read_bytes (text, strlen (text), source, error);
}

/* ---- texts of several lines ---- */

static void
append_paragraph (GString *text, const char *paragraph, const char *joint)
{
  if (*paragraph == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? joint : "", paragraph);
}

/* An item and its parts as lines, each with its mark, a part two spaces further than what it is part of */
static void
append_item (GString *text, const SamenCovenantTextItem *item, guint depth)
{
  g_autofree char *line = NULL;

  if (item->mark != NULL)
    line = g_strdup_printf ("%*s%s %s", (int) depth * 2, "", item->mark, item->text);
  append_paragraph (text, line != NULL ? line : item->text, "\n");
  for (guint i = 0; i < item->parts->len; i++)
    append_item (text, g_ptr_array_index (item->parts, i), depth + 1);
}

/* Items as one text: paragraphs with an empty line between them, lists line by line */
static void
append_items (GString *text, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SamenCovenantTextItem *item = g_ptr_array_index (items, i);
      const SamenCovenantTextItem *last = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;
      gboolean in_list = item->mark != NULL && last != NULL && last->mark != NULL;
      g_autoptr (GString) lines = g_string_new (NULL);

      append_item (lines, item, 0);
      append_paragraph (text, lines->str, in_list ? "\n" : "\n\n");
    }
}

static void
append_words (GString *text, const SamenCovenantTextLine *line)
{
  if (line != NULL)
    append_paragraph (text, line->text, "\n\n");
}

/* ---- what has no place of its own ---- */

static guint
line_of_article (const SamenCovenantText *text, guint i)
{
  return ((SamenCovenantTextArticle *) g_ptr_array_index (text->articles, i))->line;
}

static guint
line_of_annex (const SamenCovenantText *text, guint i)
{
  return ((SamenCovenantTextAnnex *) g_ptr_array_index (text->annexes, i))->line;
}

/* Appends what was not recognised from line @first up to line @end */
static void
append_rest (GString *out, const SamenCovenantText *text, guint first, guint end)
{
  for (guint i = 0; i < text->rest->len; i++)
    {
      const SamenCovenantTextRest *rest = g_ptr_array_index (text->rest, i);

      if (rest->kind == SAMEN_COVENANT_TEXT_REST_UNKNOWN && rest->line >= first && rest->line < end)
        append_paragraph (out, rest->text, "\n\n");
    }
}

/* The line on which the end begins: the closing words, or else the first annex */
static guint
line_of_end (const SamenCovenantText *text)
{
  if (text->closing != NULL)
    return text->closing->line;
  return text->annexes->len > 0 ? line_of_annex (text, 0) : G_MAXUINT;
}

static char *
dup_preamble (const SamenCovenantText *text)
{
  g_autoptr (GString) preamble = g_string_new (NULL);

  append_items (preamble, text->preamble);
  append_rest (preamble, text, 0,
               text->articles->len > 0 ? line_of_article (text, 0) : line_of_end (text));
  return g_string_free_and_steal (g_steal_pointer (&preamble));
}

/* The closing words, and below them what the signature blocks will not say */
static char *
dup_closing (const SamenCovenantText *text)
{
  g_autoptr (SamenWords) signers = samen_covenant_import_signers (text);
  g_autoptr (SamenWords) headings =
      samen_words_new ((const char *const[]) { "ondertekening handtekeningen signatures", NULL });
  g_autoptr (GString) closing = g_string_new (NULL);

  if (text->closing != NULL && !samen_words_tell (headings, text->closing->text))
    append_words (closing, text->closing);
  for (guint i = 0; i < text->signatures->len; i++)
    {
      const SamenCovenantTextLine *line = g_ptr_array_index (text->signatures, i);

      if (!samen_words_tell (signers, line->text))
        append_words (closing, line);
    }
  append_rest (closing, text, line_of_end (text),
               text->annexes->len > 0 ? line_of_annex (text, 0) : G_MAXUINT);
  return g_string_free_and_steal (g_steal_pointer (&closing));
}

/* Words that lead from one part to the next, where they are not the usual ones */
static const char *
unusual (const SamenCovenantTextLine *line, const char *usual)
{
  g_autoptr (SamenWords) words = NULL;

  if (line == NULL)
    return NULL;
  words = samen_words_new ((const char *const[]) { usual, NULL });
  return samen_words_tell (words, line->text) ? NULL : line->text;
}

static const char *
add_agreement (SamenCovenantImport *self)
{
  const SamenCovenantText *text = self->text;
  g_autofree char *title = samen_covenant_import_title (text);
  g_autofree char *preamble = dup_preamble (text);
  g_autofree char *closing = dup_closing (text);
  g_autofree char *position =
      samen_store_append_position (self->store, SAMEN_TYPE_AGREEMENT, NULL, NULL);

  return samen_edit_add (
      self->edit, SAMEN_TYPE_AGREEMENT, "title", samen_value (title), "kind",
      samen_value (samen_covenant_import_kind (text)), "preamble", samen_value (preamble),
      "opening",
      samen_value (
          unusual (text->parties_opening, "de ondergetekenden ondergetekende the undersigned")),
      "collective",
      samen_value (unusual (text->collective,
                            "en hierna verder nader gezamenlijk tezamen te noemen de "
                            "partijen hereinafter jointly referred to as the parties")),
      "whereas",
      samen_value (
          unusual (text->considerations_opening,
                   "overwegende dat overwegingen whereas considering that considerations")),
      "agreed",
      samen_value (unusual (text->agreement, "komen het volgende overeen have agreed as follows")),
      "closing", samen_value (closing), "position", samen_value (position), NULL);
}

static void
set (SamenCovenantImport *self, const char *field, GVariant *value)
{
  samen_edit_set_by_id (self->edit, SAMEN_TYPE_AGREEMENT, self->agreement, field, value);
}

/* Until when it is in force, where its text says so: no date is typed twice */
static void
add_term (SamenCovenantImport *self)
{
  static const char *const starts[] = {
    [SAMEN_START_SIGNING] = "signing",
    [SAMEN_START_DAY_AFTER] = "day-after",
    [SAMEN_START_DATE] = "date",
  };
  SamenCovenantTextTerm term;

  samen_covenant_text_find_term (self->text, &term);
  if (term.says_start)
    set (self, "starts", samen_value (starts[term.starts]));
  if (samen_date_is_set (term.start))
    set (self, "start", samen_value (term.start));
  if (samen_date_is_set (term.end))
    set (self, "end", samen_value (term.end));
  if (term.notice > 0)
    set (self, "notice", samen_value (term.notice));
}

static void
add_considerations (SamenCovenantImport *self)
{
  g_autofree char *position = NULL;

  for (guint i = 0; i < self->text->considerations->len; i++)
    {
      const SamenCovenantTextItem *item = g_ptr_array_index (self->text->considerations, i);
      g_autofree char *previous = g_steal_pointer (&position);
      g_autoptr (GString) text = g_string_new (NULL);

      /* A mark of words is part of the sentence: "Gelet op" */
      if (item->mark != NULL && strchr (item->mark, ' ') != NULL)
        g_string_append_printf (text, "%s ", item->mark);
      g_string_append (text, item->text);
      for (guint j = 0; j < item->parts->len; j++)
        append_item (text, g_ptr_array_index (item->parts, j), 0);
      position = samen_position_between (previous, NULL);
      samen_edit_add (self->edit, SAMEN_TYPE_CONSIDERATION, "agreement",
                      samen_value (self->agreement), "text",
                      samen_value (*text->str != '\0' ? text->str : NOTHING), "position",
                      samen_value (position), NULL);
    }
}

/* ---- articles and their clauses ---- */

typedef struct
{
  SamenCovenantImport *import;
  const char *article;
  char *position;
} Clauses;

/* Whether a mark says more than which one it is, such as "Artikel 3" in an annex: then it stays with the text.
 * A number, a letter or "Eerste lid" is set anew. */
static gboolean
is_spoken (const char *mark)
{
  g_autofree char *folded = mark != NULL ? g_utf8_casefold (mark, -1) : g_strdup ("");
  g_auto (GStrv) words = NULL;

  g_strcanon (folded, "abcdefghijklmnopqrstuvwxyz", ' ');
  words = g_strsplit (folded, " ", -1);
  if (g_strv_contains ((const char *const *) words, "lid"))
    return FALSE;
  for (gsize i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 2 && strspn (words[i], "ivx") != strlen (words[i]))
      return TRUE;
  return FALSE;
}

static const char *
mark_of (const SamenCovenantTextItem *item)
{
  if (item->mark == NULL)
    return item->counted ? "number" : "none";
  if (is_spoken (item->mark))
    return "none";
  for (const char *p = item->mark; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return g_str_equal (item->mark, "o") ? "dash" : "number";
  return "dash";
}

static void
add_clause (Clauses *self, const SamenCovenantTextItem *item, const char *part_of)
{
  g_autofree char *previous = g_steal_pointer (&self->position);
  g_autofree char *text = is_spoken (item->mark) ? g_strdup_printf ("%s %s", item->mark, item->text)
                                                 : g_strdup (item->text);
  const char *id;

  g_strchomp (text);
  self->position = samen_position_between (previous, NULL);
  id = samen_edit_add (
      self->import->edit, SAMEN_TYPE_CLAUSE, "article", samen_value (self->article), "part_of",
      samen_value (part_of), "text", samen_value (*text != '\0' ? text : NOTHING), "mark",
      samen_value (mark_of (item)), "position", samen_value (self->position), NULL);
  for (guint i = 0; i < item->parts->len; i++)
    add_clause (self, g_ptr_array_index (item->parts, i), id);
}

/* Whether the parts of @item are numbered in digits, as clauses are */
static gboolean
has_clauses (const SamenCovenantTextItem *item)
{
  const SamenCovenantTextItem *first;

  if (item->parts->len == 0)
    return FALSE;
  first = g_ptr_array_index (item->parts, 0);
  return first->mark != NULL && g_ascii_isdigit (first->mark[strspn (first->mark, "(")]) &&
         strstr (first->mark, "°") == NULL;
}

/* How many of @items make the text of the article: what stands before its clauses. The last of these may
 * introduce clauses as its parts. */
static guint
count_leading (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SamenCovenantTextItem *item = g_ptr_array_index (items, i);

      if (item->mark != NULL || item->counted || (item->parts->len > 0 && !has_clauses (item)))
        return i;
      if (item->parts->len > 0)
        return i + 1;
    }
  return items->len;
}

/* The row of an article, chapter or annex that goes from line @first up to line @end, with its clauses */
static void
add_article (SamenCovenantImport *self,
             const char *kind,
             const char *heading,
             const GPtrArray *items,
             char **position,
             guint first,
             guint end)
{
  g_autofree char *previous = g_steal_pointer (position);
  guint n_leading = count_leading (items);
  g_autoptr (GString) text = g_string_new (NULL);
  Clauses clauses = { .import = self };

  *position = samen_position_between (previous, NULL);
  for (guint i = 0; i < n_leading; i++)
    append_paragraph (text, ((SamenCovenantTextItem *) g_ptr_array_index (items, i))->text, "\n\n");
  append_rest (text, self->text, first, end);
  clauses.article =
      samen_edit_add (self->edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (self->agreement),
                      "kind", samen_value (kind), "heading", samen_value (heading), "text",
                      samen_value (text->str), "position", samen_value (*position), NULL);
  if (n_leading > 0)
    {
      const SamenCovenantTextItem *last = g_ptr_array_index (items, n_leading - 1);

      for (guint i = 0; i < last->parts->len; i++)
        add_clause (&clauses, g_ptr_array_index (last->parts, i), NULL);
    }
  for (guint i = n_leading; i < items->len; i++)
    add_clause (&clauses, g_ptr_array_index (items, i), NULL);
  g_free (clauses.position);
}

static void
add_chapters (SamenCovenantImport *self, guint *next, guint end, char **position)
{
  for (; *next < end; ++*next)
    {
      const SamenCovenantTextChapter *it = g_ptr_array_index (self->text->chapters, *next);

      add_article (self, "chapter", it->heading, it->items, position, 0, 0);
    }
}

static void
add_articles (SamenCovenantImport *self)
{
  const SamenCovenantText *text = self->text;
  g_autofree char *position = NULL;
  guint next_chapter = 0;

  for (guint i = 0; i < text->articles->len; i++)
    {
      const SamenCovenantTextArticle *it = g_ptr_array_index (text->articles, i);
      guint end = i + 1 < text->articles->len ? line_of_article (text, i + 1) : line_of_end (text);

      add_chapters (self, &next_chapter, (guint) (it->chapter + 1), &position);
      add_article (self, "article", it->heading, it->clauses, &position, it->line, end);
    }
  add_chapters (self, &next_chapter, text->chapters->len, &position);
  for (guint i = 0; i < text->annexes->len; i++)
    {
      const SamenCovenantTextAnnex *it = g_ptr_array_index (text->annexes, i);
      guint end = i + 1 < text->annexes->len ? line_of_annex (text, i + 1) : G_MAXUINT;

      add_article (self, "annex", it->heading, it->items, &position, it->line, end);
    }
}

/* ---- all of it ---- */

static gboolean
add_source (SamenCovenantImport *self, GBytes *source, const char *name, GError **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *title = samen_covenant_import_title (self->text);
  g_autofree char *valid =
      name != NULL ? g_utf8_make_valid (name, -1) : g_strconcat (title, ".txt", NULL);

  if (source == NULL)
    return TRUE;
  if (!samen_store_add_bytes (self->store, source, &hash, error))
    return FALSE;
  samen_edit_add (self->edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value (valid), "record",
                  samen_value (self->agreement), "media_type", samen_value ("text/plain"),
                  "content", samen_value (hash), NULL);
  return TRUE;
}

SamenEdit *
samen_covenant_import_edit (const SamenCovenantText *text,
                            SamenStore *store,
                            GBytes *source,
                            const char *name,
                            GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (NC_ ("edit", "Import Covenant"));
  SamenCovenantImport self = {
    .edit = edit,
    .store = store,
    .text = text,
  };

  self.agreement = add_agreement (&self);
  add_term (&self);
  samen_covenant_import_add_parties (&self);
  add_considerations (&self);
  add_articles (&self);
  return add_source (&self, source, name, error) ? g_steal_pointer (&edit) : NULL;
}

static gboolean
start_dossier (SamenStore *store, const SamenCovenantText *text, GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (NC_ ("edit", "Start Dossier"));
  g_autofree char *title = samen_covenant_import_title (text);

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value (title), "language",
                  samen_value (samen_covenant_import_language (text)), NULL);
  return samen_store_apply (store, edit, error);
}

SamenStore *
samen_covenant_import_to_path (const char *path,
                               const SamenCovenantText *text,
                               GBytes *source,
                               const char *name,
                               const char *author,
                               GError **error)
{
  g_autoptr (SamenStore) store = samen_store_create (path, error);
  g_autoptr (SamenEdit) edit = NULL;

  if (store == NULL)
    return NULL;
  samen_store_set_author (store, author);
  if (start_dossier (store, text, error))
    edit = samen_covenant_import_edit (text, store, source, name, error);
  if (edit != NULL && samen_store_apply (store, edit, error))
    return g_steal_pointer (&store);
  g_clear_object (&store);
  g_unlink (path);
  return NULL;
}

/* The agreement is the first thing that an import adds */
static char *
dup_agreement_id (SamenEdit *edit)
{
  const SamenChange *first = g_ptr_array_index (samen_edit_get_changes (edit), 0);

  return g_strdup (first->record);
}

gboolean
samen_covenant_import_into_path (const char *path,
                                 const SamenCovenantText *text,
                                 GBytes *source,
                                 const char *name,
                                 const char *author,
                                 char **id,
                                 GError **error)
{
  g_autoptr (SamenStore) store = samen_store_open (path, error);
  g_autoptr (SamenEdit) edit = NULL;

  if (store == NULL)
    return FALSE;
  samen_store_set_author (store, author);
  edit = samen_covenant_import_edit (text, store, source, name, error);
  if (edit == NULL || !samen_store_apply (store, edit, error))
    return FALSE;
  if (id != NULL)
    *id = dup_agreement_id (edit);
  return TRUE;
}

SamenStore *
samen_covenant_import_new_dossier (SamenLibrary *library,
                                   const SamenCovenantText *text,
                                   GBytes *source,
                                   const char *name,
                                   const char *author,
                                   GError **error)
{
  g_autofree char *path = samen_library_new_path (library);
  SamenStore *store = samen_covenant_import_to_path (path, text, source, name, author, error);

  if (store != NULL)
    samen_library_reload (library);
  return store;
}
