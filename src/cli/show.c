/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "document/block.h"
#include "document/covenant.h"
#include "store/json.h"

#define WIDTH 78

/* ---- a document as lines of text ---- */

/* Prints @text in lines of some width, each behind @indent spaces, the first behind @mark */
static void
print_wrapped (const char *text, guint indent, const char *mark)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  glong column = (glong) indent + (*mark != '\0' ? g_utf8_strlen (mark, -1) + 1 : 0);
  guint hang = (guint) column;
  gboolean is_first = TRUE;

  g_print ("%*s%s%s", (int) indent, "", mark, *mark != '\0' ? " " : "");
  for (gsize i = 0; words[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (words[i], -1);

      if (width == 0)
        continue;
      if (!is_first && column + 1 + width > WIDTH)
        {
          g_print ("\n%*s", (int) hang, "");
          column = hang;
          is_first = TRUE;
        }
      g_print ("%s%s", is_first ? "" : " ", words[i]);
      column += width + !is_first;
      is_first = FALSE;
    }
  g_print ("\n");
}

static void
print_heading (SamenBlock *block)
{
  g_autofree char *text = g_strjoin (block->mark != NULL && *block->text != '\0' ? "  " : "",
                                     block->mark != NULL ? block->mark : "", block->text, NULL);

  g_print ("\n");
  print_wrapped (text, 0, "");
}

static void
print_signer (const SamenSigner *signer)
{
  const char *const parts[] = { signer->organisation, signer->representative, signer->function,
                                signer->place, signer->date };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[i]);
  print_wrapped (line->str, 2, "–");
}

static void
print_row (SamenBlock *block, guint indent)
{
  g_autofree char *row = g_strjoinv (" | ", block->cells);

  print_wrapped (row, indent, "|");
}

static void
print_header (SamenBlock *table, guint indent)
{
  g_autoptr (GString) row = g_string_new (NULL);

  for (gsize i = 0; i < table->n_columns; i++)
    g_string_append_printf (row, "%s%s", i > 0 ? " | " : "",
                            table->columns[i].header != NULL ? table->columns[i].header : "");
  if (samen_block_has_header (table))
    print_wrapped (row->str, indent, "|");
}

static void
print_blocks (SamenBlock *parent, guint indent)
{
  for (guint i = 0; i < samen_block_get_n_children (parent); i++)
    {
      SamenBlock *block = samen_block_get_child (parent, i);

      switch (block->kind)
        {
        case SAMEN_BLOCK_HEADING:
        case SAMEN_BLOCK_TITLE:
          print_heading (block);
          break;
        case SAMEN_BLOCK_PARAGRAPH:
          print_wrapped (block->text, indent, "");
          break;
        case SAMEN_BLOCK_ITEM:
          print_wrapped (block->text, indent, block->mark);
          print_blocks (block, indent + (guint) g_utf8_strlen (block->mark, -1) + 1);
          break;
        case SAMEN_BLOCK_ROW:
          print_row (block, indent);
          break;
        case SAMEN_BLOCK_SIGNATURE:
          print_signer (&block->signer);
          break;
        case SAMEN_BLOCK_TABLE:
          print_header (block, indent);
          print_blocks (block, indent);
          break;
        case SAMEN_BLOCK_LIST:
        case SAMEN_BLOCK_KEEP:
          print_blocks (block, block->kind == SAMEN_BLOCK_LIST ? indent + 2 : indent);
          break;
        default:
          break;
        }
    }
}

/* ---- records ---- */

/* What a record refers to, by its title */
static char *
title_of (SamenStore *store, const SamenField *field, const char *id)
{
  g_autoptr (SamenRecord) record = samen_store_get (store, field->refers (), id);

  return record != NULL ? samen_record_dup_title (record) : g_strdup ("");
}

static char *
format_value (SamenStore *store, const SamenField *field, SamenRecord *record)
{
  g_autoptr (GVariant) value = samen_field_get (field, record);
  g_autoptr (GVariant) usual = samen_field_default (field);

  if (value == NULL || (field->kind == SAMEN_KIND_BOOLEAN && samen_value_equal (value, usual)))
    return g_strdup ("");
  if (field->kind == SAMEN_KIND_REFERENCE)
    return title_of (store, field, g_variant_get_string (value, NULL));
  return samen_field_format (field, value, NULL);
}

static void
print_record (SamenStore *store, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);
  g_autofree char *title = samen_record_dup_title (record);

  print_wrapped (title, 2, "–");
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autofree char *value = NULL;
      g_autofree char *label = NULL;

      if (field == klass->title || field->kind == SAMEN_KIND_BYTES ||
          ((field->flags & SAMEN_INTERNAL) != 0 && field->kind != SAMEN_KIND_REFERENCE))
        continue;
      value = format_value (store, field, record);
      label = g_strconcat (_ (field->label), ":", NULL);
      if (*value != '\0')
        print_wrapped (value, 4, label);
    }
}

/* Whether records of this type are told by the document of an agreement */
static gboolean
is_in_document (GType type)
{
  return type == SAMEN_TYPE_AGREEMENT || type == SAMEN_TYPE_PARTY ||
         type == SAMEN_TYPE_CONSIDERATION || type == SAMEN_TYPE_ARTICLE ||
         type == SAMEN_TYPE_CLAUSE || type == SAMEN_TYPE_SIGNATURE;
}

static void
print_agreements (SamenStore *store)
{
  g_autoptr (GListModel) agreements = samen_store_list (store, SAMEN_TYPE_AGREEMENT, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++)
    {
      g_autoptr (SamenAgreement) agreement = g_list_model_get_item (agreements, i);
      g_autoptr (SamenDocument) document = samen_covenant_document_new (store, agreement);

      print_blocks (samen_document_get_root (document), 0);
    }
}

static void
print_type (SamenStore *store, GType type)
{
  g_autoptr (GListModel) records = samen_store_list (store, type, NULL, NULL);
  guint n = g_list_model_get_n_items (records);

  if (n == 0)
    return;
  g_print ("\n%s (%u)\n", _ (samen_record_class_of (type)->label), n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (records, i);

      print_record (store, record);
    }
}

static void
print_text (SamenStore *store)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      if (types[i] == SAMEN_TYPE_AGREEMENT)
        print_agreements (store);
      if (!is_in_document (types[i]))
        print_type (store, types[i]);
    }
}

int
samen_command_show (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("All of it, as JSON"), NULL },
    { NULL },
  };
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, entries, 1, 1);
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  store = samen_command_open (arguments[0]);
  if (store == NULL)
    return SAMEN_EXIT_FAILED;
  if (!as_json)
    {
      print_text (store);
      return SAMEN_EXIT_OK;
    }
  json = samen_store_to_json (store, SAMEN_JSON_DEFAULT, &error);
  if (json == NULL)
    return samen_command_fail ("%s", error->message);
  fputs (json, stdout);
  return SAMEN_EXIT_OK;
}
