/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <float.h>

#include <glib/gi18n-lib.h>

#include "record/record.h"

const SamenField samen_record_deleted =
    SAMEN_FIELD (SamenRecord, deleted, N_ ("Deleted"), .flags = SAMEN_INTERNAL);

G_DEFINE_ABSTRACT_TYPE (SamenRecord, samen_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_DELETED,
  PROP_TITLE,
  N_BASE_PROPS,
};

static GParamSpec *base_properties[N_BASE_PROPS];

/* The id of a class's first property of its own: base properties come before it */
#define FIRST_FIELD N_BASE_PROPS

static void
samen_record_constructed (GObject *object)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (object);

  G_OBJECT_CLASS (samen_record_parent_class)->constructed (object);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) value = samen_field_default (&klass->fields[i]);

      samen_field_set (&klass->fields[i], object, value);
    }
}

static void
samen_record_finalize (GObject *object)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    samen_field_set (&klass->fields[i], object, NULL);
  g_free (SAMEN_RECORD (object)->id);
  G_OBJECT_CLASS (samen_record_parent_class)->finalize (object);
}

static void
get_field (const SamenField *field, gconstpointer record, GValue *value)
{
  g_autoptr (GVariant) kept = samen_field_get (field, record);

  switch (field->kind)
    {
    case SAMEN_KIND_INTEGER:
    case SAMEN_KIND_MONEY:
      g_value_set_int64 (value, kept != NULL ? g_variant_get_int64 (kept) : SAMEN_INTEGER_NONE);
      break;
    case SAMEN_KIND_DECIMAL:
      g_value_set_double (value, *(const double *) ((const char *) record + field->offset));
      break;
    case SAMEN_KIND_BOOLEAN:
      g_value_set_boolean (value, g_variant_get_boolean (kept));
      break;
    case SAMEN_KIND_CHOICE:
      g_value_set_uint (value, *(const guint *) ((const char *) record + field->offset));
      break;
    default:
      g_value_set_string (value, kept != NULL ? g_variant_get_string (kept, NULL) : NULL);
    }
}

static void
samen_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SamenRecord *self = SAMEN_RECORD (object);
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (self);

  if (id == PROP_ID)
    g_value_set_string (value, self->id);
  else if (id == PROP_DELETED)
    g_value_set_boolean (value, self->deleted);
  else if (id == PROP_TITLE)
    g_value_take_string (value, samen_record_dup_title (self));
  else
    get_field (&klass->fields[id - FIRST_FIELD], self, value);
}

static GParamSpec *
property_of_field (const SamenField *field)
{
  /* Not G_PARAM_STATIC_NAME: GObject spells a field's underscores as dashes */
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->kind)
    {
    case SAMEN_KIND_INTEGER:
    case SAMEN_KIND_MONEY:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64,
                                 SAMEN_INTEGER_NONE, flags);
    case SAMEN_KIND_DECIMAL:
      return g_param_spec_double (field->name, NULL, NULL, -DBL_MAX, DBL_MAX, 0, flags);
    case SAMEN_KIND_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case SAMEN_KIND_CHOICE:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

static void
samen_record_class_init (SamenRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = samen_record_constructed;
  object_class->finalize = samen_record_finalize;
  object_class->get_property = samen_record_get_property;

  base_properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  base_properties[PROP_DELETED] = g_param_spec_boolean ("deleted", NULL, NULL, FALSE, flags);
  base_properties[PROP_TITLE] = g_param_spec_string ("record-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_BASE_PROPS, base_properties);
}

static void
samen_record_init (SamenRecord *self)
{
}

void
samen_record_class_declare (SamenRecordClass *klass, const char *table, const char *label,
                            const SamenField *fields, guint n_fields)
{
  klass->table = table;
  klass->label = label;
  klass->fields = fields;
  klass->n_fields = n_fields;
  /* GObject gives each class its own, unlike other virtual functions */
  G_OBJECT_CLASS (klass)->get_property = samen_record_get_property;

  for (guint i = 0; i < n_fields; i++)
    {
      const SamenField *field = &fields[i];

      if (field->kind == SAMEN_KIND_POSITION || (field->flags & SAMEN_ORDER) != 0)
        klass->order = field;
      if (klass->title == NULL && field->kind == SAMEN_KIND_TEXT &&
          (field->flags & SAMEN_REQUIRED) != 0)
        klass->title = field;
      g_object_class_install_property (G_OBJECT_CLASS (klass), FIRST_FIELD + i,
                                       property_of_field (field));
    }
  if (klass->title == NULL && klass->order != NULL && klass->order->kind == SAMEN_KIND_DATE)
    klass->title = klass->order;
}

const SamenRecordClass *
samen_record_class_of (GType type)
{
  /* Record types are static: a reference keeps the class, and is not given back */
  gpointer klass = g_type_class_peek (type);

  return klass != NULL ? klass : g_type_class_ref (type);
}

const SamenField *
samen_record_class_find (const SamenRecordClass *klass, const char *name)
{
  if (g_str_equal (name, samen_record_deleted.name))
    return &samen_record_deleted;
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];
  return NULL;
}

SamenRecord *
samen_record_new (GType type, const char *id)
{
  SamenRecord *self = g_object_new (type, NULL);

  self->id = g_strdup (id);
  return self;
}

void
samen_record_apply (SamenRecord *self, const SamenField *field, GVariant *value)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (self);

  samen_field_set (field, self, value);
  g_object_notify (G_OBJECT (self), field->name);
  if (field == klass->title)
    g_object_notify_by_pspec (G_OBJECT (self), base_properties[PROP_TITLE]);
}

GVariant *
samen_record_get (SamenRecord *self, const char *name)
{
  const SamenField *field = samen_record_class_find (SAMEN_RECORD_GET_CLASS (self), name);

  g_return_val_if_fail (field != NULL, NULL);
  return samen_field_get (field, self);
}

char *
samen_record_format (gpointer self, const char *name, SamenLanguage *language)
{
  const SamenField *field = samen_record_class_find (SAMEN_RECORD_GET_CLASS (self), name);
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  value = samen_field_get (field, self);
  return samen_field_format (field, value, language);
}

char *
samen_record_dup_title (SamenRecord *self)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (self);
  g_autoptr (GVariant) value = NULL;

  if (klass->title == NULL)
    return g_strdup ("");
  value = samen_field_get (klass->title, self);
  return samen_field_format (klass->title, value, NULL);
}
