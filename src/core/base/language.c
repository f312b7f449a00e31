/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/language.h"

struct _SamenLanguage
{
  char *code;
  GHashTable *texts; /* "context\004text" or "text" to its translation */
};

/* The header of GNU gettext's .mo format, in the machine's byte order (the gettext manual, "The
 * Format of GNU MO Files") */
typedef struct
{
  guint32 magic;
  guint32 revision;
  guint32 n_strings;
  guint32 originals;
  guint32 translations;
} MoHeader;

#define MO_MAGIC 0x950412deu

/* The string that entry @index of the table at @table describes, or NULL if it lies outside */
static const char *
mo_string (const char *data, gsize size, guint32 table, guint32 index)
{
  gsize entry = (gsize) table + (gsize) index * 8;
  guint32 length, offset;

  if (entry + 8 > size)
    return NULL;
  memcpy (&length, data + entry, 4);
  memcpy (&offset, data + entry + 4, 4);
  if ((gsize) offset + length >= size || data[(gsize) offset + length] != '\0')
    return NULL;
  return data + offset;
}

static void
load_catalogue (SamenLanguage *self, const char *data, gsize size)
{
  MoHeader header;

  if (size < sizeof header)
    return;
  memcpy (&header, data, sizeof header);
  if (header.magic != MO_MAGIC)
    return;
  for (guint32 i = 0; i < header.n_strings; i++)
    {
      const char *original = mo_string (data, size, header.originals, i);
      const char *translation = mo_string (data, size, header.translations, i);

      if (original == NULL || translation == NULL)
        return;
      if (*original != '\0' && *translation != '\0')
        g_hash_table_insert (self->texts, g_strdup (original), g_strdup (translation));
    }
}

static SamenLanguage *
language_new (const char *code)
{
  SamenLanguage *self = g_new0 (SamenLanguage, 1);
  const char *folder = g_getenv ("SAMENSPEL_LOCALEDIR");
  g_autofree char *path = NULL;
  g_autoptr (GMappedFile) file = NULL;

  self->code = g_strdup (code);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  path = g_build_filename (folder != NULL ? folder : LOCALEDIR, code, "LC_MESSAGES",
                           GETTEXT_PACKAGE ".mo", NULL);
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file != NULL)
    load_catalogue (self, g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  return self;
}

SamenLanguage *
samen_language_get (const char *code)
{
  static GMutex mutex;
  static GHashTable *languages;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  SamenLanguage *self;

  if (languages == NULL)
    languages = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (languages, code);
  if (self == NULL)
    {
      self = language_new (code);
      g_hash_table_insert (languages, self->code, self);
    }
  return self;
}

const char *
samen_language_code (SamenLanguage *self)
{
  return self->code;
}

const char *
samen_language_text (SamenLanguage *self, const char *context, const char *text)
{
  g_autofree char *key = NULL;
  const char *translation;

  if (self == NULL)
    return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text)
                           : g_dgettext (GETTEXT_PACKAGE, text);

  key = context != NULL ? g_strconcat (context, "\004", text, NULL) : g_strdup (text);
  translation = g_hash_table_lookup (self->texts, key);
  return translation != NULL ? translation : text;
}
