/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "exchange/covenant-import-private.h"

/* Words with which a text says what the fields of a party say, and that the document says again */
static const char formula[] =
    "hierna verder nader te noemen genoemd genaamd aangeduid gezamenlijk ook als mede ten deze "
    "dezen in "
    "rechtsgeldig vertegenwoordigd door haar zijn hun de het en gevestigd statutaire zetel "
    "hereinafter hereafter referred to as called jointly collectively duly legally represented by "
    "its her "
    "his the and established";

/* Labels that say what a field of a party is: "Functie: directeur" */
static const char labels[] = "naam organisatie functie vestigingsplaats plaats";

/* The side of an organisation, as far as its name tells */
static const struct
{
  const char *side;
  const char *words;
} sides[] = {
  { "disability", "gehandicapt beperking disability" },
  { "childcare", "kinderopvang kinderdag kindcentrum peuter bso childcare nursery" },
  { "education",
    "school college onderwijs universiteit university pabo roc mbo opleiding lyceum education" },
  { "care", "zorg ziekenhuis verpleeg hospice welzijn care hospital ggz" },
};

static gboolean
is_known_blank (const char *name)
{
  return strchr ("[<{(._", *name) != NULL || g_str_has_prefix (name, "…");
}

/* A short word counts only by itself: "roc" is in many a name */
#define SHORT_WORD 3

static gboolean
is_in_name (const char *name, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (name, word); p != NULL; p = strstr (p + 1, word))
    if (length > SHORT_WORD ||
        ((p == name || !g_ascii_isalpha (p[-1])) && !g_ascii_isalpha (p[length])))
      return TRUE;
  return FALSE;
}

const char *
samen_covenant_import_side (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_auto (GStrv) words = g_strsplit (sides[i].words, " ", -1);

      for (gsize j = 0; words[j] != NULL; j++)
        if (is_in_name (folded, words[j]))
          return sides[i].side;
    }
  return "other";
}

/* By what an organisation is recognised: its name without article, capitals and extra spaces */
static char *
key_of (const char *name)
{
  static const char *const articles[] = { "de ", "het ", "the " };
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GString) key = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", words[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (key->str, articles[i]))
      g_string_erase (key, 0, (gssize) strlen (articles[i]));
  return g_string_free_and_steal (g_steal_pointer (&key));
}

/* An organisation: its id, and where it is as far as the dossier knows */
typedef struct
{
  char *id;
  char *place;
} Organisation;

static void
organisation_free (Organisation *self)
{
  g_free (self->id);
  g_free (self->place);
  g_free (self);
}

typedef struct
{
  SamenCovenantImport *import;
  GHashTable *organisations; /* key to Organisation */
  char *organisation_position;
  char *party_position;
} Parties;

static void
know (Parties *self, const char *name, const char *id, const char *place)
{
  Organisation *organisation;

  if (name == NULL || *name == '\0')
    return;
  organisation = g_new0 (Organisation, 1);
  organisation->id = g_strdup (id);
  organisation->place = g_strdup (place);
  g_hash_table_replace (self->organisations, key_of (name), organisation);
}

static void
know_all (Parties *self)
{
  g_autoptr (GListModel) list =
      samen_store_list (self->import->store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
  guint n = g_list_model_get_n_items (list);

  self->organisations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) organisation_free);
  self->organisation_position =
      samen_store_append_position (self->import->store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
  /* The name of one goes before the short name of another */
  for (guint i = 0; i < 2 * n; i++)
    {
      g_autoptr (SamenOrganisation) it = g_list_model_get_item (list, i % n);

      know (self, i < n ? it->short_name : it->name, it->parent_instance.id, it->place);
    }
}

static char *
next_position (char **position)
{
  char *this = *position;

  *position = samen_position_between (this, NULL);
  return this;
}

/* The organisation with that name, new if the dossier has none; NULL where the name is left to fill in */
static const Organisation *
get_organisation (Parties *self, const char *name, const char *side, const char *place)
{
  g_autofree char *key = key_of (name);
  Organisation *found = g_hash_table_lookup (self->organisations, key);
  g_autofree char *position = NULL;

  if (found != NULL || is_known_blank (name))
    return found;
  if (place != NULL && is_known_blank (place))
    place = NULL;
  position = next_position (&self->organisation_position);
  know (self, name,
        samen_edit_add (self->import->edit, SAMEN_TYPE_ORGANISATION, "name", samen_value (name),
                        "side",
                        samen_value (side != NULL ? side : samen_covenant_import_side (name)),
                        "place", samen_value (place), "position", samen_value (position), NULL),
        place);
  return g_hash_table_lookup (self->organisations, key);
}

