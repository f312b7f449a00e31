/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/device.h"
#include "base/id.h"

static gpointer
make_data_folder (gpointer unused)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "samenspel", NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}

const char *
samen_data_folder (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_data_folder, NULL);
}

static gpointer
make_device_id (gpointer unused)
{
  g_autofree char *path = g_build_filename (samen_data_folder (), "device", NULL);
  g_autofree char *id = NULL;

  if (g_file_get_contents (path, &id, NULL, NULL) && samen_id_is_valid (g_strstrip (id)))
    return g_steal_pointer (&id);
  g_free (id);
  id = samen_id_new ();
  g_file_set_contents (path, id, -1, NULL);
  return g_steal_pointer (&id);
}

const char *
samen_device_id (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_device_id, NULL);
}

const char *
samen_account_name (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says where the account names no person */
  return g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}
