/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "shell/record-place.h"
#include "shell/restore-draft.h"
#include "store/draft.h"
#include "ui-fixture.h"

/* What the window does with a record that is looked for, and with what was being written before */

static void
attach (UiFixture *self, SamenEdit *edit, const char *record, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  g_autofree char *hash = NULL;

  g_assert_true (samen_store_add_bytes (self->base.store, bytes, &hash, NULL));
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value (name), "record",
                  samen_value (record), "content", samen_value ((const char *) hash), "position",
                  samen_value (name), NULL);
}

/* An attachment is where that is which it is kept with, whatever that is part of */
static void
test_place (UiFixture *self, gconstpointer unused)
{
  static const char *const pages[] = { "steps", "covenant", "steering" };
  SamenEdit *edit = samen_edit_new ("Add Attachment");
  const char *milestone = samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("M"),
                                          "due", samen_value (samen_date_today ()), NULL);
  const char *celebration =
      samen_edit_add (edit, SAMEN_TYPE_CELEBRATION, "milestone", samen_value (milestone), "date",
                      samen_value (samen_date_today ()), NULL);
  const char *agreement =
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("C"), NULL);
  const char *goal = samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("G"), "position",
                                     samen_value ("a0"), NULL);
  g_autoptr (GListModel) attachments = NULL;

  attach (self, edit, celebration, "a0");
  attach (self, edit, agreement, "a1");
  attach (self, edit, goal, "a2");
  fixture_apply (&self->base, edit);
  attachments = samen_store_list (self->base.store, SAMEN_TYPE_ATTACHMENT, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (attachments), ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (SamenRecord) attachment = g_list_model_get_item (attachments, i);

      g_assert_cmpstr (samen_record_place (self->base.store, attachment)->name, ==, pages[i]);
    }
}

/* A draft of a text for which there is no place any more */
static void
keep_draft (UiFixture *self, const char *text)
{
  g_autoptr (SamenEdit) draft = samen_edit_new ("Change Clause");
  g_autoptr (GError) error = NULL;

  samen_edit_set_by_id (draft, SAMEN_TYPE_CLAUSE, "6f2b1a52-6a57-4a0e-9a52-0c1df3a6f1aa", "text",
                        samen_value (text));
  samen_store_keep_draft (self->base.store, draft, &error);
  g_assert_no_error (error);
}

static gboolean
has_draft (UiFixture *self)
{
  g_autoptr (SamenEdit) draft = samen_store_get_draft (self->base.store);

  return draft != NULL;
}

/* It is asked what is to become of it, until that is said */
static void
test_draft (UiFixture *self, gconstpointer unused)
{
  GtkWidget *window = GTK_WIDGET (self->window);

  keep_draft (self, "Parties meet.");
  samen_restore_draft (window, self->base.store);
  ui_settle ();
  ui_assert_named (ui_dialog (self));
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "Parties meet."));
  ui_press (ui_dialog (self), "Ask Again Later");
  ui_settle ();
  g_assert_null (ui_dialog (self));
  g_assert_true (has_draft (self));
  samen_restore_draft (window, self->base.store);
  ui_settle ();
  ui_press (ui_dialog (self), "Copy Text");
  ui_settle ();
  g_assert_false (has_draft (self));
  samen_restore_draft (window, self->base.store);
  ui_settle ();
  g_assert_null (ui_dialog (self));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/shell/place", test_place);
  UI_TEST ("/shell/draft", test_draft);
  return g_test_run ();
}
