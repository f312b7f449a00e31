/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules/numbering.h"
#include "rules/rules-private.h"

/* Deeper than any agreement; a clause that is this deep, or in a circle, becomes an ordinary one */
#define DEEPEST 32

struct _SamenNumbering
{
  GPtrArray *lines;
  GHashTable *by_id; /* (id: SamenLine), both owned by lines */
};

/* While the lines are being made */
typedef struct
{
  SamenNumbering *numbering;
  SamenNumberingFlags flags;
  GHashTable *clauses; /* (id: SamenClause) */
  GHashTable *parts;   /* (id of an article or clause: GPtrArray of SamenClause) */
} Builder;

static void
line_free (gpointer data)
{
  SamenLine *line = data;

  g_object_unref (line->record);
  g_free (line->number);
  g_free (line->mark);
  g_free (line);
}

char *
samen_letters (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (text, (char) ('a' + (n - 1) % 26));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
roman (guint n)
{
  static const struct
  {
    guint value;
    const char *digits;
  } numerals[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  if (n >= 4000)
    return g_strdup_printf ("%u", n);
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (; n >= numerals[i].value; n -= numerals[i].value)
      g_string_append (text, numerals[i].digits);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Aanwijzingen voor de regelgeving: 1., then a., then 1°. What comes next they do not say */
static char *
clause_number (guint depth, guint n)
{
  g_autofree char *upper = NULL;

  if (depth == 1)
    return g_strdup_printf ("%u", n);
  switch ((depth - 2) % 3)
    {
    case 0:
      return samen_letters (n);
    case 1:
      return g_strdup_printf ("%u°", n);
    default:
      upper = roman (n);
      return g_ascii_strdown (upper, -1);
    }
}

static SamenLine *
add_line (SamenNumbering *self, gpointer record, const SamenLine *parent, char *number)
{
  SamenLine *line = g_new0 (SamenLine, 1);

  line->record = g_object_ref (record);
  line->depth = parent != NULL ? parent->depth + 1 : 0;
  line->parent = parent;
  line->number = number;
  g_ptr_array_add (self->lines, line);
  g_hash_table_insert (self->by_id, line->record->id, line);
  return line;
}

/* What it is part of, of those clauses that are in the same article */
static SamenClause *
part_of (Builder *builder, SamenClause *clause)
{
  SamenClause *parent;

  if (clause->part_of.id == NULL)
    return NULL;
  parent = g_hash_table_lookup (builder->clauses, clause->part_of.id);
  return parent != NULL && g_strcmp0 (parent->article.id, clause->article.id) == 0 ? parent : NULL;
}

static const char *
place_of (Builder *builder, SamenClause *clause)
{
  SamenClause *parent = part_of (builder, clause);
  SamenClause *above = parent;

  for (guint i = 0; above != NULL && i < DEEPEST; i++)
    above = part_of (builder, above);
  if (parent == NULL || above != NULL)
    return clause->article.id;
  return parent->parent_instance.id;
}

static void
collect_clauses (Builder *builder, GListModel *clauses)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < samen_n_items (clauses); i++)
    {
      SamenClause *clause = g_list_model_get_item (clauses, i);

      if (clause->parent_instance.deleted || clause->article.id == NULL ||
          g_hash_table_contains (builder->clauses, clause->parent_instance.id))
        {
          g_object_unref (clause);
          continue;
        }
      g_hash_table_insert (builder->clauses, clause->parent_instance.id, clause);
      g_ptr_array_add (all, clause);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const char *place = place_of (builder, all->pdata[i]);
      GPtrArray *parts = g_hash_table_lookup (builder->parts, place);

      if (parts == NULL)
        {
          parts = g_ptr_array_new ();
          g_hash_table_insert (builder->parts, g_strdup (place), parts);
        }
      g_ptr_array_add (parts, all->pdata[i]);
    }
}

static guint
count_numbered (GPtrArray *clauses)
{
  guint n = 0;

  for (guint i = 0; i < clauses->len; i++)
    if (((SamenClause *) clauses->pdata[i])->mark == SAMEN_MARK_NUMBER)
      n++;
  return n;
}

static void
add_clauses (Builder *builder, const SamenLine *parent)
{
  GPtrArray *clauses = g_hash_table_lookup (builder->parts, parent->record->id);
  gboolean numbered;
  guint n = 0;

  if (clauses == NULL)
    return;
  numbered = parent->depth > 0 || (builder->flags & SAMEN_NUMBERING_SOLE_CLAUSES) != 0 ||
             count_numbered (clauses) > 1;
  for (guint i = 0; i < clauses->len; i++)
    {
      SamenClause *clause = clauses->pdata[i];
      SamenLine *line = add_line (builder->numbering, clause, parent, NULL);

      if (clause->mark == SAMEN_MARK_NUMBER && numbered)
        line->number = clause_number (line->depth, ++n);
      if (line->number != NULL)
        line->mark = g_strconcat (line->number, ".", NULL);
      else
        line->mark = g_strdup (clause->mark == SAMEN_MARK_DASH ? "–" : "");
      add_clauses (builder, line);
    }
}

static void
add_articles (Builder *builder, GListModel *articles)
{
  guint counts[SAMEN_ARTICLE_ANNEX + 1] = { 0 };

  for (guint i = 0; i < samen_n_items (articles); i++)
    {
      g_autoptr (SamenArticle) article = g_list_model_get_item (articles, i);
      SamenLine *line;
      guint n;

      if (article->parent_instance.deleted)
        continue;
      n = ++counts[article->kind];
      line = add_line (builder->numbering, article, NULL,
                       article->kind == SAMEN_ARTICLE_CHAPTER &&
                               (builder->flags & SAMEN_NUMBERING_ROMAN_CHAPTERS) != 0
                           ? roman (n)
                           : g_strdup_printf ("%u", n));
      line->mark = g_strdup ("");
      add_clauses (builder, line);
    }
}

SamenNumbering *
samen_numbering_new (GListModel *articles, GListModel *clauses, SamenNumberingFlags flags)
{
  SamenNumbering *self = g_new0 (SamenNumbering, 1);
  Builder builder = { .numbering = self, .flags = flags };

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  builder.clauses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  builder.parts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  collect_clauses (&builder, clauses);
  add_articles (&builder, articles);
  g_hash_table_unref (builder.parts);
  g_hash_table_unref (builder.clauses);
  return self;
}

void
samen_numbering_free (SamenNumbering *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

GPtrArray *
samen_numbering_get_lines (SamenNumbering *self)
{
  return self->lines;
}

const SamenLine *
samen_numbering_find (SamenNumbering *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}
