/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/progress.h"

gboolean
samen_progress_report (const SamenProgress *self, double fraction, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->report != NULL)
    self->report (CLAMP (fraction, 0, 1), self->data);
  return TRUE;
}
