/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SamenLanguage:
 *
 * The language of a document, which is its dossier's and not the interface's: gettext serves only
 * one language at a time, so this reads the app's own catalogue of the other.
 */
typedef struct _SamenLanguage SamenLanguage;

/**
 * samen_language_get:
 * @code: `nl`, `en`, …
 *
 * Returns: (transfer none): the language, kept for as long as the program runs. A language without
 *   a catalogue is English, that of the source strings.
 */
SamenLanguage *samen_language_get (const char *code);

/** samen_language_code: Returns: (transfer none): `nl`, `en`, … */
const char *samen_language_code (SamenLanguage *self);

/**
 * samen_language_text:
 * @self: (nullable): %NULL for the language of the interface
 * @context: (nullable): the context of @text in the catalogue
 * @text: a source string, marked with NC_() or N_()
 *
 * Returns: (transfer none): @text in that language, or @text itself where it has no translation.
 */
const char *samen_language_text (SamenLanguage *self, const char *context, const char *text)
    G_GNUC_FORMAT (3);

G_END_DECLS
