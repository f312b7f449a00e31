/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/pdf-tags.h"

typedef struct
{
  const SamenBlock *block;
  const char *name;
  guint n;
} Tag;

struct _SamenTags
{
  cairo_t *cr;
  GArray *open;    /* of Tag */
  gboolean titled; /* a title is the only heading of the first level */
};

SamenTags *
samen_tags_new (cairo_t *cr)
{
  SamenTags *tags = g_new0 (SamenTags, 1);

  tags->cr = cairo_reference (cr);
  tags->open = g_array_new (FALSE, FALSE, sizeof (Tag));
  return tags;
}

static void
close_to (SamenTags *tags, guint depth)
{
  while (tags->open->len > depth)
    {
      cairo_tag_end (tags->cr, g_array_index (tags->open, Tag, tags->open->len - 1).name);
      g_array_set_size (tags->open, tags->open->len - 1);
    }
}

void
samen_tags_free (SamenTags *tags)
{
  if (tags == NULL)
    return;

  close_to (tags, 0);
  g_array_unref (tags->open);
  cairo_destroy (tags->cr);
  g_free (tags);
}

static const char *
heading_tag (SamenTags *tags, int level)
{
  static const char *names[] = { "H1", "H2", "H3", "H4" };

  return names[CLAMP (level - 1 + (tags->titled ? 1 : 0), 0, 3)];
}

static void
append (GArray *path, const SamenBlock *block, const char *name, guint n)
{
  Tag tag = { block, name, n };

  g_array_append_val (path, tag);
}

/* Elements around and for @block, outermost first. */
static void
append_path (SamenTags *tags, GArray *path, SamenBlock *block)
{
  if (block->parent != NULL)
    append_path (tags, path, block->parent);

  switch (block->kind)
    {
    case SAMEN_BLOCK_ROOT:
      append (path, block, "Document", 0);
      break;
    case SAMEN_BLOCK_TITLE:
      tags->titled = TRUE;
      break;
    case SAMEN_BLOCK_HEADING:
      append (path, block, heading_tag (tags, block->level), 0);
      break;
    case SAMEN_BLOCK_PARAGRAPH:
      append (path, block, "P", 0);
      break;
    case SAMEN_BLOCK_LIST:
      append (path, block, "L", 0);
      break;
    case SAMEN_BLOCK_ITEM:
      append (path, block, "LI", 0);
      append (path, block, "LBody", 0);
      break;
    case SAMEN_BLOCK_TABLE:
      append (path, block, "Table", 0);
      break;
    case SAMEN_BLOCK_SIGNATURE:
    case SAMEN_BLOCK_KEEP:
      append (path, block, "Sect", 0);
      break;
    case SAMEN_BLOCK_ROW:
    case SAMEN_BLOCK_FIGURE:
    case SAMEN_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}

static gboolean
tag_equal (const Tag *a, const Tag *b)
{
  return a->block == b->block && a->n == b->n && g_str_equal (a->name, b->name);
}

static void
open_path (SamenTags *tags, GArray *path)
{
  guint same = 0;

  while (same < path->len && same < tags->open->len &&
         tag_equal (&g_array_index (path, Tag, same), &g_array_index (tags->open, Tag, same)))
    same++;
  close_to (tags, same);
  for (guint i = same; i < path->len; i++)
    {
      Tag tag = g_array_index (path, Tag, i);

      cairo_tag_begin (tags->cr, tag.name, NULL);
      g_array_append_val (tags->open, tag);
    }
}

void
samen_tags_enter (SamenTags *tags, SamenBlock *block, const char *inner, guint n)
{
  g_autoptr (GArray) path = NULL;

  if (tags == NULL)
    return;

  path = g_array_new (FALSE, FALSE, sizeof (Tag));
  append_path (tags, path, block);
  /* a label stands beside the body, not in it */
  if (g_strcmp0 (inner, "Lbl") == 0)
    g_array_set_size (path, path->len - 1);
  if (inner != NULL)
    append (path, block, inner, n);
  open_path (tags, path);
}

void
samen_tags_enter_cell (SamenTags *tags, SamenBlock *row, guint part, guint column)
{
  g_autoptr (GArray) path = NULL;

  if (tags == NULL)
    return;

  path = g_array_new (FALSE, FALSE, sizeof (Tag));
  append_path (tags, path, row);
  append (path, row, "TR", part);
  append (path, row, row->kind == SAMEN_BLOCK_TABLE ? "TH" : "TD", column);
  open_path (tags, path);
}

void
samen_tags_begin_artifact (SamenTags *tags)
{
  if (tags != NULL)
    cairo_tag_begin (tags->cr, "Artifact", NULL);
}

void
samen_tags_end_artifact (SamenTags *tags)
{
  if (tags != NULL)
    cairo_tag_end (tags->cr, "Artifact");
}
