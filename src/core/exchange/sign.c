/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/sign.h"

SamenSigning *
samen_signing_new (SamenParty *party, const char *signatory, const char *function)
{
  SamenSigning *self = g_new0 (SamenSigning, 1);

  self->party = g_object_ref (party);
  self->signatory = g_strdup (signatory);
  self->function = g_strdup (function);
  return self;
}

void
samen_signing_free (gpointer data)
{
  SamenSigning *self = data;

  g_object_unref (self->party);
  g_free (self->signatory);
  g_free (self->function);
  g_free (self);
}

SamenEdit *
samen_sign_edit (GPtrArray *signings, SamenDate date, const char *place)
{
  SamenEdit *edit = samen_edit_new (signings->len == 0   ? NC_ ("edit", "Change Who Signs")
                                    : signings->len == 1 ? NC_ ("edit", "Add Signature")
                                                         : NC_ ("edit", "Add Signatures"));

  for (guint i = 0; i < signings->len; i++)
    {
      const SamenSigning *it = g_ptr_array_index (signings, i);

      samen_edit_add (edit, SAMEN_TYPE_SIGNATURE, "party",
                      samen_value (SAMEN_RECORD (it->party)->id), "signed_on", samen_value (date),
                      "place", samen_value (place), "signatory", samen_value (it->signatory),
                      "function", samen_value (it->function), NULL);
    }
  return edit;
}

void
samen_sign_set_abstains (SamenEdit *edit, SamenRecord *representative, gboolean abstains)
{
  g_autoptr (GVariant) before = samen_record_get (representative, "abstains");

  if (abstains != (before != NULL && g_variant_get_boolean (before)))
    samen_edit_set (edit, representative, "abstains", samen_value ((bool) abstains));
}
