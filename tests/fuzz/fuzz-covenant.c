/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/covenant-import.h"
#include "fuzz.h"

/* The text of a covenant, and what is told of it before it becomes a dossier */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  SamenCovenantText *text = samen_covenant_text_parse ((const char *) data, (gssize) size, &error);
  SamenCovenantSummary summary;
  g_auto (GStrv) lines = NULL;
  g_autofree char *title = NULL;

  fuzz_assert ((text == NULL) == (error != NULL));
  if (text == NULL)
    return 0;
  samen_covenant_import_summarise (text, &summary);
  lines = samen_covenant_summary_describe (&summary);
  for (guint i = 0; lines[i] != NULL; i++)
    fuzz_assert (g_utf8_validate (lines[i], -1, NULL));
  title = samen_covenant_import_title (text);
  fuzz_assert (g_utf8_validate (title, -1, NULL) && *title != '\0');
  samen_covenant_text_free (text);
  return 0;
}
