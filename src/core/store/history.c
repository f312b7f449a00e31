/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/history.h"
#include "store/store-private.h"
#include "store/take-back-private.h"
#include "store/wording.h"

/* What stands below the name of its record */
#define INDENT "\u2003"

struct _SamenHistory
{
  GObject parent_instance;
  SamenStore *store;
  char *record;
  GArray *edits;    /* gint64, their numbers in the log */
  GHashTable *live; /* number to SamenPastEdit, which leaves when nobody else holds it */
};

G_DEFINE_FINAL_TYPE (SamenPastEdit, samen_past_edit, G_TYPE_OBJECT)

enum
{
  PROP_STATE = 1,
};

static void
samen_past_edit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_int (value, (int) SAMEN_PAST_EDIT (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
samen_past_edit_finalize (GObject *object)
{
  SamenPastEdit *self = SAMEN_PAST_EDIT (object);

  g_free (self->title);
  g_free (self->author);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (samen_past_edit_parent_class)->finalize (object);
}

static void
samen_past_edit_class_init (SamenPastEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = samen_past_edit_get_property;
  object_class->finalize = samen_past_edit_finalize;
  g_object_class_install_property (object_class, PROP_STATE,
                                   g_param_spec_int ("state", NULL, NULL, SAMEN_PAST_STANDS,
                                                     SAMEN_PAST_ERASED, SAMEN_PAST_STANDS,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
samen_past_edit_init (SamenPastEdit *self)
{
}

/* ---- in words ---- */

static gboolean
begins_in (GPtrArray *changes, const char *record)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      if (samen_change_is_beginning (change) && g_str_equal (change->record, record))
        return TRUE;
    }
  return FALSE;
}

/* The record at @first in the changes, and what happened to the whole of it */
static char *
describe_record (SamenPastEdit *self, SamenStore *store, guint first)
{
  const SamenChange *change = g_ptr_array_index (self->changes, first);
  g_autofree char *name = samen_wording_record (store, change->type, change->record);

  for (guint i = first; i < self->changes->len; i++)
    {
      const SamenChange *next = g_ptr_array_index (self->changes, i);

      if (!g_str_equal (next->record, change->record))
        break;
      if (next->field != &samen_record_deleted || next->new == NULL)
        continue;
      if (g_variant_get_boolean (next->new))
        /* Translators: %s is a thing, such as: Milestone “First lesson” */
        return g_strdup_printf (_ ("Deleted: %s"), name);
      if (samen_change_is_beginning (next))
        return g_strdup_printf (_ ("Added: %s"), name);
      return g_strdup_printf (_ ("Brought back: %s"), name);
    }
  return g_steal_pointer (&name);
}

char *
samen_past_edit_describe (SamenPastEdit *self, SamenStore *store, guint most, guint *n_left)
{
  GString *text = g_string_new (NULL);
  const char *record = NULL;
  gboolean is_new = FALSE;
  guint n = 0, left = 0;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (self->changes, i);
      gboolean is_next = record == NULL || !g_str_equal (change->record, record);
      g_autofree char *line = NULL;

      if (most > 0 && n >= most)
        {
          left++;
          continue;
        }
      if (is_next)
        {
          g_autofree char *head = describe_record (self, store, i);

          record = change->record;
          is_new = begins_in (self->changes, record);
          g_string_append_printf (text, "%s%s", n > 0 ? "\n" : "", head);
          n++;
        }
      line = samen_wording_change (store, change, is_new);
      if (line == NULL)
        continue;
      g_string_append_printf (text, "\n" INDENT "%s", line);
      n++;
    }
  if (n_left != NULL)
    *n_left = left;
  return g_string_free_and_steal (text);
}

/* ---- reading ---- */

static char *
title_of (const char *label, const char *action, const char *target)
{
  if (g_str_equal (action, "undo"))
    /* Translators: %s is what was undone, such as "Move Milestone" */
    return g_strdup_printf (_ ("Undone: %s"), samen_log_translate (label));
  if (g_str_equal (action, "redo"))
    /* Translators: %s is what was done again, such as "Move Milestone" */
    return g_strdup_printf (_ ("Done again: %s"), samen_log_translate (label));
  if (target != NULL)
    /* Translators: %s is what was taken back, such as "Move Milestone" */
    return g_strdup_printf (_ ("Taken back: %s"), samen_log_translate (target));
  return g_strdup (samen_log_translate (label));
}

/* By record, and the fields of one as its form has them; what became of the whole comes first */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const SamenChange *x = *(const SamenChange *const *) a, *y = *(const SamenChange *const *) b;
  int order = strcmp (x->record, y->record);

  if (order != 0 || x->field == y->field)
    return order;
  if (x->field == &samen_record_deleted || y->field == &samen_record_deleted)
    return x->field == &samen_record_deleted ? -1 : 1;
  return x->field < y->field ? -1 : 1;
}

static void
keep_of_record (SamenPastEdit *edit, const char *record)
{
  for (guint i = edit->changes->len; record != NULL && i > 0; i--)
    {
      const SamenChange *change = g_ptr_array_index (edit->changes, i - 1);

      if (g_str_equal (change->record, record))
        continue;
      g_ptr_array_remove_index (edit->changes, i - 1);
      edit->n_others++;
    }
}

static SamenPastEdit *
read_edit (SamenHistory *self, gint64 seq)
{
  SamenPastEdit *edit = g_object_new (SAMEN_TYPE_PAST_EDIT, NULL);
  sqlite3_stmt *statement =
      samen_db_prepare (self->store->db,
                        "SELECT e.label, e.author, e.time, e.action, t.label FROM edit e "
                        "LEFT JOIN edit t ON t.seq = e.target WHERE e.seq = ?1",
                        NULL);
  gboolean has_row = FALSE;

  edit->seq = seq;
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, seq);
      samen_db_step (self->store->db, statement, &has_row, NULL);
    }
  if (has_row)
    {
      edit->title =
          title_of (samen_db_column_text (statement, 0), samen_db_column_text (statement, 3),
                    samen_db_column_text (statement, 4));
      edit->author = g_strdup (samen_db_column_text (statement, 1));
      edit->time = sqlite3_column_int64 (statement, 2);
      sqlite3_reset (statement);
    }
  edit->changes = samen_log_read_changes (self->store, seq, NULL);
  if (edit->changes == NULL)
    edit->changes = g_ptr_array_new ();
  keep_of_record (edit, self->record);
  g_ptr_array_sort (edit->changes, compare_changes);
  edit->state = samen_log_state (self->store, seq);
  return edit;
}

