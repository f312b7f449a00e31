/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "exchange/agreement-text.h"
#include "exchange/lock.h"

char *
samen_lock_reason (SamenStore *store, SamenAgreement *agreement)
{
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (store, agreement);

  return samen_agreement_term_why_locked (term);
}

/* The agreement that a change is about; a record that it begins belongs to what another change says */
static SamenAgreement *
find_agreement (SamenStore *store, GPtrArray *changes, GType type, const char *id)
{
  SamenAgreement *agreement = samen_agreement_of (store, type, id);

  for (guint i = 0; agreement == NULL && i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      if (g_str_equal (change->record, id) && change->new != NULL &&
          (change->field->flags & SAMEN_OWNER) != 0 && change->field->refers () != type)
        agreement = find_agreement (store, changes, change->field->refers (),
                                    g_variant_get_string (change->new, NULL));
    }
  return agreement;
}

/* Which covenant comes first is a matter of the page; signing, stepping out and looking back go on */
static gboolean
is_exempt (const SamenChange *change)
{
  const char *name = change->field->name;

  if (change->type == SAMEN_TYPE_AGREEMENT)
    return change->field->kind == SAMEN_KIND_POSITION || g_str_equal (name, "evaluate_every");
  return (change->type == SAMEN_TYPE_PARTY && g_str_equal (name, "withdrawn")) ||
         g_str_equal (name, "abstains");
}

static gboolean
is_text (const SamenChange *change)
{
  return change->type != SAMEN_TYPE_SIGNATURE && change->type != SAMEN_TYPE_EVALUATION &&
         !is_exempt (change);
}

/* An edit may set a field to what it is */
static gboolean
changes_something (SamenStore *store, const SamenChange *change)
{
  g_autoptr (SamenRecord) record = samen_store_get (store, change->type, change->record);
  g_autoptr (GVariant) value = record != NULL ? samen_field_get (change->field, record) : NULL;

  return record == NULL || !samen_value_equal (value, change->new);
}

static gboolean
guard (SamenStore *store, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);
      g_autoptr (SamenAgreement) agreement =
          is_text (change) ? find_agreement (store, changes, change->type, change->record) : NULL;
      g_autofree char *reason = agreement != NULL ? samen_lock_reason (store, agreement) : NULL;

      if (reason != NULL && changes_something (store, change))
        {
          g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, reason);
          return FALSE;
        }
    }
  return TRUE;
}

void
samen_lock_text (SamenStore *store)
{
  samen_store_set_guard (store, guard);
}
