/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SamenError:
 * @SAMEN_ERROR_FAILED: something outside the app went wrong, as the message says
 * @SAMEN_ERROR_INVALID: a value does not fit its field; the message says what does
 * @SAMEN_ERROR_NOT_A_DOSSIER: the file is something else
 * @SAMEN_ERROR_NEWER: the dossier was last opened by a newer Samenspel
 * @SAMEN_ERROR_DAMAGED: the file's contents contradict themselves
 * @SAMEN_ERROR_BUSY: another program is writing this dossier
 * @SAMEN_ERROR_FULL: there is no room on the disk
 * @SAMEN_ERROR_READ_ONLY: the file may not be written
 * @SAMEN_ERROR_NOT_FOUND: no such file or record
 * @SAMEN_ERROR_PASSPHRASE: the file does not open without its passphrase, or not with this one
 *
 * The errors of the core; each message says in one sentence what to do.
 */
typedef enum
{
  SAMEN_ERROR_FAILED,
  SAMEN_ERROR_INVALID,
  SAMEN_ERROR_NOT_A_DOSSIER,
  SAMEN_ERROR_NEWER,
  SAMEN_ERROR_DAMAGED,
  SAMEN_ERROR_BUSY,
  SAMEN_ERROR_FULL,
  SAMEN_ERROR_READ_ONLY,
  SAMEN_ERROR_NOT_FOUND,
  SAMEN_ERROR_PASSPHRASE,
} SamenError;

#define SAMEN_ERROR (samen_error_quark ())

GQuark samen_error_quark (void);

/** samen_error_quote: Returns: (transfer full): as much of what was typed as it takes to know it by. */
char *samen_error_quote (const char *text);

G_END_DECLS
