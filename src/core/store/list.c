/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "store/list.h"
#include "store/schema.h"
#include "store/store-private.h"

typedef struct
{
  gint64 id;           /* SQLite's */
  SamenRecord *record; /* once it was asked for */
} Row;

struct _SamenList
{
  GObject parent_instance;
  SamenStore *store;
  GType type;
  const SamenField *reference;
  char *id;
  GArray *rows; /* of Row */
};

static void
row_clear (gpointer data)
{
  g_clear_object (&((Row *) data)->record);
}

static GType
samen_list_get_item_type (GListModel *model)
{
  return SAMEN_LIST (model)->type;
}

static guint
samen_list_get_n_items (GListModel *model)
{
  return SAMEN_LIST (model)->rows->len;
}

static gpointer
samen_list_get_item (GListModel *model, guint position)
{
  SamenList *self = SAMEN_LIST (model);
  Row *row;

  if (position >= self->rows->len)
    return NULL;
  row = &g_array_index (self->rows, Row, position);
  if (row->record == NULL)
    row->record = samen_store_load (self->store, self->type, row->id);
  /* It cannot be read any more, which the store tells; but there has to be something at this place */
  return row->record != NULL ? g_object_ref (row->record) : samen_record_new (self->type, "");
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = samen_list_get_item_type;
  iface->get_n_items = samen_list_get_n_items;
  iface->get_item = samen_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SamenList,
                               samen_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
samen_list_dispose (GObject *object)
{
  SamenList *self = SAMEN_LIST (object);

  if (self->store != NULL)
    samen_store_forget_list (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_list_parent_class)->dispose (object);
}

static void
samen_list_finalize (GObject *object)
{
  SamenList *self = SAMEN_LIST (object);

  g_free (self->id);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (samen_list_parent_class)->finalize (object);
}

static void
samen_list_class_init (SamenListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = samen_list_finalize;
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  return rows;
}

static void
samen_list_init (SamenList *self)
{
  self->rows = rows_new ();
}

static char *
rows_sql (SamenList *self)
{
  const SamenRecordClass *klass = samen_record_class_of (self->type);
  g_autofree char *order = samen_schema_order (klass);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT rowid FROM \"%s\" WHERE deleted = 0", klass->table);
  if (self->reference != NULL)
    g_string_append_printf (sql, " AND \"%s\" IS ?1", self->reference->name);
  g_string_append_printf (sql, " ORDER BY %s, id", order);
  return g_string_free_and_steal (sql);
}

/* NULL if they cannot be read */
static GArray *
read_rows (SamenList *self)
{
  g_autofree char *sql = rows_sql (self);
  g_autoptr (GArray) rows = rows_new ();
  sqlite3_stmt *statement = samen_db_prepare (self->store->db, sql, NULL);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  if (self->reference != NULL)
    samen_db_bind_text (statement, 1, self->id);
  while (samen_db_step (self->store->db, statement, &has_row, NULL))
    {
      Row row = { .id = has_row ? sqlite3_column_int64 (statement, 0) : 0 };

      if (!has_row)
        return g_steal_pointer (&rows);
      g_array_append_val (rows, row);
    }
  return NULL;
}

SamenList *
samen_list_new (SamenStore *store, GType type, const char *reference, const char *id)
{
  SamenList *self = g_object_new (SAMEN_TYPE_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  if (reference != NULL)
    self->reference = samen_record_class_find (samen_record_class_of (type), reference);
  self->id = g_strdup (id);
  samen_list_update (self, FALSE);
  return self;
}

gboolean
samen_list_concerns (SamenList *self, const SamenChange *change)
{
  return change->type == self->type &&
         (change->field == &samen_record_deleted || change->field == self->reference ||
          change->field == samen_record_class_of (self->type)->order);
}

/* Whether both rows are the same; what was read of it goes along */
static gboolean
carry_over (GArray *before, guint from, GArray *rows, guint to)
{
  Row *old = &g_array_index (before, Row, from);
  Row *new = &g_array_index (rows, Row, to);

  if (old->id != new->id)
    return FALSE;
  new->record = g_steal_pointer (&old->record);
  return TRUE;
}

void
samen_list_update (SamenList *self, gboolean anew)
{
  GArray *rows = read_rows (self);
  g_autoptr (GArray) before = NULL;
  guint same = 0, same_at_end = 0, shorter;

  if (rows == NULL)
    {
      /* Better what was there than nothing; the next edit or refresh tries again */
      self->store->data_version = -1;
      return;
    }
  before = g_steal_pointer (&self->rows);
  self->rows = rows;
  for (guint i = 0; anew && i < before->len; i++)
    row_clear (&g_array_index (before, Row, i));
  shorter = MIN (before->len, rows->len);
  while (same < shorter && carry_over (before, same, rows, same))
    same++;
  while (same_at_end < shorter - same &&
         carry_over (before, before->len - 1 - same_at_end, rows, rows->len - 1 - same_at_end))
    same_at_end++;
  if (before->len != rows->len || same < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before->len - same - same_at_end,
                                rows->len - same - same_at_end);
}
