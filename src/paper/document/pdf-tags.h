/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * The structure of a tagged PDF: what is drawn gets a path such as
 * Document/L/LI/LBody. A path that continues on the next page stays open, so
 * that a paragraph over two pages is one paragraph to a screen reader.
 */

#pragma once

#include "document/block.h"

G_BEGIN_DECLS

typedef struct _SamenTags SamenTags;

/* Returns: (transfer full): tags to be written with @cr of a PDF surface */
SamenTags *samen_tags_new (cairo_t *cr);

/* Closes what is open, and frees @tags; NULL is allowed. */
void samen_tags_free (SamenTags *tags);

/**
 * samen_tags_enter:
 * @tags: (nullable): tags; NULL does nothing
 * @block: what is drawn next; its ancestors give the path
 * @inner: (nullable): element within @block, such as "Lbl"
 * @n: tells elements of the same name within @block apart
 */
void samen_tags_enter (SamenTags *tags, SamenBlock *block, const char *inner, guint n);

/* As samen_tags_enter(), for a cell of a row: @row is the row or the table
 * (of which it is the header), and @part tells apart what is on two pages. */
void samen_tags_enter_cell (SamenTags *tags, SamenBlock *row, guint part, guint column);

/* What is drawn until samen_tags_end_artifact() is no content. */
void samen_tags_begin_artifact (SamenTags *tags);
void samen_tags_end_artifact (SamenTags *tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenTags, samen_tags_free)

G_END_DECLS
