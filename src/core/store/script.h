/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/*
 * A dossier written as a script of edits, so that it has a history to look back on:
 *
 *   {
 *     "today": "2026-11",
 *     "edits": [
 *       {
 *         "label": "Add goal", "author": "Noor", "time": "2024-10-02T15:30",
 *         "set": {
 *           "goal/places": { "title": "A place for every student", "due": "2028-07" },
 *           "milestone/desk": { "goal": "goal/places", "title": "One desk", "due": "2025-03" }
 *         }
 *       },
 *       …
 *     ]
 *   }
 *
 * A record is called by its type and a name of the script's own, also where a field refers to it, and a
 * text to an article or clause: `{article:article/board}`. To mention it for the first time adds it, at
 * the end of the list of its type; after that, fields are set (null empties one, `"deleted": true`
 * deletes the record). A label is one of those the app knows.
 *
 * The script is as good on any day: all its dates and times move by the whole months from its "today" to
 * the real one. What is only as precise as a season or a year, and is no other season or year after that,
 * becomes its last month. So that the past stays in the past, all edits are before the month of "today",
 * and in order.
 */

/**
 * samen_script_load:
 * @json: the script
 * @length: how many bytes that is
 * @path: a file that does not exist yet
 * @error: what is wrong, with the number of the edit, the record and the field
 *
 * Makes a dossier from a script. Reads the script as something that anybody may have written.
 *
 * Returns: (transfer full) (nullable): the new dossier; on failure no file is left.
 */
SamenStore *samen_script_load (const char *json, gsize length, const char *path, GError **error);

/**
 * samen_script_load_example:
 * @language: `nl` for Dutch; anything else is English
 * @path: a file that does not exist yet
 * @error: why it could not be made
 *
 * Makes the example dossier that comes with the app: a partnership that does not exist.
 *
 * Returns: (transfer full) (nullable): the new dossier; on failure no file is left.
 */
SamenStore *samen_script_load_example (const char *language, const char *path, GError **error);

G_END_DECLS
