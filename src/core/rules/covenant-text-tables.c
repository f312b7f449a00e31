/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Parties in a table whose borders are gone: the columns stand on one line,
 * with a tab or wide space between them, or each cell is a line by itself. A
 * head of known labels tells what each column is; without it there is none. */

#define CELLS_MAX 400
/* A space this wide parts two columns. */
#define GAP 3
/* So often a head whose cells do not come out even is tried. */
#define TRIES 3

typedef struct
{
  const char *words; /* in the text of the line, to be cut at `length` */
  gsize length;
  guint start; /* where it stands on the line */
  guint tabs;  /* how many stand before it */
} Cell;

static gsize
space_length (const char *p, const char *end)
{
  if (*p == ' ' || *p == '\t')
    return 1;
  return end - p > 1 && memcmp (p, "\u00a0", 2) == 0 ? 2 : 0;
}

/* The words are those of the cleaned line; the source tells how wide the
 * space between them was. */
static guint
find_cells (const Line *line, Cell *cells, guint max)
{
  const char *end = line->source + line->source_length;
  const char *words = line->text;
  guint n = 1, column = 0, tabs = 0;

  cells[0] = (Cell) { words, 0, 0, 0 };
  for (const char *p = line->source; p < end && *words != '\0';)
    {
      guint width = 0, more = 0;

      while (p < end && space_length (p, end) > 0)
        {
          more += *p == '\t';
          width++;
          p += space_length (p, end);
        }
      column += width;
      tabs += more;
      if (*words == ' ' && width > 0)
        {
          words++;
          if ((width >= GAP || more > 0) && n < max)
            cells[n++] = (Cell) { words, 0, column, tabs };
        }
      else if (width == 0 && *p == *words)
        {
          words++;
          p++;
          column += ((guchar) *p & 0xc0) != 0x80;
        }
      else if (width == 0)
        p++;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *stop = i + 1 < n ? cells[i + 1].words - 1 : line->text + line->length;

      cells[i].length = (gsize) (stop - cells[i].words);
    }
  return n;
}

char *
samen_covenant_text_columns (const Line *line)
{
  Cell cells[CELLS_MAX];
  guint n = find_cells (line, cells, CELLS_MAX);
  GString *text = g_string_sized_new (line->length);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      g_string_append_len (text, cells[i].words, (gssize) cells[i].length);
    }
  return g_string_free (text, FALSE);
}

/* "| a | b |": the cells between the bars */
static guint
find_barred (const Line *line, Cell *cells, guint max)
{
  const char *p = line->text + (line->text[0] == '|');
  guint n = 0;

  while (*p != '\0' && n < max)
    {
      gsize length = strcspn (p, "|");
      gsize skip = strspn (p, " ");
      gboolean last = p[length] == '\0';
      Cell cell = { p + MIN (skip, length), length - MIN (skip, length), n, n };

      while (cell.length > 0 && cell.words[cell.length - 1] == ' ')
        cell.length--;
      if (!last || cell.length > 0)
        cells[n++] = cell;
      p += length + (last ? 0 : 1);
    }
  /* The last cell takes what there are no columns for */
  if (n == max && p[strspn (p, "| ")] != '\0')
    cells[n - 1].length = strlen (cells[n - 1].words);
  return n;
}

static guint
cells_of (const Line *line, Cell *cells, guint max)
{
  return line->kind == LINE_TABLE ? find_barred (line, cells, max) : find_cells (line, cells, max);
}

/* Whether these columns are of a table of parties. "Naam" is a person's
 * beside an organisation, and otherwise the organisation's. */
static gboolean
settle_fields (PartyTable *table)
{
  gboolean name = FALSE, more = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      name |= table->fields[i] == FIELD_NAME;
      more |= table->fields[i] != FIELD_NAME && table->fields[i] != FIELD_ANY_NAME &&
              table->fields[i] != FIELD_OTHER;
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (table->fields[i] == FIELD_ANY_NAME)
      {
        table->fields[i] = name ? FIELD_PERSON : FIELD_NAME;
        more |= name;
        name = TRUE;
      }
  return name && more;
}

static gboolean
is_head (const Line *line, PartyTable *table)
{
  Cell cells[MAX_COLUMNS + 1];
  guint n;

  if ((line->kind != LINE_TEXT && line->kind != LINE_TABLE) || line->as != 0)
    return FALSE;
  n = cells_of (line, cells, G_N_ELEMENTS (cells));
  if (n < 2 || n > MAX_COLUMNS)
    return FALSE;

  table->n_columns = n;
  for (guint i = 0; i < n; i++)
    {
      table->fields[i] = samen_covenant_text_label (cells[i].words, cells[i].length);
      table->starts[i] = cells[i].start;
      if (table->fields[i] == FIELD_NONE && cells[i].length > 0)
        return FALSE;
    }
  return settle_fields (table);
}

