/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/field.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_RECORD (samen_record_get_type ())

/* What G_DECLARE_DERIVABLE_TYPE would say, but for a struct that everybody may read */
typedef struct _SamenRecord SamenRecord;
typedef struct _SamenRecordClass SamenRecordClass;

GType samen_record_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenRecord, g_object_unref)

#define SAMEN_RECORD(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), SAMEN_TYPE_RECORD, SamenRecord))
#define SAMEN_RECORD_CLASS(klass)                                                                  \
  (G_TYPE_CHECK_CLASS_CAST ((klass), SAMEN_TYPE_RECORD, SamenRecordClass))
#define SAMEN_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), SAMEN_TYPE_RECORD))
#define SAMEN_RECORD_GET_CLASS(object)                                                             \
  (G_TYPE_INSTANCE_GET_CLASS ((object), SAMEN_TYPE_RECORD, SamenRecordClass))

/**
 * SamenRecord:
 * @id: a UUID
 * @deleted: whether it was deleted; it stays in the dossier, so that this can be undone
 *
 * Something a dossier keeps. What kinds of records there are, and what they hold, is declared once,
 * as a plain struct and one field table (see %SAMEN_DEFINE_RECORD): each field is a GObject
 * property, a column, an entry in the log, a key in JSON and a row in a form.
 *
 * A record shows the dossier as it is and follows it; its members may be read by anyone, and are
 * written by the store alone. Every field is a readable property that notifies.
 */
struct _SamenRecord
{
  GObject parent_instance;
  char *id;
  bool deleted;
};

/**
 * SamenRecordClass:
 * @table: the name of the table, also the JSON name of the type
 * @label: for people, to be translated
 * @fields: the table of fields
 * @n_fields: how many they are
 * @owner: (nullable): the reference to the record that this is part of, where there is but one
 * @order: (nullable): the field that lists are sorted by: a position, or the one flagged so
 * @title: (nullable): the field that says which one this is: the first required text, or else the
 *   date that lists are sorted by
 */
struct _SamenRecordClass
{
  GObjectClass parent_class;
  const char *table;
  const char *label;
  const SamenField *fields;
  guint n_fields;
  const SamenField *order;
  const SamenField *title;
};

/** The field `deleted`, which every record has beside those of its table. */
extern const SamenField samen_record_deleted;

/**
 * SAMEN_DEFINE_RECORD:
 * @Type: the struct, whose first member is a #SamenRecord called `parent_instance`
 * @type: the same in lower case, with underscores
 * @name: the name of its table
 * @text: its name for people, marked with N_(), in lower case
 * @table_of_fields: the array of #SamenField
 *
 * All there is to a record type beside its struct and its fields.
 */
#define SAMEN_DEFINE_RECORD(Type, type, name, text, table_of_fields)                               \
  G_DEFINE_FINAL_TYPE (Type, type, SAMEN_TYPE_RECORD)                                              \
  static void type##_class_init (Type##Class *klass)                                               \
  {                                                                                                \
    samen_record_class_declare (SAMEN_RECORD_CLASS (klass), name, text, table_of_fields,           \
                                G_N_ELEMENTS (table_of_fields));                                   \
  }                                                                                                \
  static void type##_init (Type *self)                                                             \
  {                                                                                                \
  }

/** samen_record_class_declare: what %SAMEN_DEFINE_RECORD calls. The arguments are kept. */
void samen_record_class_declare (SamenRecordClass *klass, const char *table, const char *label,
                                 const SamenField *fields, guint n_fields);

/**
 * samen_record_class_of:
 * @type: a record type
 *
 * Returns: (transfer none): its class, which is never unloaded.
 */
const SamenRecordClass *samen_record_class_of (GType type);

/** samen_record_class_find: Returns: (transfer none) (nullable): the field called @name. */
const SamenField *samen_record_class_find (const SamenRecordClass *klass, const char *name);

/** samen_record_new: Returns: (transfer full): an empty record with that id, for the store. */
SamenRecord *samen_record_new (GType type, const char *id);

/**
 * samen_record_apply:
 * @field: a field of its class, or %samen_record_deleted
 * @value: (nullable): what it holds from now on
 *
 * For the store alone, once the value is kept: sets the member and notifies its property.
 */
void samen_record_apply (SamenRecord *self, const SamenField *field, GVariant *value);

/**
 * samen_record_get:
 * @name: the name of a field
 *
 * Returns: (transfer full) (nullable): its value; see base/value.h.
 */
GVariant *samen_record_get (SamenRecord *self, const char *name);

/**
 * samen_record_format:
 * @name: the name of a field, not a reference or bytes
 * @language: (nullable): the language of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): its value for people to read; see samen_field_format().
 */
char *samen_record_format (gpointer self, const char *name, SamenLanguage *language);

/**
 * samen_record_dup_title:
 *
 * Returns: (transfer full): which one this is, by the field that says so; empty where it has none.
 */
char *samen_record_dup_title (SamenRecord *self);

G_END_DECLS
