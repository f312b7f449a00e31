/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/traces.h"

G_BEGIN_DECLS

/** The number of the form that samen_person_data_to_json() writes */
#define SAMEN_PERSON_DATA_FORMAT 1

/**
 * samen_person_data_to_json:
 * @traces: what the dossier keeps about somebody
 *
 * Writes all of it, for the person it is about and for programs to read: the names; the records that are
 * the person, that name the person and that mention the name; the attachments; what the log says of the
 * person, and what the person did. Times are in UTC.
 *
 * Returns: (transfer full): the JSON text, in lines, with a newline at its end.
 */
char *samen_person_data_to_json (SamenStore *store, const SamenTraces *traces);

G_END_DECLS
