/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "sample.h"

#include <pango/pangocairo.h>

static void
test_covenant (void)
{
  g_autoptr (SamenDocument) doc = sample_covenant ();
  g_autofree char *path = sample_output ("covenant.pdf");
  g_autoptr (GError) error = NULL;

  samen_document_write_pdf (doc, path, NULL, &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/covenant", test_covenant);
  rc = g_test_run ();
  pango_cairo_font_map_set_default (NULL);
  return rc;
}
