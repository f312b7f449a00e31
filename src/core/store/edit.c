/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/id.h"
#include "store/edit.h"

struct _SamenEdit
{
  char *label;
  GPtrArray *changes;
};

static GVariant *
sink (GVariant *value)
{
  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

SamenChange *
samen_change_new (GType type,
                  const char *record,
                  const SamenField *field,
                  GVariant *old,
                  GVariant *new)
{
  SamenChange *self = g_new0 (SamenChange, 1);

  self->type = type;
  self->record = g_strdup (record);
  self->field = field;
  self->old = sink (old);
  self->new = sink (new);
  return self;
}

void
samen_change_free (SamenChange *self)
{
  g_free (self->record);
  g_clear_pointer (&self->old, g_variant_unref);
  g_clear_pointer (&self->new, g_variant_unref);
  g_free (self);
}

SamenEdit *
samen_edit_new (const char *label)
{
  SamenEdit *self = g_new0 (SamenEdit, 1);

  self->label = g_strdup (label);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samen_change_free);
  return self;
}

void
samen_edit_free (SamenEdit *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
add_change (SamenEdit *self, GType type, const char *id, const SamenField *field, GVariant *value)
{
  g_autoptr (GVariant) owned = sink (value);

  /* Records hold no empty texts, so the tables and the log are not to hold them either */
  if (owned != NULL && g_variant_is_of_type (owned, G_VARIANT_TYPE_STRING) &&
      *g_variant_get_string (owned, NULL) == '\0')
    g_clear_pointer (&owned, g_variant_unref);
  g_ptr_array_add (self->changes, samen_change_new (type, id, field, NULL, owned));
}

const char *
samen_edit_add (SamenEdit *self, GType type, ...)
{
  g_autofree char *id = samen_id_new ();
  SamenChange *first;
  const char *name;
  va_list fields;

  add_change (self, type, id, &samen_record_deleted, samen_value ((bool) false));
  first = g_ptr_array_index (self->changes, self->changes->len - 1);

  va_start (fields, type);
  while ((name = va_arg (fields, const char *)) != NULL)
    samen_edit_set_by_id (self, type, id, name, va_arg (fields, GVariant *));
  va_end (fields);
  return first->record;
}

void
samen_edit_set_by_id (SamenEdit *self,
                      GType type,
                      const char *id,
                      const char *field,
                      GVariant *value)
{
  const SamenField *found = samen_record_class_find (samen_record_class_of (type), field);

  if (found != NULL)
    add_change (self, type, id, found, value);
  else
    g_critical ("%s has no field %s", g_type_name (type), field);
}

void
samen_edit_set (SamenEdit *self, SamenRecord *record, const char *field, GVariant *value)
{
  samen_edit_set_by_id (self, G_OBJECT_TYPE (record), record->id, field, value);
}

void
samen_edit_delete (SamenEdit *self, SamenRecord *record)
{
  add_change (self, G_OBJECT_TYPE (record), record->id, &samen_record_deleted,
              samen_value ((bool) true));
}

const char *
samen_edit_get_label (SamenEdit *self)
{
  return self->label;
}

GPtrArray *
samen_edit_get_changes (SamenEdit *self)
{
  return self->changes;
}
