/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/id.h"
#include "exchange/outline-edit.h"

typedef struct
{
  SamenOutline *outline;
  SamenAgreement *agreement;
  SamenEdit *edit;
} Collector;

static GType
type_of (const SamenOutlineLine *line)
{
  static GType (*const types[]) (void) = {
    [SAMEN_OUTLINE_CONSIDERATION] = samen_consideration_get_type,
    [SAMEN_OUTLINE_ARTICLE] = samen_article_get_type,
    [SAMEN_OUTLINE_CLAUSE] = samen_clause_get_type,
  };

  return types[line->kind]();
}

static void
set (Collector *self, const SamenOutlineLine *line, const char *field, GVariant *value)
{
  samen_edit_set_by_id (self->edit, type_of (line), line->id, field, value);
}

static const char *
choice (const SamenOutlineLine *line, const char *field, guint index)
{
  return samen_record_class_find (samen_record_class_of (type_of (line)), field)
      ->choices[index]
      .name;
}

/* ---- where a line stands ---- */

/* Of which list it is one: the considerations, the articles, or what is in a line */
static const char *
parent_id (Collector *self, int place)
{
  const SamenOutlineLine *parent = samen_outline_parent (self->outline, place);

  return parent != NULL ? parent->id : NULL;
}

static gboolean
is_moved (Collector *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self->outline, place);

  return line->record == NULL || g_strcmp0 (line->parent, parent_id (self, place)) != 0;
}

static const char *
kept_position (const SamenOutlineLine *line)
{
  switch (line->kind)
    {
    case SAMEN_OUTLINE_CONSIDERATION:
      return SAMEN_CONSIDERATION (line->record)->position.key;
    case SAMEN_OUTLINE_ARTICLE:
      return SAMEN_ARTICLE (line->record)->position.key;
    default:
      return SAMEN_CLAUSE (line->record)->position.key;
    }
}

/* The lines at @places that can keep their positions: the longest row of those that are in the order in
 * which they were. Tells of each whether it is in there. */
static gboolean *
find_kept (Collector *self, GArray *places)
{
  gboolean *kept = g_new0 (gboolean, places->len);
  g_autofree guint *length = g_new0 (guint, places->len);
  g_autofree int *before = g_new0 (int, places->len);
  int last = -1;

  for (int i = 0; i < (int) places->len; i++)
    {
      int place = g_array_index (places, int, i);

      before[i] = -1;
      length[i] = is_moved (self, place) ? 0 : 1;
      for (int j = 0; length[i] > 0 && j < i; j++)
        if (length[j] >= length[i] &&
            samen_outline_get_line (self->outline, g_array_index (places, int, j))->place <
                samen_outline_get_line (self->outline, place)->place)
          {
            length[i] = length[j] + 1;
            before[i] = j;
          }
      if (length[i] > 0 && (last < 0 || length[i] > length[last]))
        last = i;
    }
  for (; last >= 0; last = before[last])
    kept[last] = TRUE;
  return kept;
}

static void
set_positions (Collector *self, GArray *places)
{
  g_autofree gboolean *kept = find_kept (self, places);
  g_autofree char *before = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      SamenOutlineLine *line =
          samen_outline_get_line (self->outline, g_array_index (places, int, i));
      g_autofree char *position = NULL;
      const char *after = NULL;

      if (kept[i])
        position = g_strdup (kept_position (line));
      for (guint j = i; after == NULL && j < places->len; j++)
        if (kept[j])
          after = kept_position (
              samen_outline_get_line (self->outline, g_array_index (places, int, j)));
      if (!kept[i])
        {
          position = samen_position_between (before, after);
          set (self, line, "position", samen_value ((const char *) position));
        }
      g_free (before);
      before = g_steal_pointer (&position);
    }
}

/* ---- what is written in it ---- */

static gboolean
is_written (Collector *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self->outline, place);

  return line->record != NULL || !samen_outline_is_empty (self->outline, place);
}

static void
set_text (Collector *self, const SamenOutlineLine *line, const char *field, const char *text)
{
  g_autoptr (GVariant) old = line->record != NULL ? samen_record_get (line->record, field) : NULL;
  g_autoptr (GVariant) new = samen_value (text);

  if (new != NULL)
    g_variant_ref_sink (new);
  if (!samen_value_equal (old, new))
    set (self, line, field, new);
}

/* The article that a clause is in, and the clause that it is part of */
static void
set_owners (Collector *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self->outline, place);
  const SamenOutlineLine *parent = samen_outline_parent (self->outline, place);
  const SamenOutlineLine *article;

  for (article = parent; article->kind == SAMEN_OUTLINE_CLAUSE;)
    article = samen_outline_parent (self->outline, samen_outline_find (self->outline, article->id));
  /* The parts of what moves to another article stay its parts */
  set_text (self, line, "article", article->id);
  if (is_moved (self, place))
    set_text (self, line, "part_of", parent->kind == SAMEN_OUTLINE_CLAUSE ? parent->id : NULL);
}

static void
collect_line (Collector *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self->outline, place);

  if (line->record == NULL)
    {
      set (self, line, "deleted", samen_value ((bool) false));
      if (line->kind != SAMEN_OUTLINE_CLAUSE)
        set (self, line, "agreement",
             samen_value ((const char *) SAMEN_RECORD (self->agreement)->id));
      if (line->kind == SAMEN_OUTLINE_ARTICLE)
        set (self, line, "kind", samen_value (choice (line, "kind", line->article)));
    }
  if (line->kind == SAMEN_OUTLINE_CLAUSE)
    {
      set_owners (self, place);
      set_text (self, line, "mark", choice (line, "mark", line->mark));
    }
  if (line->kind == SAMEN_OUTLINE_ARTICLE)
    set_text (self, line, "heading", line->heading);
  set_text (self, line, "text", line->text);
}

void
samen_outline_collect (SamenOutline *outline, SamenAgreement *agreement, SamenEdit *edit)
{
  Collector self = { outline, agreement, edit };
  g_autoptr (GHashTable) lists =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GPtrArray *lines = samen_outline_get_lines (outline);
  GPtrArray *removed = samen_outline_get_removed (outline);
  GHashTableIter iter;
  gpointer places;

  for (int i = 0; i < (int) lines->len; i++)
    {
      const SamenOutlineLine *line = g_ptr_array_index (lines, i);
      const char *parent = parent_id (&self, i);
      g_autofree char *list = g_strdup_printf ("%d %s", line->kind, parent != NULL ? parent : "");

      if (!is_written (&self, i))
        continue;
      if (!g_hash_table_contains (lists, list))
        g_hash_table_insert (lists, g_strdup (list), g_array_new (FALSE, FALSE, sizeof (int)));
      g_array_append_val (g_hash_table_lookup (lists, list), i);
      collect_line (&self, i);
    }
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &places))
    set_positions (&self, places);
  /* Last: what was part of it is part of something else by then */
  for (guint i = 0; i < removed->len; i++)
    samen_edit_delete (edit, g_ptr_array_index (removed, i));
}
