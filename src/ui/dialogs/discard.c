/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/discard.h"

static void
chosen_cb (AdwDialog *dialog, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (dialog);
}

void
samen_ask_to_discard (AdwDialog *dialog)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Discard Changes?"),
                                              _ ("What you filled in here has not been saved."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Keep Editing"),
                                  "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (chosen_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (dialog));
}
