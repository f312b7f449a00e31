/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include <glib/gstdio.h>

#include "base/id.h"
#include "covenant-fixture.h"
#include "document/pdf.h"

void
covenant_set_up (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = samen_id_new ();

  self->path = g_strdup_printf ("%s/%s.sqlite", g_get_tmp_dir (), id);
  self->store = samen_store_create (self->path, &error);
  g_assert_no_error (error);
  self->edit = samen_edit_new ("Add covenant");
}

void
covenant_tear_down (CovenantFixture *self, gconstpointer unused)
{
  g_object_unref (self->store);
  if (self->edit != NULL)
    samen_edit_free (self->edit);
  g_unlink (self->path);
  g_free (self->path);
  g_free (self->position);
}

const char *
covenant_next (CovenantFixture *self)
{
  g_autofree char *last = g_steal_pointer (&self->position);

  self->position = samen_position_between (last, NULL);
  return self->position;
}

void
covenant_begin (CovenantFixture *self, const char *language, const char *closing)
{
  samen_edit_add (self->edit, SAMEN_TYPE_PARTNERSHIP, "name",
                  samen_value ("Samen in de Rijnstreek"), "language", samen_value (language), NULL);
  self->agreement = samen_edit_add (
      self->edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant Samen Opleiden"),
      "closing", samen_value (closing), "position", samen_value (covenant_next (self)), NULL);
}

const char *
covenant_add_party (CovenantFixture *self, const char *name, const char *group)
{
  g_autofree char *alias = g_strconcat ("de ", name, NULL);
  g_autofree char *representative = g_strdup_printf ("mevrouw %c. Jansen", name[strlen (name) - 1]);
  const char *organisation = samen_edit_add (
      self->edit, SAMEN_TYPE_ORGANISATION, "name", samen_value (name), "place",
      samen_value ("Alphen aan den Rijn"), "position", samen_value (covenant_next (self)), NULL);

  return samen_edit_add (
      self->edit, SAMEN_TYPE_PARTY, "agreement", samen_value (self->agreement), "organisation",
      samen_value (organisation), "name", samen_value (name), "alias", samen_value (alias), "group",
      samen_value (group), "representative", samen_value (representative), "function",
      samen_value ("bestuurder"), "position", samen_value (covenant_next (self)), NULL);
}

void
covenant_add_consideration (CovenantFixture *self, const char *text)
{
  samen_edit_add (self->edit, SAMEN_TYPE_CONSIDERATION, "agreement", samen_value (self->agreement),
                  "text", samen_value (text), "position", samen_value (covenant_next (self)), NULL);
}

const char *
covenant_add_article (CovenantFixture *self,
                      const char *kind,
                      const char *heading,
                      const char *text)
{
  return samen_edit_add (self->edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (self->agreement),
                         "kind", samen_value (kind), "heading", samen_value (heading), "text",
                         samen_value (text), "position", samen_value (covenant_next (self)), NULL);
}

const char *
covenant_add_clause (CovenantFixture *self,
                     const char *article,
                     const char *part_of,
                     const char *mark,
                     const char *text)
{
  return samen_edit_add (self->edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "part_of",
                         samen_value (part_of), "mark", samen_value (mark), "text",
                         samen_value (text), "position", samen_value (covenant_next (self)), NULL);
}

void
covenant_sign_by (CovenantFixture *self,
                  const char *party,
                  const char *place,
                  const char *signatory)
{
  samen_edit_add (self->edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (party), "signed_on",
                  samen_value (samen_date_day (2026, 3, 12)), "place", samen_value (place),
                  "signatory", samen_value (signatory), "function", samen_value ("voorzitter"),
                  NULL);
}

void
covenant_sign (CovenantFixture *self, const char *party, const char *place)
{
  covenant_sign_by (self, party, place, "mevrouw X. Tekenaar");
}

SamenDocument *
covenant_write_out (CovenantFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (self->agreement);
  g_autoptr (SamenAgreement) agreement = NULL;
  SamenDocument *document;

  samen_store_apply (self->store, self->edit, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->edit, samen_edit_free);
  agreement = samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id);
  document = samen_covenant_document_new (self->store, agreement);
  samen_document_set_created (document, 1773273600);
  return document;
}

char *
covenant_read_pdf (SamenDocument *document, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sample_output (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  int status;

  samen_document_write_pdf (document, path, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]) { (char *) "pdftotext", path, (char *) "-", NULL }, NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  words = g_strsplit_set (text, " \n\f\t", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s ", words[i]);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

void
covenant_assert_order (const char *text, const char *const *pieces)
{
  const char *from = text;

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      const char *found = strstr (from, pieces[i]);

      if (found == NULL)
        g_error ("“%s” does not stand behind “%s” in: %s", pieces[i], i > 0 ? pieces[i - 1] : "",
                 text);
      from = found + strlen (pieces[i]);
    }
}
