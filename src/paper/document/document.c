/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/block.h"

#include <string.h>

struct _SamenDocument
{
  char *language;
  char *title;
  char *author;
  char *note;
  gboolean created_set;
  gint64 created;
  SamenDocumentLabels labels;
  SamenBlock *root;
  SamenBlock *open; /* where the next block goes */
};

static void
labels_copy (SamenDocumentLabels *to, const SamenDocumentLabels *from)
{
  g_free ((char *) to->name);
  g_free ((char *) to->place);
  g_free ((char *) to->date);
  g_free ((char *) to->signature);
  to->name = g_strdup (from->name != NULL ? from->name : "Name");
  to->place = g_strdup (from->place != NULL ? from->place : "Place");
  to->date = g_strdup (from->date != NULL ? from->date : "Date");
  to->signature = g_strdup (from->signature != NULL ? from->signature : "Signature");
}

/* Removes what would break a page: control characters, other kinds of line
 * ends, and white space at the end. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = p[1] == '\n' ? 0 : '\n';
      else if (c == 0x2028 || c == 0x2029)
        c = '\n';
      else if (c == '\t')
        c = ' ';
      else if (c != '\n' && g_unichar_iscntrl (c))
        c = 0;
      if (c != 0)
        g_string_append_unichar (clean, c);
    }
  return g_string_free_and_steal (clean);
}

/* As clean_text(), on one line. */
static char *
clean_line (const char *text)
{
  char *line = clean_text (text);

  g_strdelimit (line, "\n", ' ');
  return g_strstrip (line);
}

static char *
clean_line_or_null (const char *text)
{
  g_autofree char *line = clean_line (text);

  return *line == '\0' ? NULL : g_steal_pointer (&line);
}

static void
block_free (SamenBlock *block)
{
  g_free (block->mark);
  g_free (block->text);
  g_free (block->extra);
  g_clear_pointer (&block->runs, g_array_unref);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  for (gsize i = 0; i < block->n_columns; i++)
    g_free ((char *) block->columns[i].header);
  g_free (block->columns);
  g_strfreev (block->cells);
  g_free ((char *) block->signer.organisation);
  g_free ((char *) block->signer.representative);
  g_free ((char *) block->signer.function);
  g_free ((char *) block->signer.place);
  g_free ((char *) block->signer.date);
  if (block->draw_destroy != NULL)
    block->draw_destroy (block->draw_data);
  g_free (block);
}

static SamenBlock *
block_new (SamenBlockKind kind)
{
  SamenBlock *block = g_new0 (SamenBlock, 1);

  block->kind = kind;
  block->text = g_strdup ("");
  return block;
}

static SamenBlock *
block_append (SamenBlock *parent, SamenBlockKind kind)
{
  SamenBlock *block = block_new (kind);

  if (parent->children == NULL)
    parent->children = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  g_ptr_array_add (parent->children, block);
  block->parent = parent;
  return block;
}

/* Where a block that is no list item goes: in a list, into the last item. */
static SamenBlock *
open_parent (SamenDocument *doc)
{
  SamenBlock *open = doc->open;

  if (open->kind != SAMEN_BLOCK_LIST)
    return open;
  if (samen_block_get_n_children (open) == 0)
    samen_document_add_item (doc, "", NULL);
  return samen_block_get_child (open, samen_block_get_n_children (open) - 1);
}

static SamenBlock *
add_block (SamenDocument *doc, SamenBlockKind kind)
{
  return block_append (open_parent (doc), kind);
}

/* Goes back to what was open around the open block: a list, never an item. */
static void
close_block (SamenDocument *doc)
{
  doc->open = doc->open->parent;
  if (doc->open->kind == SAMEN_BLOCK_ITEM)
    doc->open = doc->open->parent;
}

SamenDocument *
samen_document_new (const char *language, const char *title)
{
  SamenDocument *doc = g_new0 (SamenDocument, 1);

  doc->language = clean_line (language != NULL && *language != '\0' ? language : "en");
  doc->title = clean_line (title);
  doc->root = block_new (SAMEN_BLOCK_ROOT);
  doc->open = doc->root;
  labels_copy (&doc->labels, &(SamenDocumentLabels) { NULL });
  return doc;
}

