/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * samen_data_folder:
 *
 * Returns: (transfer none): where the app keeps its dossiers; made if it is not there.
 */
const char *samen_data_folder (void);

/**
 * samen_device_id:
 *
 * Tells apart what was written on different computers. It is made on first use and kept in the data
 * folder; where it cannot be kept, it lasts as long as the program.
 *
 * Returns: (transfer none): a UUID.
 */
const char *samen_device_id (void);

/** samen_account_name: Returns: (transfer none): whose account this is: a person, or what it is called. */
const char *samen_account_name (void);

G_END_DECLS
