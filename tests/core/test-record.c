/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/id.h"
#include "fixture.h"

/* A type with a field of every kind, whatever the app's own types use */
#define TEST_TYPE_THING (test_thing_get_type ())
G_DECLARE_FINAL_TYPE (TestThing, test_thing, TEST, THING, SamenRecord)

struct _TestThing
{
  SamenRecord parent_instance;
  char *text;
  gint64 count;
  double number;
  SamenMoney money;
  SamenDate date;
  SamenTime time;
  bool flag;
  guint choice;
  SamenReference friend_of;
  SamenBytes bytes;
  SamenPosition position;
};

static const SamenChoice choices[] = { { "one", "One" }, { "two", "Two" }, { NULL } };

static const SamenField fields[] = {
  SAMEN_FIELD (TestThing, text, "Text", .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (TestThing, count, "Count", .min = 1, .max = 12, .unit = "months"),
  SAMEN_FIELD (TestThing, number, "Number", .min = -0.5, .max = 1e6),
  SAMEN_FIELD (TestThing, money, "Money"),
  SAMEN_FIELD (TestThing, date, "Date"),
  SAMEN_FIELD (TestThing, time, "Time"),
  SAMEN_FIELD (TestThing, flag, "Flag"),
  SAMEN_FIELD (TestThing, choice, "Choice", .choices = choices),
  SAMEN_FIELD (TestThing, friend_of, "Friend", .refers = samen_goal_get_type),
  SAMEN_FIELD (TestThing, bytes, "Bytes"),
  SAMEN_FIELD (TestThing, position, "Position"),
};

SAMEN_DEFINE_RECORD (TestThing, test_thing, "thing", "thing", fields)

typedef void (*FieldFunc) (GRand *random, GType type, const SamenField *field);

/* Calls @function for each field of each type, that of this test too */
static void
for_each_field (FieldFunc function)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i <= n_types; i++)
    {
      GType type = i < n_types ? types[i] : TEST_TYPE_THING;
      const SamenRecordClass *klass = samen_record_class_of (type);

      for (guint j = 0; j < klass->n_fields; j++)
        function (random, type, &klass->fields[j]);
    }
}

static const char *
pick (gpointer unused, GType type)
{
  return type == G_TYPE_BYTES ? "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                              : "6ba7b810-9dad-41d1-80b4-00c04fd430c8";
}

static GVariant *
random_value (GRand *random, const SamenField *field)
{
  return fixture_random_value (random, field, pick, NULL);
}

static void
assert_values_equal (GVariant *a, GVariant *b)
{
  g_autofree char *text_a = a != NULL ? g_variant_print (a, TRUE) : g_strdup ("nothing");
  g_autofree char *text_b = b != NULL ? g_variant_print (b, TRUE) : g_strdup ("nothing");

  if (!samen_value_equal (a, b))
    g_error ("%s is not %s", text_a, text_b);
}

static void
check_get_and_set (GRand *random, GType type, const SamenField *field)
{
  g_autoptr (SamenRecord) record = samen_record_new (type, pick (NULL, type));
  g_autoptr (GVariant) usual = samen_field_default (field);
  g_autoptr (GVariant) fresh = samen_field_get (field, record);

  assert_values_equal (fresh, usual);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GVariant) value = random_value (random, field);
      g_autoptr (GVariant) kept = NULL;
      g_autoptr (GVariant) by_name = NULL;

      samen_field_set (field, record, value);
      kept = samen_field_get (field, record);
      by_name = samen_record_get (record, field->name);
      assert_values_equal (kept, value);
      assert_values_equal (by_name, value);
    }
  samen_field_set (field, record, NULL);
  g_clear_pointer (&fresh, g_variant_unref);
  fresh = samen_field_get (field, record);
  assert_values_equal (fresh, usual);
}

static void
test_get_and_set (void)
{
  for_each_field (check_get_and_set);
}

