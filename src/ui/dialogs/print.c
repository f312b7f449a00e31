/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "dialogs/print.h"
#include "widgets/toast.h"

/* A print on its way: each step hands it to the next, and the last one frees it */
typedef struct
{
  GtkWidget *parent;
  char *title;
  char *folder; /* of its own, so that nobody else can put a file there */
  char *path;
} Print;

static void
print_free (Print *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_object_unref (self->parent);
  g_free (self->title);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static void
finish (Print *self, const char *message)
{
  if (message != NULL && gtk_widget_get_root (self->parent) != NULL)
    samen_toast (self->parent, message);
  print_free (self);
}

static void
printed_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Print *self = data;
  g_autoptr (GError) error = NULL;

  if (gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (dialog), result, &error))
    finish (self, NULL);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    finish (self, NULL);
  else
    finish (self, error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Print *self = data;
  g_autoptr (GtkPrintDialog) dialog = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *window = gtk_widget_get_root (self->parent);

  if (!samen_write_pdf_finish (result, &error))
    {
      finish (self, error->message);
      return;
    }
  /* The page may be gone by now */
  if (window == NULL)
    {
      finish (self, NULL);
      return;
    }
  dialog = gtk_print_dialog_new ();
  file = g_file_new_for_path (self->path);
  gtk_print_dialog_set_title (dialog, self->title);
  gtk_print_dialog_print_file (dialog, GTK_WINDOW (window), NULL, file, NULL, printed_cb, self);
}

void
samen_print (GtkWidget *parent,
             SamenStore *store,
             const char *title,
             SamenMakeDocument make,
             const char *id)
{
  Print *self = g_new0 (Print, 1);
  g_autoptr (GError) error = NULL;

  self->parent = g_object_ref (parent);
  self->title = g_strdup (title);
  self->folder = g_dir_make_tmp ("samenspel-XXXXXX", &error);
  if (self->folder == NULL)
    {
      finish (self, error->message);
      return;
    }
  self->path = g_build_filename (self->folder, "print.pdf", NULL);
  samen_write_pdf (store, make, id, self->path, NULL, written_cb, self);
}
