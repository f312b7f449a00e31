/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/export-pdf.h"
#include "document/pdf.h"
#include "widgets/save-path.h"
#include "widgets/toast.h"

/* An export on its way: each step hands it to the next, and the last one frees it */
typedef struct
{
  GtkWidget *parent;
  SamenStore *store;
  SamenMakeDocument make;
  char *id;
  char *path;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->store);
  g_free (self->id);
  g_free (self->path);
  g_free (self);
}

static void
open_cb (AdwToast *toast, gpointer parent)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "path"));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, NULL, NULL);
}

static void
tell (Export *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is ready"), name);
  AdwToast *toast;

  /* The page may be gone by now */
  if (gtk_widget_get_root (self->parent) == NULL)
    return;
  toast = samen_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (self->path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self->parent, 0);
  samen_toast_show (self->parent, toast);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;

  if (samen_write_pdf_finish (result, &error))
    tell (self);
  else if (gtk_widget_get_root (self->parent) != NULL)
    samen_toast (self->parent, error->message);
  export_free (self);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Export *self = data;

  self->path = samen_save_path_finish (self->parent, dialog, result);
  if (self->path != NULL)
    samen_write_pdf (self->store, self->make, self->id, self->path, NULL, written_cb, self);
  else
    export_free (self);
}

void
samen_export_pdf (GtkWidget *parent,
                  SamenStore *store,
                  const char *title,
                  SamenMakeDocument make,
                  const char *id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = samen_pdf_file_name (title);
  Export *self = g_new0 (Export, 1);

  self->parent = g_object_ref (parent);
  self->store = g_object_ref (store);
  self->make = make;
  self->id = g_strdup (id);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb, self);
}
