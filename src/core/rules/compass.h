/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/signals.h"

G_BEGIN_DECLS

/** The six tips: 1 to 6 */
#define SAMEN_N_TIPS 6

/**
 * SamenTipState:
 * @SAMEN_TIP_NOT_BEGUN: nothing is recorded yet that it is about
 * @SAMEN_TIP_NOW: a point of attention asks for something now
 * @SAMEN_TIP_SOON: one does so soon
 * @SAMEN_TIP_IN_ORDER: none does; what is good to do when it suits leaves it in order
 */
typedef enum
{
  SAMEN_TIP_NOT_BEGUN,
  SAMEN_TIP_NOW,
  SAMEN_TIP_SOON,
  SAMEN_TIP_IN_ORDER,
} SamenTipState;

/**
 * samen_tip_state:
 * @tip: 1 to 6
 * @signals: (nullable): the #SamenSignal of the dossier
 * @begun: whether anything is recorded that the tip is about
 *
 * Returns: where the partnership stands on a tip.
 */
SamenTipState samen_tip_state (guint tip, GListModel *signals, gboolean begun);

/** samen_tip_state_label: Returns: (transfer none): in a few words, in the interface's language. */
const char *samen_tip_state_label (SamenTipState state);

G_END_DECLS