/* Fields do not lie over one another: setting all and reading all gives all */
static void
test_all_fields_at_once (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);
      g_autoptr (SamenRecord) record = samen_record_new (types[i], pick (NULL, types[i]));
      g_autoptr (GPtrArray) values = g_ptr_array_new ();

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_ptr_array_add (values, random_value (random, &klass->fields[j]));
          samen_field_set (&klass->fields[j], record, g_ptr_array_index (values, j));
        }
      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autoptr (GVariant) kept = samen_field_get (&klass->fields[j], record);

          assert_values_equal (kept, g_ptr_array_index (values, j));
          g_clear_pointer ((GVariant **) &g_ptr_array_index (values, j), g_variant_unref);
        }
      g_assert_cmpstr (record->id, ==, pick (NULL, types[i]));
      g_assert_false (record->deleted);
    }
}

static void
count_cb (GObject *record, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
assert_property (SamenRecord *record, const SamenField *field, GVariant *value)
{
  GValue property = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), field->name, &property);
  if (G_VALUE_HOLDS_INT64 (&property))
    g_assert_cmpint (g_value_get_int64 (&property), ==,
                     value != NULL ? g_variant_get_int64 (value) : SAMEN_INTEGER_NONE);
  else if (G_VALUE_HOLDS_DOUBLE (&property) && value == NULL)
    g_assert_true (isnan (g_value_get_double (&property)));
  else if (G_VALUE_HOLDS_DOUBLE (&property))
    g_assert_cmpfloat (g_value_get_double (&property), ==, g_variant_get_double (value));
  else if (G_VALUE_HOLDS_BOOLEAN (&property))
    g_assert_cmpint (g_value_get_boolean (&property), ==, g_variant_get_boolean (value));
  else if (G_VALUE_HOLDS_UINT (&property))
    g_assert_cmpint ((int) g_value_get_uint (&property), ==,
                     samen_field_choice_index (field, g_variant_get_string (value, NULL)));
  else
    g_assert_cmpstr (g_value_get_string (&property), ==,
                     value != NULL ? g_variant_get_string (value, NULL) : NULL);
  g_value_unset (&property);
}

static void
check_properties (GRand *random, GType type, const SamenField *field)
{
  g_autoptr (SamenRecord) record = samen_record_new (type, pick (NULL, type));
  g_autofree char *signal = g_strdup_printf ("notify::%s", field->name);
  guint notified = 0, any = 0, titles = 0;
  gboolean is_title = samen_record_class_of (type)->title == field;

  /* GObject spells underscores as dashes */
  g_strdelimit (signal, "_", '-');
  g_signal_connect (record, signal, G_CALLBACK (count_cb), &notified);
  g_signal_connect (record, "notify::record-title", G_CALLBACK (count_cb), &titles);
  g_signal_connect (record, "notify", G_CALLBACK (count_cb), &any);
  for (guint i = 1; i <= 5; i++)
    {
      g_autoptr (GVariant) value = random_value (random, field);

      samen_record_apply (record, field, value);
      assert_property (record, field, value);
      g_assert_cmpuint (notified, ==, i);
      g_assert_cmpuint (titles, ==, is_title ? i : 0);
      g_assert_cmpuint (any, ==, is_title ? 2 * i : i);
    }
}

static void
test_properties (void)
{
  for_each_field (check_properties);
}

static void
assert_refused (const SamenField *field, GVariant *floating)
{
  g_autoptr (GVariant) value = floating != NULL ? g_variant_ref_sink (floating) : NULL;
  g_autofree char *printed = value != NULL ? g_variant_print (value, TRUE) : NULL;
  g_autoptr (GError) error = NULL;

  if (samen_field_accepts (field, value, &error))
    g_error ("%s should not be %.100s", field->name, printed != NULL ? printed : "empty");
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  if (strstr (error->message, field->label) == NULL)
    g_error ("“%s” does not name %s", error->message, field->label);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 400);
}

static void
assert_accepted (const SamenField *field, GVariant *floating)
{
  g_autoptr (GVariant) value = floating != NULL ? g_variant_ref_sink (floating) : NULL;
  g_autoptr (GError) error = NULL;

  samen_field_accepts (field, value, &error);
  g_assert_no_error (error);
}

static gboolean
is_written (const SamenField *field)
{
  return field->kind != SAMEN_KIND_INTEGER && field->kind != SAMEN_KIND_MONEY &&
         field->kind != SAMEN_KIND_DECIMAL && field->kind != SAMEN_KIND_BOOLEAN;
}

