/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** samen_ask_to_discard: asks whether what was filled in may be lost, and closes @dialog if so. */
void samen_ask_to_discard (AdwDialog *dialog);

G_END_DECLS
