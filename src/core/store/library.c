/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <utime.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/device.h"
#include "base/error.h"
#include "base/id.h"
#include "base/unfinished.h"
#include "store/backup.h"
#include "store/library.h"
#include "store/package-private.h"
#include "store/script.h"

#define SUFFIX ".sqlite"

/* So many changes of a list at a time */
#define SLICE 5

struct _SamenLibrary
{
  GObject parent_instance;
  char *folder;
  char *bin_folder;
  GListStore *dossiers;
  GListStore *bin;
  GCancellable *reading; /* in a thread, or NULL */
  gboolean is_read;
};

G_DEFINE_FINAL_TYPE (SamenLibrary, samen_library, G_TYPE_OBJECT)

static guint reloaded_signal;

/* While a dossier is read, in whatever thread, none is moved */
static GMutex files;

static void
samen_library_finalize (GObject *object)
{
  SamenLibrary *self = SAMEN_LIBRARY (object);

  g_free (self->folder);
  g_free (self->bin_folder);
  g_object_unref (self->dossiers);
  g_object_unref (self->bin);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (samen_library_parent_class)->finalize (object);
}

static void
samen_library_class_init (SamenLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_library_finalize;
  reloaded_signal = g_signal_new ("reloaded", SAMEN_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
samen_library_init (SamenLibrary *self)
{
  self->dossiers = g_list_store_new (SAMEN_TYPE_DOSSIER);
  self->bin = g_list_store_new (SAMEN_TYPE_DOSSIER);
}

void
samen_library_begin_read (void)
{
  g_mutex_lock (&files);
}

void
samen_library_end_read (void)
{
  g_mutex_unlock (&files);
}

static SamenDossier *
read_dossier (const char *path, gboolean is_bin)
{
  SamenDossier *dossier;

  samen_library_begin_read ();
  dossier = samen_dossier_read (path, is_bin);
  samen_library_end_read ();
  return dossier;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  return g_utf8_collate (((const SamenDossier *) a)->name, ((const SamenDossier *) b)->name);
}

/* The paths of the files in @folder that end in @suffix */
static GStrv
list_paths (const char *folder, const char *suffix)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_strv_builder_take (paths, g_build_filename (folder, name, NULL));
  return g_strv_builder_end (paths);
}

static int
compare_names_of (gconstpointer a, gconstpointer b)
{
  return compare_names (*(gpointer const *) a, *(gpointer const *) b, NULL);
}

/* Returns: (transfer full): the #SamenDossier in @folder, by name */
static GPtrArray *
read_folder (const char *folder, gboolean is_bin)
{
  GPtrArray *dossiers = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) paths = list_paths (folder, SUFFIX);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (dossiers, read_dossier (paths[i], is_bin));
  g_ptr_array_sort (dossiers, compare_names_of);
  return dossiers;
}

static gboolean
is_same (SamenDossier *a, SamenDossier *b)
{
  return g_str_equal (a->path, b->path) && g_str_equal (a->name, b->name) &&
         g_strcmp0 (a->region, b->region) == 0 && g_strcmp0 (a->problem, b->problem) == 0 &&
         samen_date_equal (a->binned, b->binned);
}

/* The place of what is the same as @dossier in @list, from @from on; -1 if it is not there */
static int
find_same (GListModel *list, guint from, SamenDossier *dossier)
{
  for (guint i = from; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SamenDossier) other = g_list_model_get_item (list, i);

      if (is_same (other, dossier))
        return (int) i;
    }
  return -1;
}

/* Lets @list hold what @read holds, at most @most changes at once. Returns: whether it does. */
static gboolean
follow (GListStore *list, GPtrArray *read, guint most)
{
  for (guint i = 0; i < read->len; i++)
    {
      int place = find_same (G_LIST_MODEL (list), i, read->pdata[i]);

      if (place == (int) i)
        continue;
      if (most-- == 0)
        return FALSE;
      if (place > (int) i)
        g_list_store_splice (list, i, (guint) place - i, NULL, 0);
      else
        g_list_store_insert (list, i, read->pdata[i]);
    }
  g_list_store_splice (list, read->len, g_list_model_get_n_items (G_LIST_MODEL (list)) - read->len,
                       NULL, 0);
  return TRUE;
}

/* What was read, on its way into the lists */
typedef struct
{
  char *folder;
  char *bin_folder;
  GPtrArray *dossiers;
  GPtrArray *bin;
} Reading;

static Reading *
reading_new (SamenLibrary *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->folder = g_strdup (self->folder);
  reading->bin_folder = g_strdup (self->bin_folder);
  return reading;
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->folder);
  g_free (self->bin_folder);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->bin, g_ptr_array_unref);
  g_free (self);
}

