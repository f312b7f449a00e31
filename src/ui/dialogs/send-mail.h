/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "dialogs/write-pdf.h"

G_BEGIN_DECLS

/**
 * samen_send_mail:
 * @parent: where dialogs and toasts appear
 * @store: the dossier
 * @title: the subject, and what the file is called
 * @make: makes the document
 * @id: (nullable): handed to @make
 *
 * Opens a new message in the user's mail program, by the portal
 * [org.freedesktop.portal.Email](https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Email.html),
 * with the PDF of a document attached, which is made in a thread of its own. Where no mail program answers, it
 * offers to save the PDF instead.
 */
void samen_send_mail (GtkWidget *parent,
                      SamenStore *store,
                      const char *title,
                      SamenMakeDocument make,
                      const char *id);

G_END_DECLS