static void
check_wrong_values (GRand *random, GType type, const SamenField *field)
{
  gboolean whole = field->kind == SAMEN_KIND_INTEGER || field->kind == SAMEN_KIND_MONEY;
  g_autofree char *long_word = g_strnfill (300, 'x');
  g_autofree char *long_accents = g_strdup_printf ("x%s", long_word);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GVariant) value = random_value (random, field);

      assert_accepted (field, value);
    }
  /* Nothing is cut in the middle of a character */
  for (gsize i = 1; i + 1 < strlen (long_accents); i += 2)
    memcpy (long_accents + i, "é", 2);
  if (!is_written (field))
    assert_refused (field, g_variant_new_string ("12"));
  else if (field->kind != SAMEN_KIND_TEXT)
    {
      assert_refused (field, g_variant_new_string ("neither this nor that"));
      assert_refused (field, g_variant_new_string (" "));
      assert_refused (field, g_variant_new_string (""));
      assert_refused (field, g_variant_new_string (long_accents));
      assert_refused (field, g_variant_new_string (long_accents + 1));
    }
  if (!whole)
    assert_refused (field, g_variant_new_int64 (12));
  else
    assert_refused (field, g_variant_new_int64 (SAMEN_INTEGER_NONE));
  if (field->kind != SAMEN_KIND_DECIMAL)
    assert_refused (field, g_variant_new_double (12.5));
  if (field->kind != SAMEN_KIND_BOOLEAN)
    assert_refused (field, g_variant_new_boolean (TRUE));
  assert_refused (field, g_variant_new_int32 (12));
  assert_refused (field, g_variant_new_bytestring ("12"));
  assert_refused (field, g_variant_new_parsed ("[('a', 1)]"));
  assert_refused (field, g_variant_new_variant (g_variant_new_string ("12")));
}

static void
test_wrong_values (void)
{
  for_each_field (check_wrong_values);
}

static void
check_empty (GRand *random, GType type, const SamenField *field)
{
  if ((field->flags & SAMEN_REQUIRED) == 0 && field->kind != SAMEN_KIND_BOOLEAN &&
      field->kind != SAMEN_KIND_CHOICE)
    {
      assert_accepted (field, NULL);
      return;
    }
  assert_refused (field, NULL);
  if (field->kind == SAMEN_KIND_TEXT)
    {
      assert_refused (field, g_variant_new_string (""));
      assert_refused (field, g_variant_new_string (" \t\n"));
    }
}

static void
test_empty (void)
{
  for_each_field (check_empty);
}

static void
test_bounds (void)
{
  const SamenField *count = &fields[1], *number = &fields[2], *text = &fields[0];
  g_autofree char *a_million = g_strnfill (1000000, 'x');
  g_autofree char *more = g_strnfill (1100000, 'x');

  assert_accepted (count, g_variant_new_int64 (1));
  assert_accepted (count, g_variant_new_int64 (12));
  assert_refused (count, g_variant_new_int64 (0));
  assert_refused (count, g_variant_new_int64 (13));
  assert_refused (count, g_variant_new_int64 (G_MAXINT64));
  assert_accepted (number, g_variant_new_double (-0.5));
  assert_accepted (number, g_variant_new_double (1e6));
  assert_refused (number, g_variant_new_double (-0.51));
  assert_refused (number, g_variant_new_double (1000000.1));
  assert_refused (number, g_variant_new_double (NAN));
  assert_refused (number, g_variant_new_double (INFINITY));
  assert_accepted (text, g_variant_new_string (a_million));
  assert_refused (text, g_variant_new_string (more));
}

/* What people read is what they can type, but for a unit, which forms show beside the row */
static void
check_format_and_parse (GRand *random, GType type, const SamenField *field)
{
  SamenField plain = *field;

  if (field->kind > SAMEN_KIND_TIME)
    return;
  plain.unit = NULL;
  plain.flags &= ~(guint) SAMEN_PAST; /* any day is fine here */
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GVariant) value = random_value (random, field);
      g_autofree char *text = samen_field_format (&plain, value, NULL);
      g_autoptr (GVariant) again = NULL;
      g_autoptr (GError) error = NULL;

      /* What is typed is freed of the blanks around it */
      if (field->kind == SAMEN_KIND_TEXT && value != NULL &&
          g_ascii_isspace (*g_variant_get_string (value, NULL)))
        continue;
      samen_field_parse_input (&plain, text, &again, &error);
      g_assert_no_error (error);
      assert_values_equal (again, value);
    }
}

