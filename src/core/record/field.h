/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <stddef.h>

#include <glib-object.h>

#include "base/value.h"

G_BEGIN_DECLS

/** SamenReference: @id: (nullable): the id of another record */
typedef struct
{
  char *id;
} SamenReference;

/** SamenPosition: @key: (nullable): where in its list; see samen_position_between() */
typedef struct
{
  char *key;
} SamenPosition;

/** SamenBytes: @hash: (nullable): SHA-256 of the bytes, in hexadecimal; the store keeps the bytes */
typedef struct
{
  char *hash;
} SamenBytes;

typedef enum
{
  SAMEN_KIND_TEXT,
  SAMEN_KIND_INTEGER,
  SAMEN_KIND_DECIMAL,
  SAMEN_KIND_MONEY,
  SAMEN_KIND_DATE,
  SAMEN_KIND_TIME,
  SAMEN_KIND_BOOLEAN,
  SAMEN_KIND_CHOICE,
  SAMEN_KIND_REFERENCE,
  SAMEN_KIND_POSITION,
  SAMEN_KIND_BYTES,
} SamenKind;

/**
 * SamenFieldFlags:
 * @SAMEN_REQUIRED: a record cannot be without it
 * @SAMEN_LONG: a text of several lines
 * @SAMEN_OWNER: a reference to the record that this one is part of, and is deleted with
 * @SAMEN_ORDER: lists of these records are sorted by this field
 * @SAMEN_PERSONAL: tells something about a person: left out of exports that do not ask for it
 * @SAMEN_INTERNAL: not something to fill in
 * @SAMEN_PAST: a date of what has happened: whoever types one that is still to come is told
 * @SAMEN_CITES: a text of an agreement, which can refer to its articles; see rules/numbering.h
 */
typedef enum
{
  SAMEN_REQUIRED = 1 << 0,
  SAMEN_LONG = 1 << 1,
  SAMEN_OWNER = 1 << 2,
  SAMEN_ORDER = 1 << 3,
  SAMEN_PERSONAL = 1 << 4,
  SAMEN_INTERNAL = 1 << 5,
  SAMEN_CITES = 1 << 6,
  SAMEN_PAST = 1 << 7,
} SamenFieldFlags;

/**
 * SamenChoice:
 * @name: how a dossier writes it: an English word
 * @label: (nullable): how people read it, to be translated in the context "choice"; the table of a
 *   field's choices ends with a zeroed one
 */
typedef struct
{
  const char *name;
  const char *label;
} SamenChoice;

/**
 * SamenField:
 * @name: the name of the struct's member, the column and the JSON key
 * @label: for people, to be translated
 * @kind: what it holds, told by the type of the member
 * @offset: where it is in the struct
 * @flags: see #SamenFieldFlags
 * @choices: for %SAMEN_KIND_CHOICE: the names, in the order of the enum; the first is the default
 * @refers: for %SAMEN_KIND_REFERENCE: gives the type it refers to
 * @unit: (nullable): the unit of a number, to be translated
 * @min: the least a number may be
 * @max: the most a number may be; with @min 0 too, any number may be kept
 * @check: (nullable): warns of a text that does not look right; see base/format.h
 * @suggest: (nullable): gives texts to choose from beside typing one: (transfer full), %NULL-terminated
 * @hint: (nullable): a word of explanation under the form's row, to be translated
 *
 * A field of a record: all that the store, the forms, the history and the exports know of it.
 */
typedef struct
{
  const char *name;
  const char *label;
  SamenKind kind;
  gsize offset;
  SamenFieldFlags flags;
  const SamenChoice *choices;
  GType (*refers) (void);
  const char *unit;
  double min;
  double max;
  const char *(*check) (const char *text);
  char **(*suggest) (void);
  const char *hint;
} SamenField;

/* A member of any other type does not compile. GCC and Clang give an enum the type guint. */
#define SAMEN_KIND_OF(member)                                                                      \
  _Generic ((member),                                                                              \
      char *: SAMEN_KIND_TEXT,                                                                     \
      gint64: SAMEN_KIND_INTEGER,                                                                  \
      double: SAMEN_KIND_DECIMAL,                                                                  \
      SamenMoney: SAMEN_KIND_MONEY,                                                                \
      SamenDate: SAMEN_KIND_DATE,                                                                  \
      SamenTime: SAMEN_KIND_TIME,                                                                  \
      bool: SAMEN_KIND_BOOLEAN,                                                                    \
      guint: SAMEN_KIND_CHOICE,                                                                    \
      SamenReference: SAMEN_KIND_REFERENCE,                                                        \
      SamenPosition: SAMEN_KIND_POSITION,                                                          \
      SamenBytes: SAMEN_KIND_BYTES)

/**
 * SAMEN_FIELD:
 * @Type: the record's struct
 * @member: the member that holds the value
 * @text: its label, marked with N_()
 * @...: further members of #SamenField, such as `.flags = SAMEN_REQUIRED`
 *
 * One line of a record's field table.
 */
#define SAMEN_FIELD(Type, member, text, ...)                                                       \
  { .name = #member,                                                                               \
    .label = text,                                                                                 \
    .kind = SAMEN_KIND_OF (((Type *) NULL)->member),                                               \
    .offset = offsetof (Type, member),                                                             \
    __VA_ARGS__ }

/**
 * samen_field_get:
 * @record: the struct that holds the field
 *
 * Returns: (transfer full) (nullable): the field's value; see base/value.h.
 */
GVariant *samen_field_get (const SamenField *self, gconstpointer record);

/**
 * samen_field_set:
 * @record: the struct that holds the field
 * @value: (nullable): a value that samen_field_accepts()
 *
 * For records and the store alone: everybody else hands the store an edit.
 */
void samen_field_set (const SamenField *self, gpointer record, GVariant *value);

/**
 * samen_field_default:
 *
 * Returns: (transfer full) (nullable): the value of a record that says nothing of this field: no, the
 *   first choice, or nothing.
 */
GVariant *samen_field_default (const SamenField *self);

/**
 * samen_field_accepts:
 * @value: (nullable): a value from outside
 * @error: names the field and what would fit, in the interface's language
 *
 * Checks the type and form of @value, its bounds and its length, and that a required field has one.
 *
 * Returns: whether the field can hold it.
 */
gboolean samen_field_accepts (const SamenField *self, GVariant *value, GError **error);

/**
 * samen_field_format:
 * @value: (nullable): a value of this field, not a reference or bytes
 * @language: (nullable): the language of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): the value for people to read, with its unit; empty for none.
 */
char *samen_field_format (const SamenField *self, GVariant *value, SamenLanguage *language);

/**
 * samen_field_parse_input:
 * @text: what somebody typed
 * @value: (out) (transfer full) (nullable): what it means
 * @error: says what the field wants
 *
 * For the kinds that are typed: text, numbers, money, dates and times.
 *
 * Returns: whether @text can be kept.
 */
gboolean samen_field_parse_input (const SamenField *self, const char *text, GVariant **value,
                                  GError **error);

/** samen_field_choice_index: Returns: the place of the choice called @name, or -1. */
int samen_field_choice_index (const SamenField *self, const char *name);

G_END_DECLS
