/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/compass.h"
#include "rules/rules-private.h"

SamenTipState
samen_tip_state (guint tip, GListModel *signals, gboolean begun)
{
  SamenTipState state = begun ? SAMEN_TIP_IN_ORDER : SAMEN_TIP_NOT_BEGUN;

  for (guint i = 0; i < samen_n_items (signals); i++)
    {
      g_autoptr (SamenSignal) signal = g_list_model_get_item (signals, i);

      if (signal->tip != tip)
        continue;
      if (signal->urgency == SAMEN_URGENCY_NOW)
        return SAMEN_TIP_NOW;
      if (signal->urgency == SAMEN_URGENCY_SOON)
        state = SAMEN_TIP_SOON;
    }
  return state;
}

const char *
samen_tip_state_label (SamenTipState state)
{
  switch (state)
    {
    case SAMEN_TIP_NOW:
      return C_ ("tip state", "Asks for attention now");
    case SAMEN_TIP_SOON:
      return C_ ("tip state", "Asks for attention soon");
    case SAMEN_TIP_IN_ORDER:
      return C_ ("tip state", "In order");
    case SAMEN_TIP_NOT_BEGUN:
    default:
      return C_ ("tip state", "Not begun yet");
    }
}
