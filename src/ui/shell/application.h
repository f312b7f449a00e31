/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_APPLICATION (samen_application_get_type ())

/** SamenApplication: the app: one process, with one window on one dossier. */
G_DECLARE_FINAL_TYPE (SamenApplication, samen_application, SAMEN, APPLICATION, AdwApplication)

/** samen_application_new: Returns: (transfer full): the app, to be run. */
SamenApplication *samen_application_new (void);

G_END_DECLS