static void
add_representatives (SamenCovenantImport *import,
                     const SamenCovenantTextParty *party,
                     const char *id)
{
  g_autofree char *position = NULL;

  /* The party itself names the first */
  for (guint i = 1; i < party->representatives->len; i++)
    {
      const SamenCovenantTextRepresentative *it = g_ptr_array_index (party->representatives, i);
      g_autofree char *previous = g_steal_pointer (&position);

      position = samen_position_between (previous, NULL);
      samen_edit_add (import->edit, SAMEN_TYPE_REPRESENTATIVE, "party", samen_value (id), "name",
                      samen_value (it->name), "function", samen_value (it->function), "position",
                      samen_value (position), NULL);
    }
}

static void
add_known_words (SamenWords *words, const SamenCovenantTextParty *party)
{
  samen_words_add (words, party->name);
  samen_words_add (words, party->alias);
  for (guint i = 0; i < party->representatives->len; i++)
    {
      const SamenCovenantTextRepresentative *it = g_ptr_array_index (party->representatives, i);

      samen_words_add (words, it->name);
      samen_words_add (words, it->function);
    }
}

/* What the text says of a party beside what its fields say, comma by comma */
static char *
dup_particulars (const SamenCovenantTextParty *party, const char *place)
{
  g_autoptr (SamenWords) words = samen_words_new ((const char *const[]) { formula, NULL });
  g_auto (GStrv) pieces = g_strsplit_set (party->text, ",;\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  add_known_words (words, party);
  if (party->labelled)
    samen_words_add (words, labels);
  if (g_strcmp0 (place, party->seat) == 0)
    samen_words_add (words, place);
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      char *piece = g_strstrip (pieces[i]);
      gsize length = strlen (piece);

      if (samen_words_tell (words, piece))
        continue;
      /* The end of the sentence, or of a list's heading */
      if (pieces[i + 1] == NULL && length > 1 && strchr (".:", piece[length - 1]) != NULL)
        piece[length - 1] = '\0';
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", piece);
    }
  return g_string_free_and_steal (g_steal_pointer (&rest));
}

/* A party must have a name: without one, its first words */
static char *
dup_name (const SamenCovenantTextParty *party)
{
  g_autofree char *name = NULL;

  if (party->name != NULL && *party->name != '\0')
    return g_strdup (party->name);
  name = g_strndup (party->text, strcspn (party->text, ",;:\n"));
  if (*g_strstrip (name) == '\0')
    return g_strdup (party->mark != NULL ? party->mark : "…");
  return g_steal_pointer (&name);
}

static void
add_party (Parties *self, const SamenCovenantTextParty *party, const char *group)
{
  SamenCovenantImport *import = self->import;
  g_autofree char *name = dup_name (party);
  const Organisation *organisation =
      party->group ? NULL : get_organisation (self, name, party->side, party->seat);
  g_autofree char *position = next_position (&self->party_position);
  g_autofree char *particulars =
      dup_particulars (party, organisation != NULL ? organisation->place : NULL);
  const SamenCovenantTextRepresentative *first =
      party->representatives->len > 0 ? g_ptr_array_index (party->representatives, 0) : NULL;
  const char *id = samen_edit_add (
      import->edit, SAMEN_TYPE_PARTY, "agreement", samen_value (import->agreement), "organisation",
      samen_value (organisation != NULL ? organisation->id : NULL), "group", samen_value (group),
      "name", samen_value (name), "alias", samen_value (party->alias), "representative",
      samen_value (first != NULL ? first->name : NULL), "function",
      samen_value (first != NULL ? first->function : NULL), "is_group",
      samen_value ((bool) party->group), "particulars", samen_value (particulars), "position",
      samen_value (position), NULL);
  add_representatives (import, party, id);
  for (guint i = 0; i < party->members->len; i++)
    add_party (self, g_ptr_array_index (party->members, i), id);
}

void
samen_covenant_import_add_parties (SamenCovenantImport *import)
{
  Parties self = { .import = import };

  know_all (&self);
  self.party_position = samen_position_between (NULL, NULL);
  for (guint i = 0; i < import->text->parties->len; i++)
    add_party (&self, g_ptr_array_index (import->text->parties, i), NULL);
  g_hash_table_unref (self.organisations);
  g_free (self.organisation_position);
  g_free (self.party_position);
}

static void
add_signers (SamenWords *words, const GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const SamenCovenantTextParty *party = g_ptr_array_index (parties, i);

      add_known_words (words, party);
      add_signers (words, party->members);
    }
}

SamenWords *
samen_covenant_import_signers (const SamenCovenantText *text)
{
  SamenWords *words = samen_words_new ((const char *const[]) {
      "naam functie plaats datum handtekening namens deze voor akkoord te op",
      "name function place date signature on behalf of for agreed signed", NULL });

  add_signers (words, text->parties);
  return words;
}
