/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PERSON_DATA_DIALOG (samen_person_data_dialog_get_type ())

/**
 * SamenPersonDataDialog:
 *
 * Shows all that a dossier keeps about one person, to be saved for that person as a PDF or as JSON.
 */
G_DECLARE_FINAL_TYPE (SamenPersonDataDialog,
                      samen_person_data_dialog,
                      SAMEN,
                      PERSON_DATA_DIALOG,
                      AdwDialog)

/**
 * samen_person_data_dialog_new:
 * @person: (nullable): the id of a person; %NULL for whoever goes by @name
 * @name: what the person is called
 *
 * Returns: (transfer floating): the dialog.
 */
AdwDialog *samen_person_data_dialog_new (SamenStore *store, const char *person, const char *name);

G_END_DECLS