static void
test_format_and_parse (void)
{
  for_each_field (check_format_and_parse);
  if (setlocale (LC_NUMERIC, "nl_NL.UTF-8") == NULL)
    return;
  for_each_field (check_format_and_parse);
  setlocale (LC_NUMERIC, "C");
}

static void
assert_reads (const SamenField *field, GVariant *floating, const char *expected)
{
  g_autoptr (GVariant) value = floating != NULL ? g_variant_ref_sink (floating) : NULL;
  g_autofree char *text = samen_field_format (field, value, samen_language_get ("en"));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_reads (&fields[0], samen_value ("Word"), "Word");
  assert_reads (&fields[1], samen_value ((gint64) 12), "12 months");
  assert_reads (&fields[1], NULL, "");
  assert_reads (&fields[2], samen_value (0.5), "0.5");
  assert_reads (&fields[3], samen_value ((SamenMoney) { 1250 }), "€ 12.50");
  assert_reads (&fields[4], samen_value (samen_date_day (2027, 3, 15)), "15 March 2027");
  assert_reads (&fields[5], samen_value (((SamenTime) { TRUE, 9, 5 })), "09:05");
  assert_reads (&fields[6], samen_value ((bool) true), "Yes");
  assert_reads (&fields[6], samen_value ((bool) false), "No");
  assert_reads (&fields[7], samen_value ("two"), "Two");
}

static void
assert_typed_refused (const SamenField *field, const char *text, const char *said)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (samen_field_parse_input (field, text, &value, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, said));
  g_assert_null (value);
}

static void
test_bad_input (void)
{
  assert_typed_refused (&fields[0], "  ", "Text");
  assert_typed_refused (&fields[1], "2.5", "Count");
  assert_typed_refused (&fields[1], "13", "Count");
  assert_typed_refused (&fields[1], "two", "two");
  assert_typed_refused (&fields[2], "-3", "Number");
  assert_typed_refused (&fields[3], "12 euro", "12 euro");
  assert_typed_refused (&fields[4], "31-2-2027", "31-2-2027");
  assert_typed_refused (&fields[5], "25:00", "25:00");
}

/* A list shows no more of a line; a text of several lines may be as long as a book. In characters, not bytes. */
static void
test_long_input (void)
{
  SamenField line = fields[0], text = fields[0];
  g_autofree char *longest = g_strnfill (500, 'x');
  g_autofree char *longer = g_strnfill (10000, 'x');
  g_autoptr (GString) accents = g_string_new (NULL);
  g_autoptr (GVariant) whole = NULL;
  const char *fine[] = { longest, NULL };

  text.flags = SAMEN_LONG;
  for (guint i = 0; i < 500; i++)
    g_string_append (accents, "é");
  fine[1] = accents->str;
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      g_autoptr (GVariant) value = NULL;

      g_assert_true (samen_field_parse_input (&line, fine[i], &value, NULL));
      g_assert_cmpstr (g_variant_get_string (value, NULL), ==, fine[i]);
    }
  assert_typed_refused (&line, longer, "500");
  g_string_append (accents, "é");
  assert_typed_refused (&line, accents->str, "500");
  for (guint i = 1; i < 6; i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (samen_field_parse_input (&fields[i], longer, &value, &error));
      g_assert_cmpuint (strlen (error->message), <, 200);
    }
  g_assert_true (samen_field_parse_input (&text, longer, &whole, NULL));
}

/* What has happened was today or before; a month or year that has begun may be meant as far as it went */
static void
test_still_to_come (void)
{
  SamenField past = fields[4];
  SamenDate today = samen_date_today ();
  g_autofree char *tomorrow = samen_date_to_string (samen_date_add_days (today, 1));
  g_autofree char *now = samen_date_to_string (today);
  g_autofree char *year = g_strdup_printf ("%u", today.year);
  const char *const fine[] = { now, year, "1-1-2020", "" };

  past.flags = SAMEN_PAST;
  assert_typed_refused (&past, tomorrow, "still to come");
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GError) error = NULL;

      samen_field_parse_input (&past, fine[i], &value, &error);
      g_assert_no_error (error);
    }
}

