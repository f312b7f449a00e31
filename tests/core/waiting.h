/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

/* Somebody who waits for what takes long, and after a while does not want it any more */
typedef struct
{
  GCancellable *cancellable;
  guint calls;
  guint cancel_at; /* the call at which it is cancelled */
  double last;
} Waiting;

/* What is told never goes back */
static inline void
waiting_cb (double fraction, gpointer data)
{
  Waiting *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  self->last = fraction;
  if (self->calls++ == self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}
