/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_attachment_row_new:
 * @attachment: a file of @store
 *
 * Makes a row that tells what a file is, how large it is, and shows it if it is a photo. It is opened by
 * the action "file.open"; its menu names "file.save", "file.remove" and "record.change".
 *
 * Returns: (transfer floating): the row.
 */
GtkWidget *samen_attachment_row_new (SamenStore *store, SamenAttachment *attachment);

G_END_DECLS
