/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/id.h"
#include "store/draft.h"
#include "store/store-private.h"

/* The label, and of each change the table, the record, the field and the value */
#define DRAFT_TYPE "(sa(sssmv))"

static char *
write_draft (SamenEdit *edit)
{
  GPtrArray *changes = samen_edit_get_changes (edit);
  g_autoptr (GVariant) draft = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sssmv)"));
  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      g_variant_builder_add (
          &builder, "(sss@mv)", samen_record_class_of (change->type)->table, change->record,
          change->field->name,
          g_variant_new_maybe (G_VARIANT_TYPE_VARIANT,
                               change->new != NULL ? g_variant_new_variant (change->new) : NULL));
    }
  draft = g_variant_ref_sink (g_variant_new ("(s@a(sssmv))", samen_edit_get_label (edit),
                                             g_variant_builder_end (&builder)));
  return g_variant_print (draft, TRUE);
}

gboolean
samen_store_keep_draft (SamenStore *self, SamenEdit *edit, GError **error)
{
  g_autofree char *text = edit != NULL ? write_draft (edit) : NULL;
  sqlite3_stmt *statement;

  if (!samen_store_is_in_place (self, error))
    return FALSE;
  statement = samen_db_prepare (
      self->db,
      text != NULL ? "INSERT OR REPLACE INTO info (key, value) VALUES ('draft', ?1)"
                   : "DELETE FROM info WHERE key = 'draft'",
      error);
  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    samen_db_bind_text (statement, 1, text);
  return samen_db_step (self->db, statement, NULL, error);
}

static char *
read_text (SamenStore *self)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db, "SELECT value FROM info WHERE key = 'draft'", NULL);
  char *text = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    text = g_strdup (samen_db_column_text (statement, 0));
  sqlite3_reset (statement);
  return text;
}

/* What a later version of the app kept may be unknown to this one */
static void
read_change (SamenEdit *edit, const char *table, const char *id, const char *name, GVariant *value)
{
  GType type = samen_record_type_of_table (table);
  const SamenField *field =
      type != G_TYPE_INVALID ? samen_record_class_find (samen_record_class_of (type), name) : NULL;

  if (field != NULL && samen_id_is_valid (id))
    samen_edit_set_by_id (edit, type, id, name, value);
}

SamenEdit *
samen_store_get_draft (SamenStore *self)
{
  g_autofree char *text = read_text (self);
  g_autoptr (GVariant) draft =
      text != NULL ? g_variant_parse (G_VARIANT_TYPE (DRAFT_TYPE), text, NULL, NULL, NULL) : NULL;
  g_autoptr (GVariantIter) changes = NULL;
  const char *label, *table, *id, *name;
  SamenEdit *edit;
  GVariant *value;

  if (draft == NULL)
    return NULL;
  g_variant_get (draft, "(&sa(sssmv))", &label, &changes);
  edit = samen_edit_new (label);
  while (g_variant_iter_next (changes, "(&s&s&smv)", &table, &id, &name, &value))
    {
      read_change (edit, table, id, name, value);
      g_clear_pointer (&value, g_variant_unref);
    }
  return edit;
}
