/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_DIALOG_TITLE (samen_dialog_title_get_type ())

/**
 * SamenDialogTitle:
 *
 * The title of a dialog in its header bar, on two lines where it has to share a narrow one with the buttons.
 * Property `title`.
 */
G_DECLARE_FINAL_TYPE (SamenDialogTitle, samen_dialog_title, SAMEN, DIALOG_TITLE, AdwBin)

G_END_DECLS
