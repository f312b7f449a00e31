/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules/rules-private.h"
#include "rules/signing.h"

/* People are told apart by their names, whatever the capitals */
static char *
name_key (const char *name)
{
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));

  return g_utf8_casefold (bare, -1);
}

/* The latest signature of each person: (name: SamenSignature, both owned) */
static GHashTable *
signatures_of (SamenParty *party, GListModel *signatures)
{
  GHashTable *latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < samen_n_items (signatures); i++)
    {
      g_autoptr (SamenSignature) it = g_list_model_get_item (signatures, i);
      g_autofree char *key = NULL;
      SamenSignature *other;

      if (it->parent_instance.deleted || g_strcmp0 (it->party.id, party->parent_instance.id) != 0)
        continue;
      key = name_key (it->signatory);
      other = g_hash_table_lookup (latest, key);
      if (other == NULL || samen_date_compare (it->signed_on, other->signed_on) > 0)
        g_hash_table_replace (latest, g_steal_pointer (&key), g_steal_pointer (&it));
    }
  return latest;
}

static guint
count_needed (GArray *people)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    if (!g_array_index (people, SamenSignatory, i).abstains)
      n++;
  return MAX (n, 1);
}

SamenPartySigning
samen_party_signing (SamenParty *party, GListModel *representatives, GListModel *signatures)
{
  g_autoptr (GArray) people = samen_party_representatives (party, representatives);
  g_autoptr (GHashTable) latest = signatures_of (party, signatures);
  SamenPartySigning self = { .n_needed = count_needed (people) };
  GHashTableIter iter;
  SamenSignature *it;

  self.n_signed = MIN (g_hash_table_size (latest), self.n_needed);
  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &it))
    {
      /* No date comes after every date, and so is never the first */
      if (samen_date_compare (it->signed_on, self.first) < 0)
        self.first = it->signed_on;
      if (!samen_date_is_set (self.last) || samen_date_compare (it->signed_on, self.last) > 0)
        self.last = it->signed_on;
    }
  return self;
}

gboolean
samen_party_signing_is_done (const SamenPartySigning *self)
{
  return self->n_signed >= self->n_needed;
}

GArray *
samen_party_not_signed (SamenParty *party, GListModel *representatives, GListModel *signatures)
{
  GArray *people = samen_party_representatives (party, representatives);
  g_autoptr (GHashTable) latest = signatures_of (party, signatures);

  for (guint i = people->len; i > 0; i--)
    {
      g_autofree char *key = name_key (g_array_index (people, SamenSignatory, i - 1).name);

      if (g_hash_table_contains (latest, key))
        g_array_remove_index (people, i - 1);
    }
  return people;
}

GArray *
samen_party_left_to_sign (SamenParty *party, GListModel *representatives, GListModel *signatures)
{
  GArray *people = samen_party_not_signed (party, representatives, signatures);
  SamenPartySigning signing = samen_party_signing (party, representatives, signatures);
  guint n_left = signing.n_needed - signing.n_signed;

  for (guint i = people->len; i > 0; i--)
    if (g_array_index (people, SamenSignatory, i - 1).abstains)
      g_array_remove_index (people, i - 1);
  if (people->len > n_left)
    g_array_remove_range (people, n_left, people->len - n_left);
  return people;
}
