/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_reminders_watch:
 * @store: an open dossier
 *
 * Sends a notification for each date in @store that is near or past: now, and when one comes near while
 * @store is open. Each is told once, on this computer; several at once are told as one. Nothing is sent
 * where the user wants no reminders.
 */
void samen_reminders_watch (SamenStore *store);

G_END_DECLS
