/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_EXPORT_PACKAGE_DIALOG (samen_export_package_dialog_get_type ())

/**
 * SamenExportPackageDialog:
 *
 * Tells what goes into a package of the dossier, and asks whether it is to have a passphrase. Signal
 * `confirmed`, with that or %NULL.
 */
G_DECLARE_FINAL_TYPE (SamenExportPackageDialog,
                      samen_export_package_dialog,
                      SAMEN,
                      EXPORT_PACKAGE_DIALOG,
                      AdwDialog)

/** samen_export_package_dialog_new: Returns: (transfer floating): the dialog. */
SamenExportPackageDialog *samen_export_package_dialog_new (void);

G_END_DECLS
