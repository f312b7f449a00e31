/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/backup-contents.h"
#include "store/dossier.h"

G_DEFINE_FINAL_TYPE (SamenDossier, samen_dossier, G_TYPE_OBJECT)

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

SamenDate
samen_dossier_modified_on (const char *path)
{
  GStatBuf status;
  g_autoptr (GDateTime) time = NULL;

  if (g_stat (path, &status) != 0)
    return SAMEN_DATE_NONE;
  time = g_date_time_new_from_unix_local (status.st_mtime);
  return samen_date_day (g_date_time_get_year (time), g_date_time_get_month (time),
                         g_date_time_get_day_of_month (time));
}

/* What a dossier that cannot be read was called; its file says nothing to people */
static char *
name_of_backup (const char *path)
{
  g_autoptr (GListModel) backups = samen_backup_list (path);

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);
      g_autoptr (SamenBackupContents) contents = samen_backup_look (backup, path, NULL);

      if (contents != NULL && *contents->name != '\0')
        return g_strdup (contents->name);
    }
  return g_path_get_basename (path);
}

static void
read_partnership (SamenDossier *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (self->path, &error);
  g_autoptr (SamenPartnership) partnership =
      store != NULL ? samen_store_get_partnership (store) : NULL;

  if (store != NULL)
    self->id = g_strdup (samen_store_get_dossier_id (store));
  if (partnership != NULL)
    {
      self->name = g_strdup (partnership->name);
      self->region = g_strdup (partnership->region);
      return;
    }
  self->name = name_of_backup (self->path);
  self->problem = g_strdup (error != NULL ? error->message : _ ("This dossier is empty."));
}

SamenDossier *
samen_dossier_read (const char *path, gboolean is_bin)
{
  SamenDossier *self = g_object_new (SAMEN_TYPE_DOSSIER, NULL);

  self->path = g_strdup (path);
  /* Before it is opened, which touches the file */
  if (is_bin)
    self->binned = samen_dossier_modified_on (path);
  read_partnership (self);
  return self;
}