static void
test_titles (void)
{
  g_autoptr (SamenRecord) goal = samen_record_new (SAMEN_TYPE_GOAL, pick (NULL, SAMEN_TYPE_GOAL));
  g_autoptr (SamenRecord) measurement = samen_record_new (SAMEN_TYPE_MEASUREMENT, "x");
  g_autoptr (GVariant) name = g_variant_ref_sink (samen_value ("Groeien"));
  g_autoptr (GVariant) day = g_variant_ref_sink (samen_value (samen_date_day (2027, 3, 15)));
  g_autofree char *empty = samen_record_dup_title (goal);
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;

  g_assert_cmpstr (empty, ==, "");
  samen_record_apply (goal, samen_record_class_of (SAMEN_TYPE_GOAL)->title, name);
  title = samen_record_dup_title (goal);
  g_assert_cmpstr (title, ==, "Groeien");
  /* What has no name is known by its date */
  samen_record_apply (measurement, samen_record_class_of (SAMEN_TYPE_MEASUREMENT)->order, day);
  date = samen_record_dup_title (measurement);
  g_assert_cmpstr (date, ==, "15 March 2027");
}

static void
check_field_table (GRand *random, GType type, const SamenField *field)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  g_assert_true (samen_record_class_find (klass, field->name) == field);
  g_assert_cmpstr (field->name, !=, "id");
  g_assert_cmpstr (field->name, !=, samen_record_deleted.name);
  g_assert_nonnull (field->label);
  g_assert_cmpint (field->kind == SAMEN_KIND_CHOICE, ==, field->choices != NULL);
  g_assert_cmpint (field->kind == SAMEN_KIND_REFERENCE, ==, field->refers != NULL);
  if ((field->flags & SAMEN_OWNER) != 0)
    g_assert_cmpint (field->kind, ==, SAMEN_KIND_REFERENCE);
  if ((field->flags & SAMEN_ORDER) != 0)
    g_assert_cmpint (field->kind, ==, SAMEN_KIND_DATE);
  for (guint i = 0; field->choices != NULL && field->choices[i].name != NULL; i++)
    g_assert_cmpint (samen_field_choice_index (field, field->choices[i].name), ==, (int) i);
}

/* What the store builds upon: names are there once, and types come after those they refer to */
static void
test_tables (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for_each_field (check_field_table);
  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      g_assert_true (g_hash_table_add (seen, (gpointer) klass->table));
      g_assert_cmpuint (samen_record_type_of_table (klass->table), ==, types[i]);
      g_assert_true (samen_record_class_find (klass, "deleted") == &samen_record_deleted);
      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].refers != NULL)
          g_assert_true (g_hash_table_contains (
              seen, samen_record_class_of (klass->fields[j].refers ())->table));
    }
  g_assert_cmpuint (samen_record_type_of_table ("thing"), ==, G_TYPE_INVALID);
  g_assert_cmpuint (samen_record_type_of_table ("edit"), ==, G_TYPE_INVALID);
  g_assert_null (samen_record_class_find (samen_record_class_of (types[0]), "nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/record/get-and-set", test_get_and_set);
  g_test_add_func ("/record/all-fields-at-once", test_all_fields_at_once);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/wrong-values", test_wrong_values);
  g_test_add_func ("/record/empty", test_empty);
  g_test_add_func ("/record/bounds", test_bounds);
  g_test_add_func ("/record/format-and-parse", test_format_and_parse);
  g_test_add_func ("/record/format", test_format);
  g_test_add_func ("/record/bad-input", test_bad_input);
  g_test_add_func ("/record/long-input", test_long_input);
  g_test_add_func ("/record/still-to-come", test_still_to_come);
  g_test_add_func ("/record/titles", test_titles);
  g_test_add_func ("/record/tables", test_tables);

  return g_test_run ();
}
