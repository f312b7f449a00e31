/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <sqlite3.h>

#include "store/salvage-pages.h"

/* As https://sqlite.org/fileformat.html has it */
#define USUAL_PAGE_SIZE 4096
#define HEADER_SIZE 100
#define INDEX_INTERIOR 0x02
#define INDEX_LEAF 0x0a
#define TABLE_LEAF 0x0d
#define WAL_HEADER_SIZE 32
#define WAL_FRAME_SIZE 24

/* No row of a dossier is larger: the largest is a file that is kept */
#define MOST_PAYLOAD (64 * 1024 * 1024)

typedef struct
{
  const guint8 *bytes;
  gsize length;
  const guint8 *wal;
  GHashTable *newer; /* the number of a page to where the WAL has it */
  guint32 page_size;
  guint32 usable;
  void (*found) (const SamenSalvageRow *row, gpointer data);
  gpointer data;
} Salvage;

static guint32
read_16 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 8 | bytes[1];
}

static guint32
read_32 (const guint8 *bytes)
{
  return read_16 (bytes) << 16 | read_16 (bytes + 2);
}

/* How many bytes the number takes that begins at @bytes; 0 if it goes on behind @end */
static guint
read_varint (const guint8 *bytes, const guint8 *end, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < 9 && bytes + i < end; i++)
    {
      if (i == 8)
        {
          *number = *number << 8 | bytes[i];
          return 9;
        }
      *number = *number << 7 | (bytes[i] & 0x7f);
      if ((bytes[i] & 0x80) == 0)
        return i + 1;
    }
  return 0;
}

static const guint8 *
get_page (Salvage *self, guint32 number)
{
  gpointer at;
  gsize start;

  if (number == 0)
    return NULL;
  if (g_hash_table_lookup_extended (self->newer, GUINT_TO_POINTER (number), NULL, &at))
    return self->wal + GPOINTER_TO_SIZE (at);
  start = (gsize) (number - 1) * self->page_size;
  return start + self->page_size <= self->length ? self->bytes + start : NULL;
}

static gint64
read_integer (const guint8 *bytes, guint length)
{
  guint64 number = (bytes[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < length; i++)
    number = number << 8 | bytes[i];
  return (gint64) number;
}

/* Reads a column of serial type @serial; gives how many bytes it takes, or -1 if they are not there */
static gssize
read_value (guint64 serial, const guint8 *bytes, gsize left, SamenSalvageValue *value)
{
  static const guint lengths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };
  gsize length = serial < G_N_ELEMENTS (lengths) ? lengths[serial] : (gsize) (serial - 12) / 2;

  if (serial == 10 || serial == 11 || serial > 2 * (guint64) MOST_PAYLOAD + 13 || length > left)
    return -1;
  *value = (SamenSalvageValue) { .type = SQLITE_NULL, .bytes = bytes, .length = length };
  if (serial >= 12)
    value->type = serial % 2 == 0 ? SQLITE_BLOB : SQLITE_TEXT;
  else if (serial == 8 || serial == 9)
    *value = (SamenSalvageValue) { .type = SQLITE_INTEGER, .integer = (gint64) serial - 8 };
  else if (serial == 7)
    {
      guint64 number = (guint64) read_integer (bytes, 8);

      value->type = SQLITE_FLOAT;
      memcpy (&value->real, &number, sizeof number);
    }
  else if (serial > 0)
    *value = (SamenSalvageValue) { .type = SQLITE_INTEGER,
                                   .integer = read_integer (bytes, (guint) length) };
  return (gssize) length;
}

static void
read_row (Salvage *self, guint32 page, gint64 rowid, const guint8 *payload, gsize length)
{
  SamenSalvageRow row = { .page = page, .rowid = rowid };
  const guint8 *end = payload + length;
  guint64 header;
  guint n = read_varint (payload, end, &header);
  const guint8 *types = payload + n, *body;

  if (n == 0 || header > length || header < n)
    return;
  body = payload + header;
  while (types < payload + header)
    {
      guint64 serial;
      gssize taken;

      n = read_varint (types, payload + header, &serial);
      if (n == 0 || row.n_values == SAMEN_SALVAGE_COLUMNS)
        return;
      taken = read_value (serial, body, (gsize) (end - body), &row.values[row.n_values]);
      if (taken < 0)
        return;
      row.n_values++;
      types += n;
      body += taken;
    }
  if (body == end)
    self->found (&row, self->data);
}

/* What of a payload is on its own page; the rest is on a chain of others */
static gsize
local_length (Salvage *self, gsize length, gboolean is_table)
{
  const gsize usable = self->usable;
  const gsize most = is_table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  const gsize least = (usable - 12) * 32 / 255 - 23;
  gsize local;

  if (length <= most)
    return length;
  local = least + (length - least) % (usable - 4);
  return local <= most ? local : least;
}

/* The payload put together; NULL if part of it is not there */
static guint8 *
join_chain (Salvage *self, const guint8 *local, gsize n_local, gsize length)
{
  g_autofree guint8 *payload = g_malloc (length);
  guint32 next = read_32 (local + n_local);

  memcpy (payload, local, n_local);
  /* Each page brings it nearer to its end, so that a chain that goes round ends too */
  for (gsize done = n_local; done < length;)
    {
      const guint8 *page = get_page (self, next);
      gsize n = MIN (length - done, self->usable - 4);

      if (page == NULL)
        return NULL;
      next = read_32 (page);
      memcpy (payload + done, page + 4, n);
      done += n;
    }
  return g_steal_pointer (&payload);
}

