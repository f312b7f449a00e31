/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "exchange/party-edits.h"

static GListModel *
list_parties (SamenStore *store, const char *agreement)
{
  return samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", agreement);
}

/* The line before which @lines has a line that is less deep: of the group that the line at @i is in */
static SamenParty *
group_of_line (GPtrArray *lines, guint i)
{
  const SamenPartyLine *line = g_ptr_array_index (lines, i);

  for (guint j = i; j > 0; j--)
    {
      const SamenPartyLine *above = g_ptr_array_index (lines, j - 1);

      if (above->depth < line->depth)
        return above->party;
    }
  return NULL;
}

/* The parties that stand by themselves, or the members of @group, as the covenant shows them */
static GPtrArray *
list_members (SamenStore *store, const char *agreement, SamenParty *group)
{
  g_autoptr (GListModel) parties = list_parties (store, agreement);
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, agreement);
  GPtrArray *members = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    if (group_of_line (lines, i) == group)
      g_ptr_array_add (members,
                       g_object_ref (((SamenPartyLine *) g_ptr_array_index (lines, i))->party));
  return members;
}

static SamenParty *
find_group (SamenStore *store, SamenParty *party)
{
  g_autoptr (GListModel) parties = list_parties (store, party->agreement.id);
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, party->agreement.id);

  for (guint i = 0; i < lines->len; i++)
    {
      SamenParty *group = group_of_line (lines, i);

      if (((SamenPartyLine *) g_ptr_array_index (lines, i))->party == party)
        return group != NULL ? g_object_ref (group) : NULL;
    }
  return NULL;
}

static int
place_of (GPtrArray *parties, SamenParty *party)
{
  guint place;

  return g_ptr_array_find (parties, party, &place) ? (int) place : -1;
}

static const char *
position_at (GPtrArray *parties, int place)
{
  if (place < 0 || place >= (int) parties->len)
    return NULL;
  return ((SamenParty *) g_ptr_array_index (parties, (guint) place))->position.key;
}

static const char *
id_of (SamenParty *party)
{
  return party != NULL ? SAMEN_RECORD (party)->id : NULL;
}

/* Puts @party at @place of @members, which it is not among */
static void
set_place (SamenEdit *edit, SamenParty *party, SamenParty *group, GPtrArray *members, int place)
{
  g_autofree char *position =
      samen_position_between (position_at (members, place - 1), position_at (members, place));

  samen_edit_set (edit, SAMEN_RECORD (party), "group", samen_value (id_of (group)));
  samen_edit_set (edit, SAMEN_RECORD (party), "position", samen_value (position));
}

SamenEdit *
samen_party_edit_move (SamenStore *store, SamenParty *party, int by)
{
  g_autoptr (SamenParty) group = find_group (store, party);
  g_autoptr (GPtrArray) members = list_members (store, party->agreement.id, group);
  int from = place_of (members, party);
  int to = CLAMP (from + by, 0, (int) members->len - 1);
  SamenEdit *edit;

  if (from < 0 || from == to)
    return NULL;
  g_ptr_array_remove (members, party);
  edit = samen_edit_new (NC_ ("edit", "Move Party"));
  set_place (edit, party, group, members, to);
  return edit;
}

SamenEdit *
samen_party_edit_beside (SamenStore *store, SamenParty *party, SamenParty *other, gboolean after)
{
  g_autoptr (SamenParty) group = find_group (store, other);
  g_autoptr (GPtrArray) members = list_members (store, party->agreement.id, group);
  g_autoptr (GListModel) parties = list_parties (store, party->agreement.id);
  SamenEdit *edit;

  if (party == other || (group != NULL && samen_party_is_group (party, parties)))
    return NULL;
  g_ptr_array_remove (members, party);
  edit = samen_edit_new (NC_ ("edit", "Move Party"));
  set_place (edit, party, group, members, place_of (members, other) + (after ? 1 : 0));
  return edit;
}

