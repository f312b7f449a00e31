/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/announce.h"
#include "widgets/toast-text.h"
#include "widgets/toast.h"

/* More characters than a confirmation has: a whole sentence, most often of what went wrong */
#define LONG 60

/* As long as it takes to read, in milliseconds for each character */
#define READING 80

/* libadwaita's own */
#define LEAST 5

AdwToast *
samen_toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, samen_toast_text_new (text));
  adw_toast_set_timeout (toast, MAX (LEAST, (guint) g_utf8_strlen (text, -1) * READING / 1000));
  return toast;
}

void
samen_toast_show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *title = adw_toast_get_custom_title (toast);

  /* From the window itself, the overlay is below */
  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (widget))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget));
  if (!ADW_IS_TOAST_OVERLAY (overlay))
    {
      GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

      g_return_if_fail (window != NULL && window != widget);
      samen_toast_show (window, toast);
      return;
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  /* A toast tells no more than that it is there, where its title is a widget */
  samen_announce (overlay, samen_toast_text_get (title));
}

void
samen_toast (GtkWidget *widget, const char *text)
{
  AdwToast *toast = samen_toast_new (text);

  /* What is long is read whole: it stays until something is changed, or it is closed */
  if (g_utf8_strlen (text, -1) > LONG)
    adw_toast_set_timeout (toast, 0);
  samen_toast_show (widget, toast);
}

void
samen_toast_action (GtkWidget *widget,
                    const char *text,
                    const char *label,
                    const char *action,
                    GVariant *target)
{
  AdwToast *toast = samen_toast_new (text);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  samen_toast_show (widget, toast);
}

void
samen_toast_undo (GtkWidget *widget, const char *text)
{
  samen_toast_action (widget, text, _ ("_Undo"), "win.undo", NULL);
}
