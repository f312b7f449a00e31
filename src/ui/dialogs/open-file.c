/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "dialogs/open-file.h"
#include "store/file.h"
#include "widgets/toast.h"

typedef struct
{
  char *dossier;
  char *hash;
  char *name;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->dossier);
  g_free (self->hash);
  g_free (self->name);
  g_free (self);
}

/* Not in /tmp: what is there in the sandbox, the portal cannot hand to another app */
static char *
folder_of_copies (void)
{
  return g_build_filename (g_get_user_cache_dir (), "samenspel", "opened", NULL);
}

static char *
make_folder (GError **error)
{
  g_autofree char *all = folder_of_copies ();
  g_autofree char *folder = g_build_filename (all, "XXXXXX", NULL);

  if (g_mkdir_with_parents (all, 0700) == 0 && g_mkdtemp_full (folder, 0700) != NULL)
    return g_steal_pointer (&folder);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  return NULL;
}

static GFile *
copy (const Job *job, GCancellable *cancellable, GError **error)
{
  const SamenProgress progress = { cancellable, NULL, NULL };
  g_autoptr (SamenStore) store = samen_store_open (job->dossier, error);
  g_autofree char *folder = store != NULL ? make_folder (error) : NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, job->name, NULL);
  file = g_file_new_for_path (path);
  if (!samen_store_write_file (store, job->hash, file, &progress, error))
    return NULL;
  /* What somebody would change in a copy does not come into the dossier */
  g_chmod (path, 0400);
  return g_steal_pointer (&file);
}

static void
copy_in_thread (GTask *task, gpointer parent, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GFile *file = copy (data, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  /* What GTK says of it is for programmers, and in English */
  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      gtk_widget_get_root (parent) != NULL)
    samen_toast (parent, _ ("No program here can open it: save it instead"));
}

static void
copied_cb (GObject *parent, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (parent));
  g_autoptr (GtkFileLauncher) launcher = NULL;

  /* The dialog may be closed by now */
  if (window == NULL)
    return;
  if (file == NULL)
    {
      samen_toast (GTK_WIDGET (parent), error->message);
      return;
    }
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, launched_cb,
                            g_object_ref (parent));
}

/* What came from somebody else may be a program in disguise */
static gboolean
is_program (SamenAttachment *attachment)
{
  g_autofree char *type = attachment->media_type != NULL
                              ? g_content_type_from_mime_type (attachment->media_type)
                              : NULL;

  return type != NULL && !g_content_type_is_a (type, "text/plain") &&
         g_content_type_can_be_executable (type);
}

void
samen_open_file (GtkWidget *parent, SamenStore *store, SamenAttachment *attachment)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (is_program (attachment))
    {
      samen_toast (parent, _ ("This is a program, so it is not opened. Save it if you trust it."));
      return;
    }
  task = g_task_new (parent, NULL, copied_cb, NULL);
  job = g_new0 (Job, 1);
  job->dossier = g_strdup (samen_store_get_path (store));
  job->hash = g_strdup (attachment->content.hash);
  job->name = samen_file_safe_name (attachment->name);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
remove_all_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all_in (path);
      g_remove (path);
    }
}

void
samen_open_file_forget (void)
{
  g_autofree char *folder = folder_of_copies ();

  remove_all_in (folder);
}