static GArray *
read_numbers (SamenHistory *self)
{
  /* Two statements, so that each can use an index */
  sqlite3_stmt *statement = samen_db_prepare (
      self->store->db,
      self->record != NULL
          ? "SELECT seq FROM edit WHERE seq IN (SELECT edit FROM change WHERE record = ?1) "
            "ORDER BY clock DESC, device DESC"
          : "SELECT seq FROM edit ORDER BY clock DESC, device DESC",
      NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  if (statement == NULL)
    return numbers;
  if (self->record != NULL)
    samen_db_bind_text (statement, 1, self->record);
  while (samen_db_step (self->store->db, statement, &has_row, NULL) && has_row)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, seq);
    }
  return numbers;
}

/* ---- the list ---- */

static GType
samen_history_get_item_type (GListModel *model)
{
  return SAMEN_TYPE_PAST_EDIT;
}

static guint
samen_history_get_n_items (GListModel *model)
{
  return SAMEN_HISTORY (model)->edits->len;
}

static void
edit_gone_cb (gpointer data, GObject *edit)
{
  g_hash_table_remove (SAMEN_HISTORY (data)->live, &((SamenPastEdit *) edit)->seq);
}

static gpointer
samen_history_get_item (GListModel *model, guint position)
{
  SamenHistory *self = SAMEN_HISTORY (model);
  SamenPastEdit *edit;
  gint64 *seq;

  if (position >= self->edits->len)
    return NULL;
  seq = &g_array_index (self->edits, gint64, position);
  edit = g_hash_table_lookup (self->live, seq);
  if (edit != NULL)
    return g_object_ref (edit);
  edit = read_edit (self, *seq);
  g_hash_table_insert (self->live, &edit->seq, edit);
  g_object_weak_ref (G_OBJECT (edit), edit_gone_cb, self);
  return edit;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = samen_history_get_item_type;
  iface->get_n_items = samen_history_get_n_items;
  iface->get_item = samen_history_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SamenHistory,
                               samen_history,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
update_states (SamenHistory *self)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer edit;

  /* Who hears of it may ask for more */
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &edit))
    g_ptr_array_add (edits, g_object_ref (edit));
  for (guint i = 0; i < edits->len; i++)
    {
      SamenPastEdit *past = g_ptr_array_index (edits, i);
      SamenPastState state = samen_log_state (self->store, past->seq);

      if (state == past->state)
        continue;
      past->state = state;
      g_object_notify (G_OBJECT (past), "state");
    }
}

/* Edits are only ever added, mostly at the beginning of the list */
static void
changed_cb (SamenHistory *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->edits);
  guint same = 0, added;

  self->edits = read_numbers (self);
  while (same < MIN (before->len, self->edits->len) &&
         g_array_index (before, gint64, before->len - 1 - same) ==
             g_array_index (self->edits, gint64, self->edits->len - 1 - same))
    same++;
  added = self->edits->len - same;
  if (added > 0 || before->len > same)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len - same, added);
  update_states (self);
}

static void
samen_history_finalize (GObject *object)
{
  SamenHistory *self = SAMEN_HISTORY (object);
  GHashTableIter iter;
  gpointer edit;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &edit))
    g_object_weak_unref (edit, edit_gone_cb, self);
  g_hash_table_unref (self->live);
  g_array_unref (self->edits);
  g_free (self->record);
  g_object_unref (self->store);
  G_OBJECT_CLASS (samen_history_parent_class)->finalize (object);
}

static void
samen_history_class_init (SamenHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_history_finalize;
}

static void
samen_history_init (SamenHistory *self)
{
  self->live = g_hash_table_new (g_int64_hash, g_int64_equal);
}

SamenHistory *
samen_history_new (SamenStore *store, const char *record)
{
  SamenHistory *self = g_object_new (SAMEN_TYPE_HISTORY, NULL);

  self->store = g_object_ref (store);
  self->record = g_strdup (record);
  self->edits = read_numbers (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
