/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "shell/restore-draft.h"
#include "store/draft.h"
#include "store/log.h"
#include "widgets/toast.h"

/* How high the text is shown before it scrolls */
#define HIGHEST 240

/* What was written, a paragraph for each field */
static char *
text_of (SamenEdit *draft)
{
  GPtrArray *changes = samen_edit_get_changes (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      if (change->field->kind == SAMEN_KIND_TEXT && change->new != NULL &&
          (change->field->flags & SAMEN_INTERNAL) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "",
                                g_variant_get_string (change->new, NULL));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  return scroller;
}

static void
chosen_cb (SamenStore *store, const char *response, AdwDialog *question)
{
  const char *text = g_object_get_data (G_OBJECT (question), "text");

  if (g_str_equal (response, "later"))
    return;
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (question)), text);
  samen_store_keep_draft (store, NULL, NULL);
}

static void
ask (GtkWidget *window, SamenStore *store, SamenEdit *draft, const char *reason)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("This Text Was Not Kept"), reason);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (question);
  g_autofree char *text = text_of (draft);

  adw_alert_dialog_set_extra_child (alert, make_text (text));
  adw_alert_dialog_add_responses (alert, "later", _ ("Ask _Again Later"), "discard",
                                  _ ("_Discard Text"), "copy", _ ("_Copy Text"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "copy", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "later");
  adw_alert_dialog_set_default_response (alert, "copy");
  g_object_set_data_full (G_OBJECT (question), "text", g_steal_pointer (&text), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (chosen_cb), store, G_CONNECT_SWAPPED);
  adw_dialog_present (question, window);
}

/* It is about what the text says, not about the disk or another program */
static gboolean
is_for_good (const GError *error)
{
  return g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_INVALID) ||
         g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
}

void
samen_restore_draft (GtkWidget *window, SamenStore *store)
{
  g_autoptr (SamenEdit) draft = samen_store_get_draft (store);
  g_autoptr (GError) error = NULL;

  if (draft == NULL)
    return;
  if (samen_store_apply (store, draft, &error))
    {
      samen_toast_undo (window, _ ("What you were writing has been kept"));
      samen_store_keep_draft (store, NULL, NULL);
    }
  else if (is_for_good (error))
    ask (window, store, draft, error->message);
  else
    samen_toast (window, error->message);
}
