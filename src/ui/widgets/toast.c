/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/toast.h"

static void
show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  /* From the window itself, the overlay is below */
  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (widget))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget));
  if (!ADW_IS_TOAST_OVERLAY (overlay))
    {
      GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

      g_return_if_fail (window != NULL && window != widget);
      show (window, toast);
      return;
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
samen_toast (GtkWidget *widget, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  show (widget, toast);
}

void
samen_toast_action (GtkWidget *widget,
                    const char *text,
                    const char *label,
                    const char *action,
                    GVariant *target)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  show (widget, toast);
}

void
samen_toast_undo (GtkWidget *widget, const char *text)
{
  samen_toast_action (widget, text, _ ("_Undo"), "win.undo", NULL);
}
