/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/agreement-text.h"
#include "rules/misfit.h"
#include "widgets/form.h"
#include "widgets/form-row.h"

struct _SamenForm
{
  AdwBin parent_instance;
  GType type;
  SamenRecord *record; /* NULL for a new one */
  SamenNumbering *numbering;
  GPtrArray *rows;      /* SamenFormRow */
  SamenFormRow *misfit; /* the one that says that it does not fit the others, or NULL */
};

G_DEFINE_FINAL_TYPE (SamenForm, samen_form, ADW_TYPE_BIN)

static void
samen_form_finalize (GObject *object)
{
  SamenForm *self = SAMEN_FORM (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->record);
  g_clear_pointer (&self->numbering, samen_numbering_free);
  G_OBJECT_CLASS (samen_form_parent_class)->finalize (object);
}

static void
samen_form_class_init (SamenFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_form_finalize;
}

static void
samen_form_init (SamenForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) samen_form_row_free);
}

/* What is signed, measured or celebrated, mostly is so today; what is due is not */
static GVariant *
first_value (const SamenField *field)
{
  if (field->kind == SAMEN_KIND_DATE && (field->flags & SAMEN_REQUIRED) != 0 &&
      !g_str_equal (field->name, "due"))
    return g_variant_ref_sink (samen_value (samen_date_today ()));
  return samen_field_default (field);
}

static SamenFormRow *
find_row (SamenForm *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SamenFormRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (samen_form_row_get_field (row)->name, field))
        return row;
    }
  return NULL;
}

/* As it would be; what cannot be read is left as it is */
static SamenRecord *
make_record (SamenForm *self)
{
  const SamenRecordClass *klass = samen_record_class_of (self->type);
  SamenRecord *record = samen_record_new (self->type, self->record != NULL ? self->record->id : "");

  for (guint i = 0; i < klass->n_fields; i++)
    {
      SamenFormRow *row = find_row (self, klass->fields[i].name);
      g_autoptr (GVariant) value = NULL;

      if ((row == NULL || !samen_form_row_get_value (row, &value)) && self->record != NULL)
        value = samen_field_get (&klass->fields[i], self->record);
      samen_field_set (&klass->fields[i], record, value);
    }
  return record;
}

/* Says so at the row to look at. Returns: (nullable): that row, where it cannot be kept so. */
static SamenFormRow *
show_misfit (SamenForm *self)
{
  g_autoptr (SamenRecord) record = make_record (self);
  g_autoptr (GVariant) value = NULL;
  SamenFormRow *row;
  SamenMisfit misfit;

  if (self->misfit != NULL)
    samen_form_row_read (self->misfit, &value);
  self->misfit = NULL;
  if (!samen_misfit_find (record, &misfit))
    return NULL;
  row = find_row (self, misfit.field);
  g_return_val_if_fail (row != NULL, NULL);
  self->misfit = row;
  samen_form_row_show (row, misfit.is_error, misfit.message);
  return misfit.is_error ? row : NULL;
}

static void
left_cb (gpointer form)
{
  show_misfit (form);
}

GtkWidget *
samen_form_new (SamenStore *store, GType type, SamenRecord *record, SamenAgreement *agreement)
{
  SamenForm *self = g_object_new (SAMEN_TYPE_FORM, NULL);
  const SamenRecordClass *klass = samen_record_class_of (type);
  GtkWidget *group = adw_preferences_group_new ();

  self->type = type;
  self->record = record != NULL ? g_object_ref (record) : NULL;
  if (agreement != NULL)
    self->numbering = samen_agreement_number (store, agreement);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (GVariant) value = NULL;
      SamenFormRow *row;

      if ((field->flags & SAMEN_INTERNAL) != 0)
        continue;
      value = record != NULL ? samen_field_get (field, record) : first_value (field);
      row = samen_form_row_new (field, store, value, self->numbering);
      samen_form_row_add_to (row, ADW_PREFERENCES_GROUP (group));
      samen_form_row_set_left (row, left_cb, self);
      g_ptr_array_add (self->rows, row);
    }
  adw_bin_set_child (ADW_BIN (self), group);
  return GTK_WIDGET (self);
}

gboolean
samen_form_collect (SamenForm *self, SamenEdit *edit, const char *id)
{
  SamenFormRow *wrong = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SamenFormRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (GVariant) value = NULL;

      if (!samen_form_row_read (row, &value))
        wrong = wrong != NULL ? wrong : row;
      else if (self->record == NULL || samen_form_row_is_changed (row))
        samen_edit_set_by_id (edit, self->type, id, samen_form_row_get_field (row)->name, value);
    }
  if (wrong == NULL)
    wrong = show_misfit (self);
  if (wrong != NULL)
    samen_form_row_focus (wrong);
  return wrong == NULL;
}

void
samen_form_choose (SamenForm *self, const char *field, const char *id)
{
  SamenFormRow *row = find_row (self, field);

  if (row != NULL)
    samen_form_row_choose (row, id);
}

char *
samen_form_dup_text (SamenForm *self, const char *field)
{
  SamenFormRow *row = find_row (self, field);
  g_autoptr (GVariant) value = NULL;

  if (row == NULL || !samen_form_row_read (row, &value) || value == NULL)
    return NULL;
  return g_variant_dup_string (value, NULL);
}

gboolean
samen_form_is_changed (SamenForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (samen_form_row_is_changed (g_ptr_array_index (self->rows, i)))
      return TRUE;
  return FALSE;
}

GtkWidget *
samen_form_get_first (SamenForm *self)
{
  return self->rows->len > 0 ? samen_form_row_get_control (g_ptr_array_index (self->rows, 0))
                             : NULL;
}

GtkWidget *
samen_form_get_control (SamenForm *self, const char *field)
{
  SamenFormRow *row = find_row (self, field);

  return row != NULL ? samen_form_row_get_control (row) : NULL;
}
