/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/salvage.h"

/* Takes over @line */
static void
append_line (GString *text, guint n, char *line)
{
  if (n > 0 && text->len > 0)
    g_string_append_c (text, '\n');
  if (n > 0)
    g_string_append (text, line);
  g_free (line);
}

char *
samen_salvage_describe (const SamenSalvage *self)
{
  GString *text = g_string_new (NULL);
  guint n = self->n_records;

  append_line (
      text, n,
      g_strdup_printf (ngettext ("%u record could be read.", "%u records could be read.", n), n));
  n = self->n_edits;
  append_line (text, n,
               g_strdup_printf (ngettext ("%u edit of the history could be read.",
                                          "%u edits of the history could be read.", n),
                                n));
  n = self->n_lost_edits;
  append_line (text, n,
               g_strdup_printf (ngettext ("%u edit is lost, wholly or in part.",
                                          "%u edits are lost, wholly or in part.", n),
                                n));
  n = self->n_lost_records;
  append_line (text, n,
               g_strdup_printf (ngettext ("Of %u record too little was left.",
                                          "Of %u records too little was left.", n),
                                n));
  n = self->n_lost_values;
  append_line (text, n,
               g_strdup_printf (
                   ngettext ("%u field could not be read.", "%u fields could not be read.", n), n));
  n = self->n_lost_files;
  append_line (text, n,
               g_strdup_printf (ngettext ("The contents of %u file are lost.",
                                          "The contents of %u files are lost.", n),
                                n));
  return g_string_free_and_steal (text);
}
