/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "somebody.h"
#include "store/draft.h"
#include "store/log.h"

/* Parts of the names, and what else is known of the person */
static const char *const traces[] = {
  "Zo\u00eb",   "Zoe\u0308",          "zoe ",        "uiderveld", "UIDERVELD",
  "rdelmeijer", "zoe@school.example", "06-13572468", "koorzang",  "portefeuillehouder",
};

void
somebody_free (Somebody *self)
{
  g_free (self->person);
  g_free (self->party);
  g_free (self->past_party);
  g_free (self->signature);
  g_free (self->goal);
  g_free (self);
}

static void
add_file (Fixture *self, SamenEdit *edit, const char *record, const char *text, const char *about)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;

  samen_store_add_bytes (self->store, bytes, &hash, &error);
  g_assert_no_error (error);
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("cv.txt"), "record",
                  samen_value (record), "media_type", samen_value ("text/plain"), "content",
                  samen_value (hash), "description", samen_value (about), "position",
                  samen_value ("a0"), NULL);
}

static char *
add_party (SamenEdit *edit, const char *agreement, const char *name, const char *representative)
{
  return g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_PARTY, "agreement", samen_value (agreement), "name", samen_value (name),
      "representative", samen_value (representative), "function",
      samen_value ("portefeuillehouder"), "position", samen_value ("a0"), NULL));
}

static void
begin (Fixture *self, Somebody *somebody)
{
  SamenEdit *edit = samen_edit_new ("Start Dossier");
  const char *agreement;

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Zorgkracht"), "language",
                  samen_value ("nl"), NULL);
  agreement = samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"),
                              "position", samen_value ("a0"), NULL);
  somebody->party = add_party (edit, agreement, "ROC", SOMEBODY);
  somebody->past_party = add_party (edit, agreement, "De Zorggroep", SOMEBODY);
  samen_edit_add (edit, SAMEN_TYPE_REPRESENTATIVE, "party", samen_value (somebody->past_party),
                  "name", samen_value (SOMEBODY_DECOMPOSED), "function",
                  samen_value ("portefeuillehouder"), "position", samen_value ("a0"), NULL);
  somebody->signature = g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (somebody->party), "signed_on",
      samen_value ("2026-03-12"), "signatory", samen_value (SOMEBODY_BEFORE), "function",
      samen_value ("portefeuillehouder"), NULL));
  somebody->goal = g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_GOAL, "title", samen_value ("Plaatsen"), "text",
      samen_value ("Met dank aan " SOMEBODY_DECOMPOSED "."), "position", samen_value ("a0"), NULL));
  fixture_apply (self, edit);
}

static void
add_person (Fixture *self, Somebody *somebody)
{
  SamenEdit *edit = samen_edit_new ("Add Person");

  somebody->person = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value (SOMEBODY_BEFORE), "phone",
                      samen_value ("06-13572468"), "note", samen_value ("Houdt van koorzang"),
                      "position", samen_value ("a0"), NULL));
  add_file (self, edit, somebody->person, "Zo\u00eb houdt van koorzang", NULL);
  add_file (self, edit, somebody->goal, "06-13572468", "Cv van " SOMEBODY);
  add_file (self, edit, somebody->goal, "What anybody may know", "Folder");
  fixture_apply (self, edit);
}

/* As somebody, who was called something else before, with an edit that is undone */
static void
go_on (Fixture *self, Somebody *somebody)
{
  g_autoptr (SamenPerson) person =
      samen_store_get (self->store, SAMEN_TYPE_PERSON, somebody->person);
  g_autoptr (SamenParty) party =
      samen_store_get (self->store, SAMEN_TYPE_PARTY, somebody->past_party);
  g_autoptr (SamenGoal) other = fixture_add_goal (self, "Door ZO\u00cb ZUIDERVELDHUIS bedacht");
  g_autoptr (SamenEdit) draft = samen_edit_new ("Change Goal");
  g_autoptr (GError) error = NULL;

  samen_store_set_author (self->store, SOMEBODY);
  fixture_set (self, person, "name", samen_value (SOMEBODY));
  fixture_set (self, person, "email", samen_value ("zoe@school.example"));
  samen_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  fixture_set (self, party, "representative", samen_value ("Bert Bakker"));
  fixture_set (self, party, "function", samen_value ("rector"));
  fixture_delete (self, other);
  samen_edit_set_by_id (draft, SAMEN_TYPE_GOAL, somebody->goal, "text",
                        samen_value ("Nog meer dank aan " SOMEBODY));
  samen_store_keep_draft (self->store, draft, &error);
  g_assert_no_error (error);
}

Somebody *
somebody_come (Fixture *self)
{
  Somebody *somebody = g_new0 (Somebody, 1);

  samen_store_set_author (self->store, "Noor Alberts");
  begin (self, somebody);
  add_person (self, somebody);
  go_on (self, somebody);
  return somebody;
}

static gboolean
holds (const char *path, const char *trace)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) &&
         memmem (bytes, length, trace, strlen (trace)) != NULL;
}

char *
somebody_is_in (const char *dossier)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (traces); j++)
      {
        g_autofree char *path = g_strconcat (dossier, endings[i], NULL);

        if (holds (path, traces[j]))
          return g_strdup_printf ("%s in %s", traces[j], path);
      }
  return NULL;
}
