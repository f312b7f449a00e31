/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SamenProgress:
 * @cancellable: (nullable): cancelled by whoever no longer wants what is being done
 * @report: (nullable): told how far it is, from 0 to 1, in the thread that does it
 * @data: for @report
 *
 * How whoever waits for something that takes long follows it, and ends it.
 */
typedef struct
{
  GCancellable *cancellable;
  void (*report) (double fraction, gpointer data);
  gpointer data;
} SamenProgress;

/**
 * samen_progress_report:
 * @self: (nullable): who waits, if anybody does
 * @fraction: how far it is, from 0 to 1
 *
 * Returns: whether to go on; if not, @error is %G_IO_ERROR_CANCELLED.
 */
gboolean samen_progress_report (const SamenProgress *self, double fraction, GError **error);

G_END_DECLS
