/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** samen_json_append_text: appends @text to @out as a JSON string, in quotes. */
void samen_json_append_text (GString *out, const char *text);

/** samen_json_append_decimal: appends @number to @out, in as few digits as give the same number again. */
void samen_json_append_decimal (GString *out, double number);

/**
 * samen_json_append_value:
 * @value: a value as base/value.h has it
 *
 * Appends @value to @out as JSON.
 */
void samen_json_append_value (GString *out, GVariant *value);

G_END_DECLS
