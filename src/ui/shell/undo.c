/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "shell/undo.h"
#include "store/log.h"
#include "widgets/toast.h"

/* The menu says what would be undone, as the toast says what was */
static void
set_menu (GMenu *section, const char *undo, const char *redo)
{
  g_autofree char *undo_title =
      /* Translators: %s is what is undone, such as "Move Milestone" */
      undo != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo) : g_strdup (_ ("_Undo"));
  g_autofree char *redo_title =
      /* Translators: %s is what is done again, such as "Move Milestone" */
      redo != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo) : g_strdup (_ ("_Redo"));

  g_menu_remove_all (section);
  g_menu_append (section, undo_title, "win.undo");
  g_menu_append (section, redo_title, "win.redo");
}

void
samen_undo_update (GtkWidget *window, GMenu *section, SamenStore *store)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (store != NULL)
    g_object_get (store, "undo-label", &undo, "redo-label", &redo, NULL);
  gtk_widget_action_set_enabled (window, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (window, "win.redo", redo != NULL);
  set_menu (section, undo, redo);
}

static void
step_through_log (GtkWidget *window, SamenStore *store, gboolean back)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (back && samen_store_undo (store, &label, &error))
    /* Translators: %s is what was undone, such as "Move Milestone" */
    text = g_strdup_printf (_ ("Undone: %s"), label);
  else if (!back && samen_store_redo (store, &label, &error))
    /* Translators: %s is what was done again, such as "Move Milestone" */
    text = g_strdup_printf (_ ("Done again: %s"), label);
  samen_toast (window, text != NULL ? text : error->message);
}

/* What is typed comes before the dossier. Returns: whether there was something of that to step through. */
static gboolean
step_through_text (GtkWidget *window, gboolean back)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkTextBuffer *text;

  if (!GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  if (back ? !gtk_text_buffer_get_can_undo (text) : !gtk_text_buffer_get_can_redo (text))
    return FALSE;
  if (back)
    gtk_text_buffer_undo (text);
  else
    gtk_text_buffer_redo (text);
  return TRUE;
}

void
samen_undo (GtkWidget *window, SamenStore *store, gboolean back)
{
  if (!step_through_text (window, back))
    step_through_log (window, store, back);
}
