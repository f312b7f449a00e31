/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "shell/application.h"

int
main (int argc, char *argv[])
{
  const char *folder = g_getenv ("SAMENSPEL_LOCALEDIR");
  g_autoptr (SamenApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = samen_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
