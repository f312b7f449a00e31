/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/json-stream.h"
#include "base/json-text.h"
#include "base/read-json.h"
#include "fuzz.h"

#define DEEPEST 8
#define LONGEST 4096

typedef struct
{
  const guint8 *data;
  gsize size;
  gsize piece;
} Source;

/* In pieces, so that everything stands across the end of one some time */
static gssize
fill (gpointer data, char *buffer, gsize size, GError **error)
{
  Source *self = data;
  const gsize n = MIN (MIN (size, self->piece), self->size);

  memcpy (buffer, self->data, n);
  self->data += n;
  self->size -= n;
  return (gssize) n;
}

static void
append_token (GString *out, const SamenJsonStream *stream)
{
  g_string_append_printf (out, "%d/%u ", stream->token, stream->depth);
  if (stream->token == SAMEN_JSON_KEY || stream->token == SAMEN_JSON_TEXT)
    samen_json_append_text (out, stream->text->str);
  else if (stream->token == SAMEN_JSON_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, stream->integer);
  else if (stream->token == SAMEN_JSON_BOOLEAN)
    g_string_append (out, stream->boolean ? "true" : "false");
}

/* What can be read, a token after another, and whether that was all */
static gboolean
read_all (const guint8 *data, gsize size, gsize piece, GString *out)
{
  Source source = { data, size, piece };
  g_autoptr (SamenJsonStream) stream = samen_json_stream_new (fill, &source, DEEPEST, LONGEST);
  g_autoptr (GError) error = NULL;

  while (samen_json_stream_next (stream, &error))
    {
      fuzz_assert (error == NULL && stream->depth <= DEEPEST);
      fuzz_assert (g_utf8_validate_len (stream->text->str, stream->text->len, NULL));
      append_token (out, stream);
      if (stream->token == SAMEN_JSON_INTEGER || stream->token == SAMEN_JSON_DECIMAL)
        fuzz_assert (isfinite (stream->decimal));
      if (stream->token == SAMEN_JSON_END)
        return TRUE;
    }
  fuzz_assert (error != NULL);
  return FALSE;
}

/* A text that was read is read the same when it is written again */
static void
check_text (const char *text)
{
  g_autoptr (GString) written = g_string_new (NULL);
  Source source = { 0 };
  g_autoptr (SamenJsonStream) stream = NULL;

  samen_json_append_text (written, text);
  source = (Source) { (const guint8 *) written->str, written->len, 7 };
  stream = samen_json_stream_new (fill, &source, 1, G_MAXSIZE);
  fuzz_assert (samen_json_stream_next (stream, NULL));
  fuzz_assert (stream->token == SAMEN_JSON_TEXT && g_str_equal (stream->text->str, text));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) pieces = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);

  /* However it comes in, it is the same */
  fuzz_assert (read_all (data, size, G_MAXSIZE, whole) == read_all (data, size, 1, pieces));
  fuzz_assert (g_str_equal (whole->str, pieces->str));
  node = samen_read_json ((const char *) data, size, 1 << 20, DEEPEST, NULL);
  check_text (text);
  return 0;
}