SamenEdit *
samen_party_edit_into (SamenStore *store, SamenParty *party, SamenParty *group)
{
  g_autoptr (SamenParty) from = find_group (store, party);
  g_autoptr (GPtrArray) members = list_members (store, party->agreement.id, group);
  SamenEdit *edit = samen_edit_new (group != NULL ? NC_ ("edit", "Put Party into Group")
                                                  : NC_ ("edit", "Take Party out of Group"));
  int place = group == NULL && from != NULL ? place_of (members, from) + 1 : (int) members->len;

  set_place (edit, party, group, members, place);
  if (group != NULL)
    samen_edit_set (edit, SAMEN_RECORD (group), "is_group", samen_value ((bool) true));
  return edit;
}

void
samen_new_party_free (gpointer data)
{
  SamenNewParty *self = data;

  g_clear_object (&self->organisation);
  g_free (self->name);
  g_free (self->representative);
  g_free (self->function);
  g_free (self);
}

static char *
next_position (char **position)
{
  char *this = *position;

  *position = samen_position_between (this, NULL);
  return this;
}

SamenEdit *
samen_party_edit_add (SamenStore *store,
                      SamenAgreement *agreement,
                      SamenParty *group,
                      GPtrArray *parties)
{
  SamenEdit *edit = samen_edit_new (NC_ ("edit", "Add Parties"));
  const char *id = SAMEN_RECORD (agreement)->id;
  g_autofree char *place = samen_store_append_position (store, SAMEN_TYPE_PARTY, "agreement", id);
  g_autofree char *organisation_place =
      samen_store_append_position (store, SAMEN_TYPE_ORGANISATION, NULL, NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      const SamenNewParty *it = g_ptr_array_index (parties, i);
      g_autofree char *position = next_position (&place);
      g_autofree char *new_position = NULL;
      const char *organisation = NULL;

      if (it->organisation == NULL)
        {
          new_position = next_position (&organisation_place);
          organisation =
              samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value (it->name),
                              "position", samen_value (new_position), NULL);
        }
      else
        organisation = SAMEN_RECORD (it->organisation)->id;
      samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (id), "organisation",
                      samen_value (organisation), "group", samen_value (id_of (group)), "name",
                      samen_value (it->name), "representative", samen_value (it->representative),
                      "function", samen_value (it->function), "position", samen_value (position),
                      NULL);
    }
  return edit;
}

/* Where a group comes whose first member is @first: in its place */
static char *
position_of_group (SamenStore *store, const char *agreement, SamenParty *first)
{
  g_autoptr (GPtrArray) alone = list_members (store, agreement, NULL);
  int place = first != NULL ? place_of (alone, first) : -1;

  if (place < 0)
    return samen_store_append_position (store, SAMEN_TYPE_PARTY, "agreement", agreement);
  return samen_position_between (position_at (alone, place - 1), position_at (alone, place));
}

SamenEdit *
samen_party_edit_add_group (SamenStore *store,
                            SamenAgreement *agreement,
                            const char *name,
                            const char *alias,
                            GPtrArray *members)
{
  SamenEdit *edit = samen_edit_new (NC_ ("edit", "Add Group"));
  const char *id = SAMEN_RECORD (agreement)->id;
  g_autofree char *position =
      position_of_group (store, id, members->len > 0 ? g_ptr_array_index (members, 0) : NULL);
  const char *group =
      samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (id), "name",
                      samen_value (name), "alias", samen_value (alias), "is_group",
                      samen_value ((bool) true), "position", samen_value (position), NULL);

  for (guint i = 0; i < members->len; i++)
    samen_edit_set (edit, g_ptr_array_index (members, i), "group", samen_value (group));
  return edit;
}

static gboolean
is_in_charge (SamenPerson *person)
{
  static const char *const words[] = { "bestuur", "voorzitter", "directeur",
                                       "board",   "chair",      "director" };
  g_autofree char *function =
      g_utf8_casefold (person->function != NULL ? person->function : "", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (function, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

SamenPerson *
samen_party_suggest_representative (SamenStore *store, SamenOrganisation *organisation)
{
  g_autoptr (GListModel) people =
      samen_store_list (store, SAMEN_TYPE_PERSON, "organisation", SAMEN_RECORD (organisation)->id);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (SamenPerson) person = g_list_model_get_item (people, i);

      if (is_in_charge (person))
        return g_steal_pointer (&person);
    }
  return g_list_model_get_item (people, 0);
}
