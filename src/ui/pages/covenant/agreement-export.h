/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_agreement_export:
 * @parent: where dialogs and toasts appear
 *
 * Asks where to, and writes the agreement as a PDF there, in a thread of its own.
 */
void samen_agreement_export (GtkWidget *parent, SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