static void
read_both (Reading *self)
{
  self->dossiers = read_folder (self->folder, FALSE);
  self->bin = read_folder (self->bin_folder, TRUE);
}

/* For good; its backups too, unless there is a dossier in the library that goes by the same name */
static void
drop (SamenLibrary *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *other = g_build_filename (self->folder, name, NULL);

  g_unlink (path);
  if (!g_file_test (other, G_FILE_TEST_EXISTS))
    samen_backup_remove_all (path);
}

static void
empty_bin (SamenLibrary *self)
{
  g_auto (GStrv) paths = list_paths (self->bin_folder, SUFFIX);
  int today = samen_date_days (samen_date_today ());

  for (guint i = 0; paths[i] != NULL; i++)
    if (today - samen_date_days (samen_dossier_modified_on (paths[i])) > SAMEN_BIN_DAYS)
      drop (self, paths[i]);
}

/* What was being made when the program or the power went; what is being made now is of today */
static void
drop_unfinished (SamenLibrary *self)
{
  g_auto (GStrv) paths = list_paths (self->folder, SAMEN_UNFINISHED);
  int today = samen_date_days (samen_date_today ());

  for (guint i = 0; paths[i] != NULL; i++)
    if (today - samen_date_days (samen_dossier_modified_on (paths[i])) > 1)
      samen_db_remove_files (paths[i]);
  samen_unfinished_clear (self->folder);
}

SamenLibrary *
samen_library_new_unread (const char *folder)
{
  SamenLibrary *self = g_object_new (SAMEN_TYPE_LIBRARY, NULL);
  const char *root = folder != NULL ? folder : samen_data_folder ();

  self->folder = g_build_filename (root, "dossiers", NULL);
  self->bin_folder = g_build_filename (root, "bin", NULL);
  g_mkdir_with_parents (self->folder, 0700);
  g_mkdir_with_parents (self->bin_folder, 0700);
  empty_bin (self);
  drop_unfinished (self);
  return self;
}

SamenLibrary *
samen_library_new (const char *folder)
{
  SamenLibrary *self = samen_library_new_unread (folder);

  samen_library_reload (self);
  return self;
}

GListModel *
samen_library_get_dossiers (SamenLibrary *self)
{
  return G_LIST_MODEL (self->dossiers);
}

GListModel *
samen_library_get_bin (SamenLibrary *self)
{
  return G_LIST_MODEL (self->bin);
}

gboolean
samen_library_is_read (SamenLibrary *self)
{
  return self->is_read;
}

static void
end_reading (SamenLibrary *self)
{
  g_clear_object (&self->reading);
  self->is_read = TRUE;
  g_signal_emit (self, reloaded_signal, 0);
}

/* What is still being read is outdated by what is read now */
static void
begin_reading (SamenLibrary *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
}

void
samen_library_reload (SamenLibrary *self)
{
  Reading *reading = reading_new (self);

  begin_reading (self);
  read_both (reading);
  follow (self->dossiers, reading->dossiers, G_MAXUINT);
  follow (self->bin, reading->bin, G_MAXUINT);
  reading_free (reading);
  end_reading (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  read_both (data);
  g_task_return_boolean (task, TRUE);
}

/* A few at a time, as whoever shows them makes a row for each */
static gboolean
follow_cb (gpointer data)
{
  GTask *task = data;
  SamenLibrary *self = g_task_get_source_object (task);
  const Reading *reading = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return G_SOURCE_REMOVE;
  if (!follow (self->dossiers, reading->dossiers, SLICE) ||
      !follow (self->bin, reading->bin, SLICE))
    return G_SOURCE_CONTINUE;
  end_reading (self);
  return G_SOURCE_REMOVE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, follow_cb, g_object_ref (result), g_object_unref);
}

void
samen_library_reload_async (SamenLibrary *self)
{
  g_autoptr (GTask) task = NULL;

  begin_reading (self);
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, reading_new (self), reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

SamenDossier *
samen_library_find (SamenLibrary *self, const char *id)
{
  GListModel *dossiers = samen_library_get_dossiers (self);

  if (!self->is_read)
    samen_library_reload (self);
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SamenDossier) dossier = g_list_model_get_item (dossiers, i);

      if (g_strcmp0 (dossier->id, id) == 0)
        return dossier;
    }
  return NULL;
}

