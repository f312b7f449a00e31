/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/agreement-text.h"
#include "exchange/new-version.h"

/* A copy on its way: the ids of what is copied, and those of the copies */
typedef struct
{
  SamenStore *store;
  SamenEdit *edit;
  GPtrArray *records;
  GHashTable *ids;
} Copy;

static void
add_record (Copy *self, SamenRecord *record)
{
  const char *id = samen_edit_add (self->edit, G_OBJECT_TYPE (record), NULL);

  g_ptr_array_add (self->records, g_object_ref (record));
  g_hash_table_insert (self->ids, record->id, (gpointer) id);
}

static gboolean
has_withdrawn (SamenRecord *record)
{
  return SAMEN_IS_PARTY (record) && samen_date_is_set (SAMEN_PARTY (record)->withdrawn);
}

/* What has @owner in its field @reference, and what is part of that in its turn: each once */
static void
add_parts (Copy *self, GType type, const char *reference, const char *owner)
{
  g_autoptr (GListModel) parts = samen_store_list (self->store, type, reference, owner);

  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (SamenRecord) part = g_list_model_get_item (parts, i);

      if (has_withdrawn (part) || g_hash_table_contains (self->ids, part->id))
        continue;
      add_record (self, part);
      if (type == SAMEN_TYPE_PARTY)
        add_parts (self, SAMEN_TYPE_REPRESENTATIVE, "party", part->id);
      if (type == SAMEN_TYPE_ARTICLE)
        add_parts (self, SAMEN_TYPE_CLAUSE, "article", part->id);
    }
}

/* What @field of a copy holds: references lead to copies, or to nothing where what they led to is left
 * out */
static GVariant *
copied_value (Copy *self, const SamenField *field, SamenRecord *record)
{
  g_autoptr (GVariant) value = samen_field_get (field, record);
  g_autofree char *text = NULL;

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_steal_pointer (&value);
  text = g_variant_dup_string (value, NULL);
  if (field->kind == SAMEN_KIND_REFERENCE && field->refers () != SAMEN_TYPE_ORGANISATION)
    return samen_value ((const char *) g_hash_table_lookup (self->ids, text));
  if ((field->flags & SAMEN_CITES) != 0)
    {
      g_autofree char *led = samen_numbering_lead (text, self->ids);

      return samen_value (led);
    }
  return g_steal_pointer (&value);
}

static void
copy_fields (Copy *self, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);
  const char *id = g_hash_table_lookup (self->ids, record->id);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      GVariant *value = copied_value (self, &klass->fields[i], record);
      g_autoptr (GVariant) kept = value != NULL ? g_variant_take_ref (value) : NULL;

      if (kept != NULL)
        samen_edit_set_by_id (self->edit, G_OBJECT_TYPE (record), id, klass->fields[i].name, kept);
    }
}

/* The covenants before @agreement, itself included; of two that follow each other each counts once */
static guint
count_versions (SamenStore *store, SamenAgreement *agreement, SamenAgreement **first)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  SamenAgreement *it = g_object_ref (agreement);

  while (it != NULL && g_hash_table_add (seen, it))
    {
      *first = it;
      it = samen_store_get (store, SAMEN_TYPE_AGREEMENT, it->follows.id);
    }
  g_object_ref (*first);
  return g_hash_table_size (seen);
}

char *
samen_new_version_title (SamenStore *store, SamenAgreement *agreement)
{
  g_autoptr (SamenAgreement) first = NULL;
  guint n = count_versions (store, agreement, &first);

  return g_strdup_printf (
      /* Translators: what a covenant is called, and which version of it this is */
      samen_language_text (samen_agreement_language (store), "document",
                           NC_ ("document", "%s (version %u)")),
      first->title, n + 1);
}

SamenEdit *
samen_new_version_edit (SamenStore *store, SamenAgreement *agreement, const char *title, char **id)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (NC_ ("edit", "Start New Version"));
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *position = samen_store_append_position (store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  const char *old = SAMEN_RECORD (agreement)->id;
  Copy self = { store, edit, records, ids };
  const char *new;

  add_record (&self, SAMEN_RECORD (agreement));
  add_parts (&self, SAMEN_TYPE_PARTY, "agreement", old);
  add_parts (&self, SAMEN_TYPE_CONSIDERATION, "agreement", old);
  add_parts (&self, SAMEN_TYPE_ARTICLE, "agreement", old);
  for (guint i = 0; i < records->len; i++)
    copy_fields (&self, records->pdata[i]);
  new = g_hash_table_lookup (ids, old);
  /* Of each field of a record the last that is said of it counts */
  samen_edit_set_by_id (edit, SAMEN_TYPE_AGREEMENT, new, "title", samen_value (title));
  samen_edit_set_by_id (edit, SAMEN_TYPE_AGREEMENT, new, "start", NULL);
  samen_edit_set_by_id (edit, SAMEN_TYPE_AGREEMENT, new, "follows", samen_value (old));
  samen_edit_set_by_id (edit, SAMEN_TYPE_AGREEMENT, new, "position", samen_value (position));
  if (id != NULL)
    *id = g_strdup (new);
  return g_steal_pointer (&edit);
}
