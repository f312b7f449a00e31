/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/tell-error.h"

AdwDialog *
samen_tell_error (GtkWidget *parent, const char *title, const char *name, const GError *error)
{
  /* A name may be one long word, which a heading has no room for */
  g_autofree char *named =
      name != NULL ? g_strdup_printf ("%s\n\n%s", name, error->message) : g_strdup (error->message);
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  dialog = adw_alert_dialog_new (title, named);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
  return dialog;
}
