/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_PREFERENCES_DIALOG (samen_preferences_dialog_get_type ())

/** SamenPreferencesDialog: What its user wants of the app, whatever the dossier. */
G_DECLARE_FINAL_TYPE (SamenPreferencesDialog,
                      samen_preferences_dialog,
                      SAMEN,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/** samen_preferences_dialog_new: Returns: (transfer floating): the dialog. */
AdwDialog *samen_preferences_dialog_new (void);

G_END_DECLS
