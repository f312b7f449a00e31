/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** SamenJsonToken: what can come next in a JSON text */
typedef enum
{
  SAMEN_JSON_END,
  SAMEN_JSON_OBJECT,
  SAMEN_JSON_OBJECT_END,
  SAMEN_JSON_ARRAY,
  SAMEN_JSON_ARRAY_END,
  SAMEN_JSON_KEY,
  SAMEN_JSON_TEXT,
  SAMEN_JSON_INTEGER,
  SAMEN_JSON_DECIMAL,
  SAMEN_JSON_BOOLEAN,
  SAMEN_JSON_NULL,
} SamenJsonToken;

/**
 * SamenJsonFill:
 *
 * Gives more of the text.
 *
 * Returns: how many bytes were put into @buffer; 0 at the end, -1 with @error.
 */
typedef gssize (*SamenJsonFill) (gpointer data, char *buffer, gsize size, GError **error);

/**
 * SamenJsonStream:
 * @token: what was read last
 * @text: of a key or text: what it says, in UTF-8 and without U+0000
 * @integer: of a whole number
 * @decimal: of a number, whole or not; it is finite
 * @boolean: of yes or no
 * @depth: how many lists and objects are open
 * @line: the line that was reached, from 1
 *
 * Reads JSON (RFC 8259) piece by piece, however long it is, in as much memory as its longest text takes.
 * Several values may follow one another, as in JSON Lines. What somebody else wrote is not trusted:
 * nesting, texts and numbers are bounded. The members may be read.
 */
typedef struct
{
  SamenJsonToken token;
  GString *text;
  gint64 integer;
  double decimal;
  gboolean boolean;
  guint depth;
  guint line;
} SamenJsonStream;

/**
 * samen_json_stream_new:
 * @fill: gives the text
 * @deepest: how many lists and objects may stand within one another; no more than 64
 * @longest: how many bytes a text may have
 *
 * Returns: (transfer full): a stream.
 */
SamenJsonStream *samen_json_stream_new (SamenJsonFill fill,
                                        gpointer data,
                                        guint deepest,
                                        gsize longest);

void samen_json_stream_free (SamenJsonStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenJsonStream, samen_json_stream_free)

/**
 * samen_json_stream_next:
 * @error: what is wrong, a sentence; on which line it is, @self->line tells
 *
 * Reads on, to the next @self->token.
 *
 * Returns: whether there is one; it is %SAMEN_JSON_END at the end.
 */
gboolean samen_json_stream_next (SamenJsonStream *self, GError **error);

G_END_DECLS
