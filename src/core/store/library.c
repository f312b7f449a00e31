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
#include "store/backup.h"
#include "store/library.h"
#include "store/package-private.h"
#include "store/script.h"

#define SUFFIX ".sqlite"

struct _SamenLibrary
{
  GObject parent_instance;
  char *folder;
  char *bin_folder;
  GListStore *dossiers;
  GListStore *bin;
  gboolean is_read;
};

G_DEFINE_FINAL_TYPE (SamenDossier, samen_dossier, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (SamenLibrary, samen_library, G_TYPE_OBJECT)

enum
{
  PROP_NAME = 1,
  PROP_REGION,
  PROP_PROBLEM,
  N_PROPS,
};

static void
samen_dossier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SamenDossier *self = SAMEN_DOSSIER (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REGION:
      g_value_set_string (value, self->region);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
samen_dossier_finalize (GObject *object)
{
  SamenDossier *self = SAMEN_DOSSIER (object);

  g_free (self->path);
  g_free (self->id);
  g_free (self->name);
  g_free (self->region);
  g_free (self->problem);
  G_OBJECT_CLASS (samen_dossier_parent_class)->finalize (object);
}

static void
samen_dossier_class_init (SamenDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = samen_dossier_get_property;
  object_class->finalize = samen_dossier_finalize;
  g_object_class_install_property (object_class, PROP_NAME,
                                   g_param_spec_string ("name", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_REGION,
                                   g_param_spec_string ("region", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_PROBLEM,
                                   g_param_spec_string ("problem", NULL, NULL, NULL, flags));
}

static void
samen_dossier_init (SamenDossier *self)
{
}

static void
samen_library_finalize (GObject *object)
{
  SamenLibrary *self = SAMEN_LIBRARY (object);

  g_free (self->folder);
  g_free (self->bin_folder);
  g_object_unref (self->dossiers);
  g_object_unref (self->bin);
  G_OBJECT_CLASS (samen_library_parent_class)->finalize (object);
}

static void
samen_library_class_init (SamenLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_library_finalize;
}

static void
samen_library_init (SamenLibrary *self)
{
  self->dossiers = g_list_store_new (SAMEN_TYPE_DOSSIER);
  self->bin = g_list_store_new (SAMEN_TYPE_DOSSIER);
}

static SamenDossier *
read_dossier (const char *path)
{
  SamenDossier *dossier = g_object_new (SAMEN_TYPE_DOSSIER, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (path, &error);
  g_autoptr (SamenPartnership) partnership = NULL;

  dossier->path = g_strdup (path);
  if (store != NULL)
    dossier->id = g_strdup (samen_store_get_dossier_id (store));
  if (store != NULL)
    partnership = samen_store_get_partnership (store);
  if (partnership != NULL)
    {
      dossier->name = g_strdup (partnership->name);
      dossier->region = g_strdup (partnership->region);
      return dossier;
    }
  dossier->name = g_path_get_basename (path);
  dossier->problem = g_strdup (error != NULL ? error->message : _ ("This dossier is empty."));
  return dossier;
}

static SamenDate
modified_on (const char *path)
{
  GStatBuf status;
  g_autoptr (GDateTime) time = NULL;

  if (g_stat (path, &status) != 0)
    return SAMEN_DATE_NONE;
  time = g_date_time_new_from_unix_local (status.st_mtime);
  return samen_date_day (g_date_time_get_year (time), g_date_time_get_month (time),
                         g_date_time_get_day_of_month (time));
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

static void
fill (GListStore *list, const char *folder, gboolean is_bin)
{
  g_auto (GStrv) paths = list_paths (folder, SUFFIX);

  g_list_store_remove_all (list);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      /* Before it is opened, which touches the file */
      SamenDate binned = is_bin ? modified_on (paths[i]) : SAMEN_DATE_NONE;
      g_autoptr (SamenDossier) dossier = read_dossier (paths[i]);

      dossier->binned = binned;
      g_list_store_insert_sorted (list, dossier, compare_names, NULL);
    }
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
    if (today - samen_date_days (modified_on (paths[i])) > SAMEN_BIN_DAYS)
      drop (self, paths[i]);
}

/* What was being made when the program or the power went; what is being made now is of today */
static void
drop_unfinished (SamenLibrary *self)
{
  g_auto (GStrv) paths = list_paths (self->folder, SAMEN_UNFINISHED);
  int today = samen_date_days (samen_date_today ());

  for (guint i = 0; paths[i] != NULL; i++)
    if (today - samen_date_days (modified_on (paths[i])) > 1)
      samen_db_remove_files (paths[i]);
}

SamenLibrary *
samen_library_new (const char *folder)
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

void
samen_library_reload (SamenLibrary *self)
{
  self->is_read = TRUE;
  fill (self->dossiers, self->folder, FALSE);
  fill (self->bin, self->bin_folder, TRUE);
}

static void
need_to_be_read (SamenLibrary *self)
{
  if (!self->is_read)
    samen_library_reload (self);
}

GListModel *
samen_library_get_dossiers (SamenLibrary *self)
{
  need_to_be_read (self);
  return G_LIST_MODEL (self->dossiers);
}

GListModel *
samen_library_get_bin (SamenLibrary *self)
{
  need_to_be_read (self);
  return G_LIST_MODEL (self->bin);
}

SamenDossier *
samen_library_find (SamenLibrary *self, const char *id)
{
  GListModel *dossiers = samen_library_get_dossiers (self);
  const guint n = g_list_model_get_n_items (dossiers);

  for (guint i = 0; i < n; i++)
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
  samen_library_reload (self);
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
  samen_library_reload (self);
  return g_steal_pointer (&path);
}

/* Moves the file of @dossier to @folder. It is not open, so SQLite has left no file beside it. */
static gboolean
move (SamenLibrary *self, SamenDossier *dossier, const char *folder, GError **error)
{
  g_autofree char *name = g_path_get_basename (dossier->path);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      /* The example can be made again while an earlier one is in the bin */
      g_free (target);
      target = new_path_in (folder);
    }
  if (g_rename (dossier->path, target) != 0)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("“%s” could not be moved: %s"),
                   dossier->name, g_strerror (errno));
      return FALSE;
    }
  /* The time of the file tells how long it is in the bin */
  utime (target, NULL);
  samen_library_reload (self);
  return TRUE;
}

gboolean
samen_library_bin (SamenLibrary *self, SamenDossier *dossier, GError **error)
{
  return move (self, dossier, self->bin_folder, error);
}

gboolean
samen_library_restore (SamenLibrary *self, SamenDossier *dossier, GError **error)
{
  return move (self, dossier, self->folder, error);
}