static char *
new_path_in (const char *folder)
{
  g_autofree char *id = samen_id_new ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

char *
samen_library_new_path (SamenLibrary *self)
{
  return new_path_in (self->folder);
}

static const char *
interface_language (void)
{
  /* Translators: the code of your language, if a dossier can be in it: nl or en */
  return samen_language_text (NULL, "language", NC_ ("language", "en"));
}

static gboolean
add_first_records (SamenStore *store,
                   const char *name,
                   const char *const *organisations,
                   GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (NC_ ("edit", "Start Dossier"));
  g_autofree char *position = NULL;

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value (name), "language",
                  samen_value (interface_language ()), NULL);
  for (guint i = 0; organisations != NULL && organisations[i] != NULL; i++)
    {
      g_autofree char *previous = NULL;

      if (*organisations[i] == '\0')
        continue;
      previous = g_steal_pointer (&position);
      position = samen_position_between (previous, NULL);
      samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value (organisations[i]), "side",
                      samen_value (i == 0 ? "education" : "care"), "position",
                      samen_value (position), NULL);
    }
  return samen_store_apply (store, edit, error);
}

static void
put_in (SamenLibrary *self, const char *path, gboolean is_bin)
{
  g_autoptr (SamenDossier) dossier = read_dossier (path, is_bin);

  g_list_store_insert_sorted (is_bin ? self->bin : self->dossiers, dossier, compare_names, NULL);
  /* What is being read in a thread has it where it was */
  if (self->reading != NULL)
    samen_library_reload_async (self);
}

SamenStore *
samen_library_create (SamenLibrary *self,
                      const char *name,
                      const char *author,
                      const char *const *organisations,
                      GError **error)
{
  g_autofree char *path = samen_library_new_path (self);
  g_autoptr (SamenStore) store = samen_store_create (path, error);

  if (store == NULL)
    return NULL;
  samen_store_set_author (store, author);
  if (!add_first_records (store, name, organisations, error))
    {
      g_clear_object (&store);
      g_unlink (path);
      return NULL;
    }
  put_in (self, path, FALSE);
  return g_steal_pointer (&store);
}

char *
samen_library_example_path (SamenLibrary *self, GError **error)
{
  const char *language = interface_language ();
  g_autofree char *name = g_strdup_printf ("example-%s" SUFFIX, language);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (SamenStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  store = samen_script_load_example (language, path, error);
  if (store == NULL)
    return NULL;
  put_in (self, path, FALSE);
  return g_steal_pointer (&path);
}

static void
take_out (GListStore *list, SamenDossier *dossier)
{
  int place = find_same (G_LIST_MODEL (list), 0, dossier);

  if (place >= 0)
    g_list_store_remove (list, (guint) place);
}

/* What SQLite has beside the file is part of the dossier: it stays there where two that closed it at once
 * each left that to the other. It goes into the file, or along with one that cannot be opened. */
static gboolean
move_file (SamenDossier *dossier, const char *target, GError **error)
{
  g_autofree char *log = g_strconcat (dossier->path, "-wal", NULL);
  g_autofree char *target_log = g_strconcat (target, "-wal", NULL);
  SamenStore *store = NULL;

  if (g_file_test (log, G_FILE_TEST_EXISTS))
    store = samen_store_open (dossier->path, NULL);
  if (store != NULL)
    {
      g_object_unref (store);
      if (g_file_test (log, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_BUSY,
                       _ ("Another program has “%s” open. Close it there first."), dossier->name);
          return FALSE;
        }
    }
  if (g_rename (dossier->path, target) != 0)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("“%s” could not be moved: %s"),
                   dossier->name, g_strerror (errno));
      return FALSE;
    }
  g_rename (log, target_log);
  return TRUE;
}

/* Moves the file of @dossier to the other folder */
static gboolean
move (SamenLibrary *self, SamenDossier *dossier, gboolean to_bin, GError **error)
{
  const char *folder = to_bin ? self->bin_folder : self->folder;
  g_autofree char *name = g_path_get_basename (dossier->path);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  gboolean moved;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      /* The example can be made again while an earlier one is in the bin */
      g_free (target);
      target = new_path_in (folder);
    }
  samen_library_begin_read ();
  moved = move_file (dossier, target, error);
  samen_library_end_read ();
  if (!moved)
    return FALSE;
  /* The time of the file tells how long it is in the bin */
  utime (target, NULL);
  take_out (to_bin ? self->dossiers : self->bin, dossier);
  put_in (self, target, to_bin);
  return TRUE;
}

gboolean
samen_library_bin (SamenLibrary *self, SamenDossier *dossier, GError **error)
{
  return move (self, dossier, TRUE, error);
}

gboolean
samen_library_restore (SamenLibrary *self, SamenDossier *dossier, GError **error)
{
  return move (self, dossier, FALSE, error);
}
