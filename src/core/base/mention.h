/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SamenMentions:
 *
 * Names to look for in texts: as whole words, whatever the capitals, accents and white space, and however
 * an accent is encoded.
 */
typedef struct _SamenMentions SamenMentions;

/** samen_mentions_new: Returns: (transfer full): a search for any of @names; an empty one is passed over. */
SamenMentions *samen_mentions_new (const char *const *names);

void samen_mentions_free (SamenMentions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenMentions, samen_mentions_free)

/**
 * samen_mentions_find:
 * @text: (nullable): UTF-8
 * @start: (out) (optional): where the first mention begins, in bytes
 * @end: (out) (optional): where it ends
 *
 * Returns: whether @text mentions one of the names.
 */
gboolean samen_mentions_find (SamenMentions *self, const char *text, gsize *start, gsize *end);

/** samen_mentions_is: Returns: whether @text (nullable) is one of the names, and nothing else. */
gboolean samen_mentions_is (SamenMentions *self, const char *text);

/** samen_mentions_replace: Returns: (transfer full): @text with @by in the place of each mention. */
char *samen_mentions_replace (SamenMentions *self, const char *text, const char *by);

/**
 * samen_mentions_key:
 *
 * Returns: (transfer full): @name as it is compared; the same for all that is taken for the same name.
 */
char *samen_mentions_key (const char *name);

/** samen_mentions_is_name: Returns: whether @text can be a name: shorter than two letters would be anybody's. */
gboolean samen_mentions_is_name (const char *text);

/**
 * samen_mentions_excerpt:
 * @text: a text that mentions a name
 *
 * Returns: (transfer full): some words around the first mention, in one line.
 */
char *samen_mentions_excerpt (SamenMentions *self, const char *text);

G_END_DECLS
