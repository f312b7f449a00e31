/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_DOSSIER (samen_dossier_get_type ())

G_DECLARE_FINAL_TYPE (SamenDossier, samen_dossier, SAMEN, DOSSIER, GObject)

/**
 * SamenDossier:
 * @path: its file
 * @id: (nullable): the dossier's own UUID, which copies of it share
 * @name: the name of the partnership; the name of the file where the dossier cannot be read
 * @region: (nullable): where it works
 * @binned: the day it was put into the bin, if it is there
 * @problem: (nullable): why it cannot be opened, in the interface's language
 *
 * A dossier in the library, open or not. The members may be read; `name`, `region` and `problem` are
 * properties too.
 */
struct _SamenDossier
{
  GObject parent_instance;
  char *path;
  char *id;
  char *name;
  char *region;
  SamenDate binned;
  char *problem;
};

/**
 * samen_dossier_read:
 * @is_bin: whether it is in the bin
 *
 * Reads what the file at @path is called, or why it cannot be opened. May be called in a thread.
 *
 * Returns: (transfer full): the dossier.
 */
SamenDossier *samen_dossier_read (const char *path, gboolean is_bin);

/** samen_dossier_modified_on: Returns: the day on which the file at @path was last written, if it is there. */
SamenDate samen_dossier_modified_on (const char *path);

G_END_DECLS
