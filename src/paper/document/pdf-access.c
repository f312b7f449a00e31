/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include "document/pdf-access.h"

#include <string.h>

typedef struct
{
  GByteArray *pdf;
  gsize original; /* length of what cairo wrote */
  guint64 table;  /* where its cross-reference table begins */
  guint n_objects;
  char *trailer;    /* entries of its trailer, without /Prev */
  GString *offsets; /* cross-reference sections of what is appended */
} Update;

static const char *
find (Update *update, gsize from, const char *needle)
{
  return from >= update->original
             ? NULL
             : memmem (update->pdf->data + from, update->original - from, needle, strlen (needle));
}

/* Reads where the cross-reference table is, and what the trailer says. */
static gboolean
read_end (Update *update)
{
  gsize tail = update->original > 64 ? update->original - 64 : 0;
  const char *start = find (update, tail, "startxref");
  const char *trailer;
  const char *open;
  const char *close;
  const char *size;

  if (start == NULL)
    return FALSE;
  update->table = g_ascii_strtoull (start + strlen ("startxref"), NULL, 10);
  if (update->table + 4 > update->original ||
      memcmp (update->pdf->data + update->table, "xref", 4) != 0)
    return FALSE;

  trailer = find (update, update->table, "trailer");
  open = trailer != NULL ? strstr (trailer, "<<") : NULL;
  close = open != NULL ? strstr (open, ">>") : NULL;
  if (close == NULL)
    return FALSE;
  update->trailer = g_strndup (open + 2, close - open - 2);
  size = strstr (update->trailer, "/Size");
  if (size == NULL || strstr (update->trailer, "/Prev") != NULL)
    return FALSE;
  update->n_objects = g_ascii_strtoull (size + strlen ("/Size"), NULL, 10);
  return update->n_objects > 0;
}

/* Returns: the entry of object @id in the cross-reference table, 20 bytes; the
 * table has one section, from object 0 */
static char *
table_entry (Update *update, guint id)
{
  const char *table = (const char *) update->pdf->data + update->table + 4;
  g_autofree char *head = g_strdup_printf ("0 %u", update->n_objects);
  const char *entries;
  gsize at;

  while (*table == '\n' || *table == '\r' || *table == ' ')
    table++;
  if (!g_str_has_prefix (table, head))
    return NULL;
  entries = table + strlen (head);
  while (*entries == '\n' || *entries == '\r' || *entries == ' ')
    entries++;
  at = entries + 20 * (gsize) id - (const char *) update->pdf->data;
  return at + 20 <= update->original ? (char *) update->pdf->data + at : NULL;
}

/* Returns: where object @id begins; 0 when there is none. Cairo 1.18 lists
 * objects that it never wrote (those of artifacts): they become free entries,
 * or else a strict reader calls the file damaged. */
static guint64
object_offset (Update *update, guint id)
{
  char *entry = table_entry (update, id);
  g_autofree char *head = g_strdup_printf ("%u 0 obj", id);
  gsize length = strlen (head);
  guint64 at;

  if (entry == NULL || entry[17] != 'n')
    return 0;
  at = g_ascii_strtoull (entry, NULL, 10);
  if (at + length < update->original && memcmp (update->pdf->data + at, head, length) == 0)
    return at;
  memcpy (entry, "0000000000 65535 f", 18);
  return 0;
}

/* Returns: (transfer full): what object @id has between "<<" and the last
 * ">>", or NULL when it is no dictionary */
static char *
object_entries (Update *update, guint id)
{
  guint64 at = object_offset (update, id);
  const char *begin;
  const char *end;
  g_autofree char *object = NULL;
  char *close;

  if (at == 0)
    return NULL;
  begin = (const char *) update->pdf->data + at;
  end = find (update, at, "endobj");
  if (end == NULL)
    return NULL;
  object = g_strndup (begin, end - begin);
  begin = strstr (object, "<<");
  close = g_strrstr (object, ">>");
  if (begin == NULL || close == NULL || strstr (object, "stream") != NULL)
    return NULL;
  return g_strndup (begin + 2, close - begin - 2);
}

/* Returns: (transfer full): @text as a PDF string: UTF-16 with its mark, in hex */
static char *
pdf_string (const char *text)
{
  GString *string = g_string_new ("<FEFF");
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  for (gsize i = 0; utf16 != NULL && utf16[i] != 0; i++)
    g_string_append_printf (string, "%04X", utf16[i]);
  g_string_append_c (string, '>');
  return g_string_free_and_steal (string);
}

static void
append (Update *update, const char *text)
{
  g_byte_array_append (update->pdf, (const guint8 *) text, strlen (text));
}

/* Writes object @id anew with @more entries. */
static void
append_object (Update *update, guint id, const char *entries, const char *more)
{
  g_autofree char *object =
      g_strdup_printf ("%u 0 obj\n<<%s   %s\n>>\nendobj\n", id, entries, more);

  g_string_append_printf (update->offsets, "%u 1\n%010u 00000 n \n", id, update->pdf->len);
  append (update, object);
}

static void
append_end (Update *update)
{
  guint table = update->pdf->len;
  g_autofree char *end = g_strdup_printf (
      "xref\n%strailer\n<<%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%u\n%%%%EOF\n",
      update->offsets->str, update->trailer, update->table, table);

  append (update, end);
}

/* A tag from a dossier may be anything; letters, digits and hyphens are safe
 * in a PDF string. */
static char *
safe_language (const char *language)
{
  char *safe = g_strdup (language);

  return g_strcanon (safe, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
}

/* Returns: whether the catalog and every figure were found */
static gboolean
append_objects (Update *update, const char *catalog, GPtrArray *alts)
{
  gboolean found = FALSE;
  guint figure = 0;

  for (guint id = 1; id < update->n_objects; id++)
    {
      g_autofree char *entries = object_entries (update, id);

      if (entries == NULL)
        continue;
      if (strstr (entries, "/Type /Catalog") != NULL)
        {
          append_object (update, id, entries, catalog);
          found = TRUE;
        }
      else if (strstr (entries, "/S /Figure") != NULL && figure < alts->len)
        {
          g_autofree char *alt = pdf_string (g_ptr_array_index (alts, figure++));
          g_autofree char *entry = g_strdup_printf ("/Alt %s", alt);

          append_object (update, id, entries, entry);
        }
    }
  return found && figure == alts->len;
}

gboolean
samen_pdf_add_access (GByteArray *pdf, const char *language, GPtrArray *alts)
{
  Update update = { .pdf = pdf, .original = pdf->len };
  g_autofree char *tag = safe_language (language);
  g_autofree char *catalog = g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences "
                                              "<< /DisplayDocTitle true >>",
                                              tag);
  gboolean complete = FALSE;

  /* what searches for text stops at a NUL */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, update.original);
  if (read_end (&update))
    {
      update.offsets = g_string_new (NULL);
      complete = append_objects (&update, catalog, alts);
      if (pdf->len > update.original)
        append_end (&update);
      g_string_free (update.offsets, TRUE);
    }
  g_free (update.trailer);
  return complete;
}
