/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_NEW_DOSSIER_DIALOG (samen_new_dossier_dialog_get_type ())

/**
 * SamenNewDossierDialog:
 *
 * Asks for the name of a partnership and its first two organisations, no more. Signal `created`, with the
 * #SamenStore of the new dossier.
 */
G_DECLARE_FINAL_TYPE (SamenNewDossierDialog,
                      samen_new_dossier_dialog,
                      SAMEN,
                      NEW_DOSSIER_DIALOG,
                      AdwDialog)

/** samen_new_dossier_dialog_new: Returns: (transfer floating): the dialog; @author for the log. */
SamenNewDossierDialog *samen_new_dossier_dialog_new (SamenLibrary *library, const char *author);

G_END_DECLS
