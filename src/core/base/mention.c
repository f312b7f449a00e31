/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/mention.h"

/* How much to show around a mention, in characters */
#define AROUND 40

/* A letter as it is compared, and which bytes of the text it stands for */
typedef struct
{
  gunichar letter;
  gsize start;
  gsize end;
} Letter;

struct _SamenMentions
{
  GPtrArray *names; /* GArray of Letter, the longest first */
};

static gboolean
is_passed_over (gunichar letter)
{
  return g_unichar_ismark (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT;
}

static gunichar
plain (gunichar letter)
{
  if (letter == 0x2010)
    return '-';
  return letter == 0x2019 ? '\'' : letter;
}

static void
append_parts (GArray *letters, gunichar letter, gsize start, gsize end)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n =
      g_unichar_fully_decompose (g_unichar_tolower (letter), TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    if (!is_passed_over (parts[i]))
      g_array_append_val (letters, ((Letter) { plain (parts[i]), start, end }));
}

/* Without capitals and accents, and with one space for any white space */
static GArray *
fold (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gsize start = (gsize) (p - text), end = (gsize) (g_utf8_next_char (p) - text);
      Letter *last = letters->len > 0 ? &g_array_index (letters, Letter, letters->len - 1) : NULL;

      if (g_unichar_isspace (letter) && (last == NULL || last->letter != ' '))
        g_array_append_val (letters, ((Letter) { ' ', start, end }));
      else if (!g_unichar_isspace (letter) && !is_passed_over (letter))
        append_parts (letters, letter, start, end);
      else if (last != NULL)
        last->end = end;
    }
  return letters;
}

static GArray *
fold_name (const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  return fold (name);
}

static int
longest_first (gconstpointer a, gconstpointer b)
{
  return (int) (*(const GArray *const *) b)->len - (int) (*(const GArray *const *) a)->len;
}

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

SamenMentions *
samen_mentions_new (const char *const *names)
{
  SamenMentions *self = g_new0 (SamenMentions, 1);

  self->names = g_ptr_array_new_with_free_func (unref_array);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GArray) letters = fold_name (names[i]);

      if (letters->len > 0)
        g_ptr_array_add (self->names, g_steal_pointer (&letters));
    }
  g_ptr_array_sort (self->names, longest_first);
  return self;
}

void
samen_mentions_free (SamenMentions *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* Whether a word may begin or end between the letters before and at @place */
static gboolean
is_edge (GArray *text, guint place)
{
  const Letter *before, *after;

  if (place == 0 || place == text->len)
    return TRUE;
  before = &g_array_index (text, Letter, place - 1);
  after = &g_array_index (text, Letter, place);
  return before->start != after->start &&
         !(g_unichar_isalnum (before->letter) && g_unichar_isalnum (after->letter));
}

static gboolean
stands_at (GArray *text, guint place, GArray *name)
{
  if (name->len > text->len - place || !is_edge (text, place) || !is_edge (text, place + name->len))
    return FALSE;
  for (guint i = 0; i < name->len; i++)
    if (g_array_index (text, Letter, place + i).letter != g_array_index (name, Letter, i).letter)
      return FALSE;
  return TRUE;
}

/* How many letters of @text from @place are a name; 0 for none */
static guint
length_at (SamenMentions *self, GArray *text, guint place)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      GArray *name = g_ptr_array_index (self->names, i);

      if (stands_at (text, place, name))
        return name->len;
    }
  return 0;
}

gboolean
samen_mentions_find (SamenMentions *self, const char *text, gsize *start, gsize *end)
{
  g_autoptr (GArray) letters = text != NULL ? fold (text) : NULL;

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      guint length = length_at (self, letters, i);

      if (length == 0)
        continue;
      if (start != NULL)
        *start = g_array_index (letters, Letter, i).start;
      if (end != NULL)
        *end = g_array_index (letters, Letter, i + length - 1).end;
      return TRUE;
    }
  return FALSE;
}

gboolean
samen_mentions_is (SamenMentions *self, const char *text)
{
  g_autofree char *name = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autoptr (GArray) letters = name != NULL ? fold (name) : NULL;

  return letters != NULL && letters->len > 0 && length_at (self, letters, 0) == letters->len;
}

char *
samen_mentions_replace (SamenMentions *self, const char *text, const char *by)
{
  g_autoptr (GArray) letters = fold (text);
  GString *replaced = g_string_new (NULL);
  gsize kept = 0;

  for (guint i = 0; i < letters->len; i++)
    {
      guint length = length_at (self, letters, i);

      if (length == 0)
        continue;
      g_string_append_len (replaced, text + kept,
                           (gssize) (g_array_index (letters, Letter, i).start - kept));
      g_string_append (replaced, by);
      i += length - 1;
      kept = g_array_index (letters, Letter, i).end;
    }
  g_string_append (replaced, text + kept);
  return g_string_free_and_steal (replaced);
}

char *
samen_mentions_excerpt (SamenMentions *self, const char *text)
{
  gsize start = 0, end = 0;
  const char *from, *to;
  g_autofree char *part = NULL;

  samen_mentions_find (self, text, &start, &end);
  from = text + start;
  to = text + end;
  for (guint i = 0; i < AROUND && from > text; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < AROUND && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  part = g_strndup (from, (gsize) (to - from));
  return g_strdup_printf ("%s%s%s", from > text ? "…" : "", g_strdelimit (part, "\n\r\t", ' '),
                          *to != '\0' ? "…" : "");
}

char *
samen_mentions_key (const char *name)
{
  g_autoptr (GArray) letters = fold_name (name);
  GString *key = g_string_sized_new (letters->len);

  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (key, g_array_index (letters, Letter, i).letter);
  return g_string_free_and_steal (key);
}

gboolean
samen_mentions_is_name (const char *text)
{
  g_autoptr (GArray) letters = fold_name (text);
  guint n = 0;

  for (guint i = 0; i < letters->len; i++)
    n += g_unichar_isalpha (g_array_index (letters, Letter, i).letter);
  return n >= 2;
}