void
samen_document_free (SamenDocument *doc)
{
  if (doc == NULL)
    return;

  g_free (doc->language);
  g_free (doc->title);
  g_free (doc->author);
  g_free (doc->note);
  g_free ((char *) doc->labels.name);
  g_free ((char *) doc->labels.place);
  g_free ((char *) doc->labels.date);
  g_free ((char *) doc->labels.signature);
  block_free (doc->root);
  g_free (doc);
}

const char *
samen_document_get_language (SamenDocument *doc)
{
  return doc->language;
}

const char *
samen_document_get_title (SamenDocument *doc)
{
  return doc->title;
}

const char *
samen_document_get_author (SamenDocument *doc)
{
  return doc->author;
}

void
samen_document_set_author (SamenDocument *doc, const char *author)
{
  g_free (doc->author);
  doc->author = clean_line_or_null (author);
}

const char *
samen_document_get_note (SamenDocument *doc)
{
  return doc->note;
}

void
samen_document_set_note (SamenDocument *doc, const char *note)
{
  g_free (doc->note);
  doc->note = clean_line_or_null (note);
}

void
samen_document_set_created (SamenDocument *doc, gint64 created)
{
  doc->created = created;
  doc->created_set = TRUE;
}

gint64
samen_document_get_created (SamenDocument *doc)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (doc->created_set)
    return doc->created;
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    return seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

void
samen_document_set_labels (SamenDocument *doc, const SamenDocumentLabels *labels)
{
  labels_copy (&doc->labels, labels);
}

const SamenDocumentLabels *
samen_document_get_labels (SamenDocument *doc)
{
  return &doc->labels;
}

/* Takes the text of all spans, and where each style stands in it. */
static void
set_spans (SamenBlock *block, const SamenSpan *spans, gsize n_spans)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_spans; i++)
    {
      g_autofree char *piece = clean_text (spans[i].text);
      SamenRun run = { .start = text->len, .style = spans[i].style };

      g_string_append (text, piece);
      run.end = text->len;
      if (run.style == SAMEN_STYLE_PLAIN || run.start == run.end)
        continue;
      if (block->runs == NULL)
        block->runs = g_array_new (FALSE, FALSE, sizeof (SamenRun));
      g_array_append_val (block->runs, run);
    }

  g_free (block->text);
  block->text = g_strchomp (g_string_free_and_steal (text));
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      SamenRun *run = &g_array_index (block->runs, SamenRun, i);

      run->start = MIN (run->start, strlen (block->text));
      run->end = MIN (run->end, strlen (block->text));
    }
}

static void
set_text (SamenBlock *block, const char *text)
{
  set_spans (block, &(SamenSpan) { .text = text }, 1);
}

void
samen_document_add_title (SamenDocument *doc, const char *text, const char *subtitle)
{
  SamenBlock *block = add_block (doc, SAMEN_BLOCK_TITLE);

  set_text (block, text);
  block->extra = clean_line_or_null (subtitle);
}

void
samen_document_add_heading (SamenDocument *doc, int level, const char *number, const char *text)
{
  SamenBlock *block = add_block (doc, SAMEN_BLOCK_HEADING);

  block->level = CLAMP (level, 1, 3);
  block->mark = clean_line_or_null (number);
  g_free (block->text);
  block->text = clean_line (text);
}

void
samen_document_add_paragraph (SamenDocument *doc, const char *text)
{
  samen_document_add_spans (doc, &(SamenSpan) { .text = text }, 1);
}

void
samen_document_add_spans (SamenDocument *doc, const SamenSpan *spans, gsize n_spans)
{
  gboolean empty = TRUE;

  for (gsize i = 0; i < n_spans; i++)
    {
      g_autofree char *line = clean_line (spans[i].text);

      empty = empty && *line == '\0';
    }
  if (!empty)
    set_spans (add_block (doc, SAMEN_BLOCK_PARAGRAPH), spans, n_spans);
}

void
samen_document_begin_list (SamenDocument *doc, SamenListMarks marks)
{
  int level = 1;
  SamenBlock *list;

  for (SamenBlock *b = doc->open; b != NULL; b = b->parent)
    level += b->kind == SAMEN_BLOCK_LIST;
  list = add_block (doc, SAMEN_BLOCK_LIST);
  list->marks = marks;
  list->level = level;
  doc->open = list;
}

