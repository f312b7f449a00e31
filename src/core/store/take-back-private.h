/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/history.h"

G_BEGIN_DECLS

/** samen_log_state: Returns: what became of the edit with that number. */
SamenPastState samen_log_state (SamenStore *self, gint64 seq);

G_END_DECLS
