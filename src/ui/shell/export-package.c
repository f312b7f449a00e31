/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dialogs/export-package-dialog.h"
#include "dialogs/tell-error.h"
#include "dialogs/work.h"
#include "document/pdf.h"
#include "shell/export-package.h"
#include "store/package.h"
#include "widgets/save-path.h"
#include "widgets/toast.h"

/* An export on its way: each step hands it to the next, and the last one frees it */
typedef struct
{
  GtkWidget *parent;
  char *dossier;
  char *title;
  char *name;
  char *passphrase;
  char *path;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->parent);
  g_free (self->dossier);
  g_free (self->title);
  g_free (self->name);
  /* Not left behind in memory for whoever looks there */
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->path);
  g_free (self);
}

static gboolean
work (gpointer data, const SamenProgress *progress, GError **error)
{
  const Export *self = data;
  g_autoptr (SamenStore) store = samen_store_open (self->dossier, error);

  return store != NULL &&
         samen_package_export (store, self->path, self->passphrase, progress, error);
}

static void
done (gpointer data, const GError *error)
{
  Export *self = data;
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is ready"), name);

  if (gtk_widget_get_root (self->parent) != NULL)
    {
      if (error == NULL)
        samen_toast (self->parent, text);
      else
        samen_tell_error (self->parent, _ ("Dossier Not Exported"), NULL, error);
    }
  export_free (self);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Export *self = data;

  self->path = samen_save_path_finish (self->parent, dialog, result);
  if (self->path != NULL)
    samen_work (self->parent, _ ("Exporting Dossier"), self->title, work, done, self);
  else
    export_free (self);
}

static void
confirmed_cb (SamenExportPackageDialog *dialog, const char *passphrase, gpointer data)
{
  const Export *asked = data;
  g_autoptr (GtkFileDialog) chooser = gtk_file_dialog_new ();
  Export *self = g_new0 (Export, 1);

  self->parent = g_object_ref (asked->parent);
  self->dossier = g_strdup (asked->dossier);
  self->title = g_strdup (asked->title);
  self->passphrase = g_strdup (passphrase);
  gtk_file_dialog_set_title (chooser, _ ("Export Dossier"));
  gtk_file_dialog_set_initial_name (chooser, asked->name);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (self->parent)), NULL, chosen_cb,
                        self);
}

static void
asked_free (gpointer data, GClosure *closure)
{
  export_free (data);
}

char *
samen_package_file_name (SamenStore *store)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  g_autofree char *pdf = samen_pdf_file_name (partnership != NULL ? partnership->name : "");
  char *dot = strrchr (pdf, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_strconcat (pdf, SAMEN_PACKAGE_SUFFIX, NULL);
}

void
samen_export_package (GtkWidget *parent, SamenStore *store)
{
  SamenExportPackageDialog *dialog = samen_export_package_dialog_new ();
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  Export *asked = g_new0 (Export, 1);

  asked->parent = g_object_ref (parent);
  asked->dossier = g_strdup (samen_store_get_path (store));
  asked->title = g_strdup (partnership != NULL ? partnership->name : _ ("Dossier"));
  asked->name = samen_package_file_name (store);
  g_signal_connect_data (dialog, "confirmed", G_CALLBACK (confirmed_cb), asked, asked_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
