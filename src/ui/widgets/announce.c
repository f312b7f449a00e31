/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/announce.h"

void
samen_announce (gpointer widget, const char *text)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (widget);

  /* What GTK 4.18 has for tests (GTK_A11Y=test) cannot, and does not say so */
  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (widget, text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
