/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "shell/session.h"
#include "widgets/settings.h"

void
samen_session_remember (const char *path, const char *page)
{
  samen_settings_set_text ("last-dossier", path);
  samen_settings_set_text ("last-page", page);
}

gboolean
samen_session_recall (char **path, char **page)
{
  g_autofree char *last = samen_settings_get_text ("last-dossier");

  if (*last == '\0' || !g_file_test (last, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  *path = g_steal_pointer (&last);
  *page = samen_settings_get_text ("last-page");
  return TRUE;
}