static void
read_cell (Salvage *self, guint32 number, const guint8 *page, guint at, int type)
{
  const guint8 *end = page + self->usable;
  const guint8 *cell = page + at + (type == INDEX_INTERIOR ? 4 : 0);
  guint64 length, rowid = 0;
  guint n;
  gsize local;

  if (cell >= end)
    return;
  n = read_varint (cell, end, &length);
  cell += n;
  if (n == 0 || length == 0 || length > MOST_PAYLOAD)
    return;
  if (type == TABLE_LEAF)
    {
      n = read_varint (cell, end, &rowid);
      cell += n;
      if (n == 0)
        return;
    }
  local = local_length (self, (gsize) length, type == TABLE_LEAF);
  if (local > (gsize) (end - cell))
    return;
  if (local == length)
    read_row (self, number, (gint64) rowid, cell, local);
  else if (local + 4 <= (gsize) (end - cell))
    {
      g_autofree guint8 *payload = join_chain (self, cell, local, (gsize) length);

      if (payload != NULL)
        read_row (self, number, (gint64) rowid, payload, (gsize) length);
    }
}

static void
read_page (Salvage *self, guint32 number)
{
  const guint8 *page = get_page (self, number);
  const guint start = number == 1 ? HEADER_SIZE : 0;
  const int type = page != NULL ? page[start] : 0;
  const guint pointers = start + (type == INDEX_INTERIOR ? 12 : 8);
  guint n_cells;

  if (type != TABLE_LEAF && type != INDEX_LEAF && type != INDEX_INTERIOR)
    return;
  n_cells = read_16 (page + start + 3);
  for (guint i = 0; i < n_cells && pointers + 2 * i + 2 <= self->usable; i++)
    {
      guint at = read_16 (page + pointers + 2 * i);

      if (at >= pointers)
        read_cell (self, number, page, at, type);
    }
}

/* What the header says, if that can be true; a dossier is made with the usual size */
static void
read_sizes (Salvage *self)
{
  guint32 size = self->length >= HEADER_SIZE ? read_16 (self->bytes + 16) : 0;

  self->page_size = USUAL_PAGE_SIZE;
  self->usable = USUAL_PAGE_SIZE;
  if (self->length < HEADER_SIZE || memcmp (self->bytes, "SQLite format 3", 16) != 0)
    return;
  if (size == 1)
    size = 65536;
  if (size < 512 || (size & (size - 1)) != 0)
    return;
  self->page_size = size;
  self->usable = size - MIN (self->bytes[20], size - 480);
}

/* Which pages the WAL has newer, up to the last commit in it */
static void
read_wal (Salvage *self, gsize length)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gsize));
  const gsize step = WAL_FRAME_SIZE + self->page_size;

  if (length < WAL_HEADER_SIZE || read_32 (self->wal + 8) != self->page_size)
    return;
  for (gsize at = WAL_HEADER_SIZE; at + step <= length; at += step)
    {
      /* What an earlier round left behind has another salt */
      if (memcmp (self->wal + at + 8, self->wal + 16, 8) != 0)
        return;
      g_array_append_val (waiting, at);
      if (read_32 (self->wal + at + 4) == 0)
        continue;
      for (guint i = 0; i < waiting->len; i++)
        {
          gsize frame = g_array_index (waiting, gsize, i);

          g_hash_table_insert (self->newer, GUINT_TO_POINTER (read_32 (self->wal + frame)),
                               GSIZE_TO_POINTER (frame + WAL_FRAME_SIZE));
        }
      g_array_set_size (waiting, 0);
    }
}

static guint32
count_pages (Salvage *self)
{
  guint32 n = (guint32) (self->length / self->page_size);
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, self->newer);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    n = MAX (n, GPOINTER_TO_UINT (number));
  return MIN (n, (guint32) (self->length / self->page_size) + g_hash_table_size (self->newer));
}

gboolean
samen_salvage_pages (const char *path,
                     void (*found) (const SamenSalvageRow *row, gpointer data),
                     gpointer data,
                     const SamenProgress *progress,
                     double share,
                     GError **error)
{
  g_autofree char *wal_path = g_strconcat (path, "-wal", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GMappedFile) wal = g_mapped_file_new (wal_path, FALSE, NULL);
  g_autoptr (GHashTable) newer = g_hash_table_new (NULL, NULL);
  Salvage self = { .newer = newer, .found = found, .data = data };
  guint32 n_pages;

  if (file == NULL)
    return FALSE;
  self.bytes = (const guint8 *) g_mapped_file_get_contents (file);
  self.length = g_mapped_file_get_length (file);
  read_sizes (&self);
  if (wal != NULL && g_mapped_file_get_length (wal) > 0)
    {
      self.wal = (const guint8 *) g_mapped_file_get_contents (wal);
      read_wal (&self, g_mapped_file_get_length (wal));
    }
  n_pages = count_pages (&self);
  for (guint32 i = 1; i <= n_pages; i++)
    {
      if (!samen_progress_report (progress, share * i / n_pages, error))
        return FALSE;
      read_page (&self, i);
    }
  return TRUE;
}