static gboolean
is_barred_rule (const char *text)
{
  return text[strspn (text, "|-:=+ ")] == '\0';
}

/* In which column a cell stands: by its order, by its tabs, or by where it begins */
static guint
column_of (const PartyTable *table, const Cell *cells, guint n, guint i)
{
  guint best = 0;

  if (n == table->n_columns)
    return i;
  if (cells[n - 1].tabs > 0)
    return MIN (cells[i].tabs, table->n_columns - 1);
  for (guint j = 1; j < table->n_columns; j++)
    if (ABS ((int) table->starts[j] - (int) cells[i].start) <
        ABS ((int) table->starts[best] - (int) cells[i].start))
      best = j;
  return best;
}

/* One line for each column, empty ones too, so that a row tells by its lines
 * what is what */
static char *
row_text (const PartyTable *table, const Cell *cells, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *columns[MAX_COLUMNS];

  for (guint i = 0; i < table->n_columns; i++)
    columns[i] = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      GString *column = columns[column_of (table, cells, n, i)];

      if (column->len > 0 && cells[i].length > 0)
        g_string_append_c (column, ' ');
      g_string_append_len (column, cells[i].words, (gssize) cells[i].length);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_len (text, columns[i]->str, (gssize) columns[i]->len);
      g_string_free (columns[i], TRUE);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct
{
  Document *document;
  guint rows;
  guint tries;
} Tables;

static Line *
line_at (const Tables *self, guint i)
{
  return &g_array_index (self->document->lines, Line, i);
}

static void
set_row (Tables *self, guint i, const char *text)
{
  Line *line = line_at (self, i);

  line->kind = LINE_ROW;
  line->table = self->document->tables->len - 1;
  line->row = self->rows;
  line->text = g_string_chunk_insert (self->document->strings, text);
  line->length = strlen (text);
}

/* Whether a cell goes on in the line below */
static gboolean
ends_open (const Cell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (cells[i].length > 0 && strchr (",-", cells[i].words[cells[i].length - 1]) != NULL)
      return TRUE;
  return FALSE;
}

/* Rows with their columns on one line; returns the last line of the table. */
static guint
take_rows (Tables *self, guint head, const PartyTable *table)
{
  guint n_lines = self->document->lines->len;
  gboolean barred = line_at (self, head)->kind == LINE_TABLE;
  gboolean open = FALSE;
  guint last = head;

  for (guint i = head + 1; i < n_lines; i++)
    {
      Cell cells[MAX_COLUMNS];
      const Line *line = line_at (self, i);
      g_autofree char *text = NULL;
      guint n;

      if (line->kind == LINE_PAGE || line->as != 0 || (barred && is_barred_rule (line->text)))
        continue;
      if (!line->parties || line->kind != (barred ? LINE_TABLE : LINE_TEXT))
        break;
      n = cells_of (line, cells, table->n_columns);
      if (n < 2)
        break;
      if (last == head)
        g_array_append_val (self->document->tables, *table);
      self->rows += !(open && !line->after_blank);
      open = ends_open (cells, n);
      text = row_text (table, cells, n);
      set_row (self, i, text);
      last = i;
    }
  if (last == head)
    return head;

  line_at (self, head)->kind = LINE_LABELS;
  for (guint i = head + 1; i < last; i++)
    if (line_at (self, i)->kind == LINE_TABLE && line_at (self, i)->as == 0)
      line_at (self, i)->kind = LINE_RULE;
  return last;
}

/* A head with each label on a line of its own; returns the line behind it. */
static guint
find_tall_head (const Tables *self, guint i, PartyTable *table)
{
  table->n_columns = 0;
  for (; i < self->document->lines->len && table->n_columns < MAX_COLUMNS; i++)
    {
      const Line *line = line_at (self, i);
      PartyField field = line->kind == LINE_TEXT && line->parties && line->as == 0
                             ? samen_covenant_text_label (line->text, line->length)
                             : FIELD_NONE;

      if (field == FIELD_NONE)
        break;
      table->fields[table->n_columns++] = field;
    }
  return i;
}

/* Whether a cell can be no cell of such a table: text goes on here */
static gboolean
ends_cells (const Line *line)
{
  gboolean all;
  Mark mark;

  return !line->parties || line->kind != LINE_TEXT || line->chars > 120 ||
         samen_covenant_text_collective (line->text, &all) ||
         (samen_covenant_text_mark (line->text, line->gap_first, &mark) &&
          (mark.family == MARK_BULLET || mark.family == MARK_DIGIT));
}

/* What stands between the rows without being of one: somebody said so, or it
 * is a page number. */
static gboolean
is_beside (const Line *line)
{
  return line->kind == LINE_PAGE || line->as != 0;
}

/* The cells for a signature are empty, and leave no line behind. */
static void
drop_others (PartyTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->fields[i] != FIELD_OTHER)
      table->fields[n++] = table->fields[i];
  table->n_columns = n;
}