void
samen_document_add_item (SamenDocument *doc, const char *mark, const char *text)
{
  samen_document_add_item_spans (doc, mark, &(SamenSpan) { .text = text }, 1);
}

void
samen_document_add_item_spans (SamenDocument *doc,
                               const char *mark,
                               const SamenSpan *spans,
                               gsize n_spans)
{
  SamenBlock *item;

  g_return_if_fail (doc->open->kind == SAMEN_BLOCK_LIST);

  item = block_append (doc->open, SAMEN_BLOCK_ITEM);
  set_spans (item, spans, n_spans);
  if (mark != NULL)
    {
      item->mark = clean_line (mark);
    }
  else
    {
      g_autofree char *next = samen_list_mark (doc->open->marks, doc->open->children->len);

      item->mark = g_strconcat (next, doc->open->marks == SAMEN_MARKS_DASH ? "" : ".", NULL);
    }
}

void
samen_document_end_list (SamenDocument *doc)
{
  g_return_if_fail (doc->open->kind == SAMEN_BLOCK_LIST);

  close_block (doc);
}

void
samen_document_begin_table (SamenDocument *doc, const SamenColumn *columns, gsize n_columns)
{
  SamenBlock *table;

  g_return_if_fail (n_columns > 0);

  table = add_block (doc, SAMEN_BLOCK_TABLE);
  table->n_columns = n_columns;
  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  for (gsize i = 0; i < n_columns; i++)
    {
      table->columns[i].header = clean_line_or_null (columns[i].header);
      if (!(columns[i].weight > 0))
        table->columns[i].weight = 1;
    }
  doc->open = table;
}

void
samen_document_add_row (SamenDocument *doc, const char *const *cells)
{
  SamenBlock *row;
  gboolean more = TRUE;

  g_return_if_fail (doc->open->kind == SAMEN_BLOCK_TABLE);

  row = block_append (doc->open, SAMEN_BLOCK_ROW);
  row->cells = g_new0 (char *, doc->open->n_columns + 1);
  for (gsize i = 0; i < doc->open->n_columns; i++)
    {
      more = more && cells[i] != NULL;
      row->cells[i] = g_strchomp (clean_text (more ? cells[i] : NULL));
    }
}

void
samen_document_end_table (SamenDocument *doc)
{
  g_return_if_fail (doc->open->kind == SAMEN_BLOCK_TABLE);

  close_block (doc);
}

void
samen_document_add_figure (SamenDocument *doc,
                           double width,
                           double height,
                           const char *alt,
                           const char *caption,
                           SamenFigureDraw draw,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  SamenBlock *block = add_block (doc, SAMEN_BLOCK_FIGURE);

  g_free (block->text);
  block->text = clean_line (alt);
  block->extra = clean_line_or_null (caption);
  block->width = MAX (width, 0);
  block->height = MAX (height, 1);
  block->draw = draw;
  block->draw_data = user_data;
  block->draw_destroy = destroy;
}

void
samen_document_add_signature (SamenDocument *doc, const SamenSigner *signer)
{
  SamenBlock *block = add_block (doc, SAMEN_BLOCK_SIGNATURE);

  block->signer.organisation = clean_line_or_null (signer->organisation);
  block->signer.representative = clean_line_or_null (signer->representative);
  block->signer.function = clean_line_or_null (signer->function);
  block->signer.place = clean_line_or_null (signer->place);
  block->signer.date = clean_line_or_null (signer->date);
}

void
samen_document_add_page_break (SamenDocument *doc)
{
  add_block (doc, SAMEN_BLOCK_PAGE_BREAK);
}

void
samen_document_begin_keep (SamenDocument *doc)
{
  g_return_if_fail (doc->open == doc->root);

  doc->open = add_block (doc, SAMEN_BLOCK_KEEP);
}

void
samen_document_end_keep (SamenDocument *doc)
{
  g_return_if_fail (doc->open->kind == SAMEN_BLOCK_KEEP);

  doc->open = doc->open->parent;
}

SamenBlock *
samen_document_get_root (SamenDocument *doc)
{
  return doc->root;
}
