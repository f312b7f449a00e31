/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/parties.h"
#include "rules/rules-private.h"

/* Groups in groups, deeper than any covenant has them */
#define DEEPEST 8

typedef struct
{
  GPtrArray *parties; /* SamenParty of the agreement, in their order, owned */
  GHashTable *by_id;
  GHashTable *groups; /* the parties that have members */
  GHashTable *placed;
  GPtrArray *lines;
} Placing;

static GPtrArray *
parties_of (GListModel *parties, const char *agreement)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < samen_n_items (parties); i++)
    {
      g_autoptr (SamenParty) party = g_list_model_get_item (parties, i);

      if (!party->parent_instance.deleted && g_strcmp0 (party->agreement.id, agreement) == 0)
        g_ptr_array_add (found, g_steal_pointer (&party));
    }
  return found;
}

static SamenParty *
group_of (Placing *self, SamenParty *party)
{
  return party->group.id != NULL ? g_hash_table_lookup (self->by_id, party->group.id) : NULL;
}

static void
line_free (gpointer data)
{
  SamenPartyLine *self = data;

  g_object_unref (self->party);
  g_free (self->mark);
  g_free (self);
}

static char *
make_mark (guint number, guint depth)
{
  g_autofree char *letters = depth > 0 ? samen_letters (number) : NULL;

  return letters != NULL ? g_strconcat (letters, ".", NULL) : g_strdup_printf ("%u.", number);
}

static void place_members (Placing *self, SamenParty *group, guint depth);

static void
place (Placing *self, SamenParty *party, guint depth, guint number)
{
  SamenPartyLine *line = g_new0 (SamenPartyLine, 1);

  g_hash_table_add (self->placed, party);
  line->party = g_object_ref (party);
  line->depth = depth;
  line->mark = make_mark (number, depth);
  line->is_group = party->is_group || g_hash_table_contains (self->groups, party);
  g_ptr_array_add (self->lines, line);
  if (depth < DEEPEST)
    place_members (self, party, depth + 1);
}

static void
place_members (Placing *self, SamenParty *group, guint depth)
{
  guint number = 0;

  if (!g_hash_table_contains (self->groups, group))
    return;
  for (guint i = 0; i < self->parties->len; i++)
    if (group_of (self, self->parties->pdata[i]) == group &&
        !g_hash_table_contains (self->placed, self->parties->pdata[i]))
      place (self, self->parties->pdata[i], depth, ++number);
}

/* Two people may make two parties members of each other: then neither has a group */
static gboolean
is_in_circle (Placing *self, SamenParty *party)
{
  SamenParty *above = group_of (self, party);

  for (guint i = 0; above != NULL && above != party && i < self->parties->len; i++)
    above = group_of (self, above);
  return above == party;
}

static void
find_groups (Placing *self)
{
  for (guint i = 0; i < self->parties->len; i++)
    g_hash_table_insert (self->by_id, SAMEN_RECORD (self->parties->pdata[i])->id,
                         self->parties->pdata[i]);
  for (guint i = 0; i < self->parties->len; i++)
    {
      SamenParty *group = group_of (self, self->parties->pdata[i]);

      if (group != NULL && !is_in_circle (self, self->parties->pdata[i]))
        g_hash_table_add (self->groups, group);
    }
}

GPtrArray *
samen_party_lines (GListModel *parties, const char *agreement)
{
  g_autoptr (GPtrArray) of_agreement = parties_of (parties, agreement);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  Placing self = {
    .parties = of_agreement,
    .by_id = by_id,
    .groups = groups,
    .placed = placed,
    .lines = g_ptr_array_new_with_free_func (line_free),
  };
  guint number = 0;

  find_groups (&self);
  for (guint i = 0; i < of_agreement->len; i++)
    {
      SamenParty *group = group_of (&self, of_agreement->pdata[i]);

      if (group == NULL || is_in_circle (&self, of_agreement->pdata[i]))
        place (&self, of_agreement->pdata[i], 0, ++number);
    }
  /* What is too deep stands by itself */
  for (guint i = 0; i < of_agreement->len; i++)
    if (!g_hash_table_contains (placed, of_agreement->pdata[i]))
      place (&self, of_agreement->pdata[i], 0, ++number);
  return self.lines;
}

gboolean
samen_party_is_group (SamenParty *party, GListModel *parties)
{
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, party->agreement.id);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);

      if (line->party == party)
        return line->is_group;
    }
  return party->is_group;
}

static void
signatory_clear (gpointer data)
{
  SamenSignatory *self = data;

  g_free (self->name);
  g_free (self->function);
  g_object_unref (self->record);
}

static void
add_signatory (GArray *all,
               gpointer record,
               const char *name,
               const char *function,
               gboolean abstains)
{
  SamenSignatory signatory = { g_strdup (name), g_strdup (function), g_object_ref (record),
                               abstains };

  g_array_append_val (all, signatory);
}

GArray *
samen_party_representatives (SamenParty *party, GListModel *further)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SamenSignatory));

  g_array_set_clear_func (all, signatory_clear);
  if (samen_has_text (party->representative))
    add_signatory (all, party, party->representative, party->function, party->abstains);
  for (guint i = 0; i < samen_n_items (further); i++)
    {
      g_autoptr (SamenRepresentative) it = g_list_model_get_item (further, i);

      if (!it->parent_instance.deleted && g_strcmp0 (it->party.id, party->parent_instance.id) == 0)
        add_signatory (all, it, it->name, it->function, it->abstains);
    }
  return all;
}

char *
samen_party_represented_by (SamenParty *party, GListModel *further, SamenLanguage *language)
{
  g_autoptr (GArray) all = samen_party_representatives (party, further);
  g_autoptr (GString) text = g_string_new (NULL);
  /* Translators: between the last two people who represent a party: "X, chair, and Y, member" */
  const char *and = samen_language_text (language, "document", NC_ ("document", "and"));

  for (guint i = 0; i < all->len; i++)
    {
      const SamenSignatory *it = &g_array_index (all, SamenSignatory, i);

      if (i > 0)
        g_string_append (text, ", ");
      if (i > 0 && i + 1 == all->len)
        g_string_append_printf (text, "%s ", and);
      g_string_append (text, it->name);
      if (samen_has_text (it->function))
        g_string_append_printf (text, ", %s", it->function);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