/* Where the last row ends: the end, if they come out even there, or the last
 * empty line between rows */
static guint
end_of_rows (const Tables *self, guint first, guint end, guint n_cells, guint n_columns)
{
  guint n = 0, last = first;

  if (n_columns < 2 || n_cells < n_columns)
    return first;
  if (n_cells % n_columns == 0)
    return end;
  for (guint i = first; i < end; i++)
    {
      if (is_beside (line_at (self, i)))
        continue;
      if (n > 0 && n % n_columns == 0)
        {
          if (!line_at (self, i)->after_blank)
            return first;
          last = i;
        }
      n++;
    }
  return last;
}

/* Rows with each cell on a line of its own: only where they come out even. */
static guint
take_cells (Tables *self, guint head, guint first, PartyTable *table)
{
  guint end = first, n = 0;

  while (end < self->document->lines->len && n < CELLS_MAX &&
         (is_beside (line_at (self, end)) || !ends_cells (line_at (self, end))))
    n += !is_beside (line_at (self, end++));
  if (n % table->n_columns != 0)
    drop_others (table);
  end = end_of_rows (self, first, end, n, table->n_columns);
  if (end == first)
    {
      self->tries++;
      return first - 1;
    }

  g_array_append_val (self->document->tables, *table);
  for (guint i = head; i < first; i++)
    line_at (self, i)->kind = LINE_LABELS;
  n = 0;
  for (guint i = first; i < end; i++)
    if (!is_beside (line_at (self, i)))
      {
        self->rows += n++ % table->n_columns == 0;
        set_row (self, i, line_at (self, i)->text);
      }
  return end - 1;
}

static gboolean
opens (const Line *line, WordsKind kind)
{
  return samen_covenant_text_opening (kind, line->text) > 0;
}

/* Marks the lines that stand where the parties are named. */
static void
find_parties (Tables *self)
{
  gboolean here = FALSE;

  for (guint i = 0; i < self->document->lines->len; i++)
    {
      Line *line = line_at (self, i);

      if (line->kind == LINE_ARTICLE || line->kind == LINE_CHAPTER)
        here = FALSE;
      else if (line->kind != LINE_TEXT && line->kind != LINE_TABLE)
        continue;
      else if (here && (opens (line, WORDS_CONSIDERATIONS) || opens (line, WORDS_AGREEMENT) ||
                        (opens (line, WORDS_CLOSING) &&
                         samen_covenant_text_label (line->text, line->length) == FIELD_NONE)))
        here = FALSE;
      line->parties = here;
      here = here || (line->kind == LINE_TEXT && opens (line, WORDS_PARTIES));
    }
}

static gboolean
is_tabbed (const Line *line)
{
  Cell cells[MAX_COLUMNS];
  guint n;
  Mark mark;

  if (line->kind != LINE_TEXT || line->as != 0 ||
      memchr (line->source, '\t', line->source_length) == NULL ||
      samen_covenant_text_mark (line->text, line->gap_first, &mark))
    return FALSE;
  n = find_cells (line, cells, MAX_COLUMNS);
  return n >= 3 && cells[n - 1].tabs >= n - 1;
}

/* Other tables, with a tab between their columns, keep their lines as they
 * are; where the text has ended, these are signatures. */
static void
find_tabbed (Tables *self)
{
  for (guint i = 0; i < self->document->lines->len; i++)
    {
      guint end = i;

      while (end < self->document->lines->len &&
             line_at (self, end)->number <= self->document->last_prose &&
             is_tabbed (line_at (self, end)))
        end++;
      for (guint j = i; j < end && end - i >= 2; j++)
        line_at (self, j)->kind = LINE_TABLE;
      if (end > i)
        i = end - 1;
    }
}

/**
 * samen_covenant_text_tables:
 * @document: with its lines
 *
 * Tells which lines name the parties, and finds the tables among them: each
 * row then has its cells as lines, in the order of the columns. Other tables
 * keep their lines.
 */
void
samen_covenant_text_tables (Document *document)
{
  Tables self = { .document = document };

  find_parties (&self);
  for (guint i = 0; i < document->lines->len; i++)
    {
      PartyTable table = { 0 };
      guint first;

      if (!line_at (&self, i)->parties)
        continue;
      if (is_head (line_at (&self, i), &table))
        {
          i = take_rows (&self, i, &table);
          continue;
        }
      first = find_tall_head (&self, i, &table);
      if (table.n_columns >= 2 && self.tries < TRIES && settle_fields (&table))
        i = take_cells (&self, i, first, &table);
    }
  find_tabbed (&self);
}
