/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "record/types.h"
#include "store/store.h"

/* What is part of what */

/* An attachment says what it is kept with, but not of what type that is */
static SamenRecord *
find_holder (SamenStore *self, SamenAttachment *attachment)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);
  SamenRecord *holder = NULL;

  for (guint i = 0; holder == NULL && i < n_types; i++)
    holder = samen_store_get (self, types[i], attachment->record);
  return holder;
}

SamenRecord *
samen_store_get_owner (SamenStore *self, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  if (SAMEN_IS_ATTACHMENT (record))
    return find_holder (self, SAMEN_ATTACHMENT (record));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) owner = NULL;

      if ((klass->fields[i].flags & SAMEN_OWNER) == 0)
        continue;
      owner = samen_field_get (&klass->fields[i], record);
      if (owner != NULL)
        return samen_store_get (self, klass->fields[i].refers (),
                                g_variant_get_string (owner, NULL));
    }
  return NULL;
}

static gboolean
have_same_owners (SamenRecord *a, SamenRecord *b)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) owner_a = samen_field_get (&klass->fields[i], a);
      g_autoptr (GVariant) owner_b = samen_field_get (&klass->fields[i], b);

      if ((klass->fields[i].flags & SAMEN_OWNER) != 0 && !samen_value_equal (owner_a, owner_b))
        return FALSE;
    }
  return TRUE;
}

/* What belongs to the same record by the first of the fields that say so */
static GListModel *
list_by_owner (SamenStore *self, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & SAMEN_OWNER) != 0)
      {
        g_autoptr (GVariant) owner = samen_field_get (&klass->fields[i], record);

        return samen_store_list (self, G_OBJECT_TYPE (record), klass->fields[i].name,
                                 owner != NULL ? g_variant_get_string (owner, NULL) : NULL);
      }
  return samen_store_list (self, G_OBJECT_TYPE (record), NULL, NULL);
}

GListModel *
samen_store_list_siblings (SamenStore *self, SamenRecord *record)
{
  g_autoptr (GListModel) all = list_by_owner (self, record);
  GListStore *siblings = g_list_store_new (G_OBJECT_TYPE (record));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SamenRecord) other = g_list_model_get_item (all, i);

      if (have_same_owners (record, other))
        g_list_store_append (siblings, other);
    }
  return G_LIST_MODEL (siblings);
}
