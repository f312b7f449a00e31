/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/plain.h"

#include <string.h>

/* A list no deeper than this looks well */
#define DEEPEST 3
#define MOST_COLUMNS 12

typedef enum
{
  LINE_EMPTY,
  LINE_TEXT,
  LINE_ITEM,
  LINE_ROW,
} LineKind;

typedef struct
{
  LineKind kind;
  guint depth;      /* of an item, from 0 */
  char *mark;       /* of an item */
  const char *text; /* behind the mark */
} Line;

/* Bytes of the mark that @text begins with, or 0: a dash or bullet, or up to three letters or digits with
 * a dot, bracket or degree sign */
static gsize
mark_length (const char *text)
{
  static const char *const bullets[] = { "-", "–", "—", "•", "·", "*" };
  gsize open = *text == '(';
  gsize length = open;

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]) && text[strlen (bullets[i])] == ' ')
      return strlen (bullets[i]);
  while (length < open + 3 && g_ascii_isalnum (text[length]))
    length++;
  if (length == open)
    return 0;
  if (open)
    return text[length] == ')' && text[length + 1] == ' ' ? length + 1 : 0;
  if (g_str_has_prefix (text + length, "°"))
    length += strlen ("°");
  else if (text[length] != '.' && text[length] != ')')
    return 0;
  if (text[length] == '.' || text[length] == ')')
    length++;
  return text[length] == ' ' ? length : 0;
}

static Line
read_line (const char *source)
{
  gsize indent = strspn (source, " ");
  const char *text = source + indent;
  gsize length;

  if (*text == '\0')
    return (Line) { .kind = LINE_EMPTY };
  if (*text == '|' && strchr (text + 1, '|') != NULL)
    return (Line) { .kind = LINE_ROW, .text = text };
  length = mark_length (text);
  if (length == 0)
    return (Line) { .kind = LINE_TEXT, .text = text };
  return (Line) { .kind = LINE_ITEM,
                  .depth = (guint) MIN (indent / 2, DEEPEST - 1),
                  .mark = g_strndup (text, length),
                  .text = text + length + 1 };
}

/* The cells of a row; no empty one for the bar at its end */
static GStrv
split_row (const char *text)
{
  g_autofree char *row = g_strstrip (g_strdup (text));
  gsize length = strlen (row);
  GStrv cells;

  if (length > 1 && row[length - 1] == '|')
    row[length - 1] = '\0';
  cells = g_strsplit (row + 1, "|", MOST_COLUMNS);
  for (gsize i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

static gboolean
is_rule (GStrv cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    if (strspn (cells[i], "-:=") != strlen (cells[i]))
      return FALSE;
  return TRUE;
}

/* Adds the rows [@first, @end) of @lines as one table, its columns as wide as what is in them asks */
static void
add_table (SamenDocument *doc, GStrv lines, gsize first, gsize end)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  SamenColumn columns[MOST_COLUMNS] = { 0 };
  gsize n_columns = 1;
  gboolean has_header = FALSE;

  for (gsize i = first; i < end; i++)
    {
      GStrv cells = split_row (lines[i] + strspn (lines[i], " "));

      if (is_rule (cells))
        {
          has_header = has_header || rows->len == 1;
          g_strfreev (cells);
          continue;
        }
      n_columns = MAX (n_columns, g_strv_length (cells));
      for (gsize j = 0; cells[j] != NULL; j++)
        columns[j].weight = CLAMP ((double) g_utf8_strlen (cells[j], -1), columns[j].weight, 60);
      g_ptr_array_add (rows, cells);
    }
  if (rows->len == 0)
    return;
  for (gsize j = 0; j < n_columns; j++)
    columns[j].weight = MAX (columns[j].weight, 8);
  for (gsize j = 0; has_header && ((GStrv) rows->pdata[0])[j] != NULL; j++)
    columns[j].header = ((GStrv) rows->pdata[0])[j];
  samen_document_begin_table (doc, columns, n_columns);
  for (guint i = has_header; i < rows->len; i++)
    samen_document_add_row (doc, (const char *const *) rows->pdata[i]);
  samen_document_end_table (doc);
}

typedef struct
{
  SamenDocument *doc;
  GString *paragraph;
  guint n_lists; /* that are open */
} Writer;

static void
end_paragraph (Writer *self)
{
  if (self->paragraph->len > 0)
    samen_document_add_paragraph (self->doc, self->paragraph->str);
  g_string_truncate (self->paragraph, 0);
}

static void
end_lists (Writer *self, guint depth)
{
  for (; self->n_lists > depth; self->n_lists--)
    samen_document_end_list (self->doc);
}

static void
add_item (Writer *self, const Line *line)
{
  guint depth = MIN (line->depth, self->n_lists);
  gboolean is_dash = !g_ascii_isalnum (*line->mark) && *line->mark != '(';

  end_lists (self, depth + 1);
  if (self->n_lists == depth)
    {
      samen_document_begin_list (self->doc, is_dash ? SAMEN_MARKS_DASH : SAMEN_MARKS_DECIMAL);
      self->n_lists++;
    }
  samen_document_add_item (self->doc, is_dash ? NULL : line->mark, line->text);
}

void
samen_document_add_plain (SamenDocument *doc, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Writer self = { .doc = doc, .paragraph = paragraph };

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      Line line = read_line (lines[i]);
      g_autofree char *mark = line.mark;
      gsize first = i;

      if (line.kind != LINE_TEXT)
        end_paragraph (&self);
      if (line.kind != LINE_ITEM && line.kind != LINE_EMPTY)
        end_lists (&self, 0);
      if (line.kind == LINE_TEXT)
        g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? "\n" : "", line.text);
      else if (line.kind == LINE_ITEM)
        add_item (&self, &line);
      else if (line.kind == LINE_ROW)
        {
          while (lines[i + 1] != NULL && lines[i + 1][strspn (lines[i + 1], " ")] == '|')
            i++;
          add_table (doc, lines, first, i + 1);
        }
    }
  end_paragraph (&self);
  end_lists (&self, 0);
}
