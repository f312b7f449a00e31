/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_record_keys_install:
 * @widget_class: the class of a row whose action is "record.change", with the table and id of a record
 *
 * Gives such rows their keys: Alt+Up and Alt+Down move the record in its list, Delete deletes it.
 */
void samen_record_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
