/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/import-dialog.h"
#include "dialogs/tell-error.h"
#include "shell/import.h"
#include "widgets/settings.h"
#include "widgets/toast.h"

/* An import on its way: each step hands it to the next, and the last one frees it */
typedef struct
{
  GtkWidget *window;
  SamenLibrary *library;
  SamenStore *store; /* the dossier that it goes into; NULL for a new one */
  GFile *file;       /* the text, or else */
  char *pasted;
  SamenCovenantText *text;   /* what was recognised, until there is a draft */
  SamenCovenantDraft *draft; /* that, corrected */
  GBytes *source;
  char *path;
  char *id;
  char *author;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->window);
  g_object_unref (self->library);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_free (self->pasted);
  g_clear_pointer (&self->text, samen_covenant_text_free);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->source, g_bytes_unref);
  g_free (self->path);
  g_free (self->id);
  g_free (self->author);
  g_free (self);
}

static void
run (Import *self, GTaskThreadFunc step, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, self);

  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, step);
}

static gboolean
finish (Import *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return TRUE;
  if (gtk_widget_get_root (self->window) != NULL)
    samen_tell_error (self->window, _ ("Covenant Not Imported"), name, error);
  return FALSE;
}

static gboolean
write_dossier (Import *self, const char *name, GError **error)
{
  const SamenCovenantText *text = samen_covenant_draft_get_text (self->draft);
  g_autoptr (SamenStore) store = NULL;

  if (self->store != NULL)
    return samen_covenant_import_into_path (self->path, text, self->source, name, self->author,
                                            &self->id, error);
  store = samen_covenant_import_to_path (self->path, text, self->source, name, self->author, error);
  return store != NULL;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *self = data;
  GError *error = NULL;
  g_autofree char *name =
      /* Translators: what the text is called that a covenant was imported from, where it had no file */
      self->file != NULL ? g_file_get_basename (self->file) : g_strdup (_ ("Pasted text.txt"));

  if (write_dossier (self, name, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_imported (Import *self)
{
  if (self->store == NULL)
    gtk_widget_activate_action (self->window, "win.open-dossier", "s", self->path);
  gtk_widget_activate_action (self->window, "win.go", "s", "covenant");
  if (self->id != NULL)
    gtk_widget_activate_action (self->window, "win.reveal-record", "(ss)", "agreement", self->id);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *self = data;

  if (finish (self, result))
    {
      if (self->store != NULL)
        samen_store_refresh (self->store);
      else
        samen_library_reload_async (self->library);
      show_imported (self);
    }
  import_free (self);
}

static void
confirmed_cb (SamenImportDialog *dialog, gpointer data)
{
  Import *self = data;

  self->path = self->store != NULL ? g_strdup (samen_store_get_path (self->store))
                                   : samen_library_new_path (self->library);
  self->author = samen_settings_author ();
  run (self, write_in_thread, written_cb);
}

static void
closed_cb (SamenImportDialog *dialog, gpointer data)
{
  Import *self = data;

  /* Confirmed: the thread has it now */
  if (self->path == NULL)
    import_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *self = data;
  GError *error = NULL;

  self->text = self->file != NULL
                   ? samen_covenant_import_read (self->file, &self->source, NULL, &error)
                   : samen_covenant_import_read_text (self->pasted, &self->source, &error);
  if (self->text != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *self = data;
  SamenImportDialog *dialog;

  if (!finish (self, result))
    {
      import_free (self);
      return;
    }
  self->draft = samen_covenant_draft_new (self->source, g_steal_pointer (&self->text));
  dialog = samen_import_dialog_new (self->draft, self->store == NULL);
  g_signal_connect (dialog, "confirmed", G_CALLBACK (confirmed_cb), self);
  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), self);
  adw_dialog_present (ADW_DIALOG (dialog), self->window);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Import *self = data;

  g_autoptr (GError) error = NULL;

  self->file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);
  if (self->file != NULL)
    {
      run (self, read_in_thread, read_cb);
      return;
    }
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    samen_toast (self->window, error->message);
  import_free (self);
}

static Import *
import_new (GtkWidget *window, SamenLibrary *library, SamenStore *store)
{
  Import *self = g_new0 (Import, 1);

  self->window = g_object_ref (window);
  self->library = g_object_ref (library);
  g_set_object (&self->store, store);
  return self;
}

void
samen_import_text (GtkWidget *window, SamenLibrary *library, SamenStore *store)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Import *self = import_new (window, library, store);

  gtk_file_filter_set_name (filter, _ ("Plain text"));
  gtk_file_filter_add_mime_type (filter, "text/plain");
  gtk_file_filter_add_mime_type (filter, "text/markdown");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Import a Covenant"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (window)), NULL, chosen_cb, self);
}

void
samen_import_file (GtkWidget *window, SamenLibrary *library, SamenStore *store, GFile *file)
{
  Import *self = import_new (window, library, store);

  self->file = g_object_ref (file);
  run (self, read_in_thread, read_cb);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Import *self = data;

  self->pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (self->pasted != NULL)
    {
      run (self, read_in_thread, read_cb);
      return;
    }
  samen_toast (self->window, _ ("There is no text to paste. Copy the whole covenant first, in the "
                                "program in which you can read it."));
  import_free (self);
}

void
samen_import_pasted (GtkWidget *window, SamenLibrary *library, SamenStore *store)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, pasted_cb,
                                 import_new (window, library, store));
}
