/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "dialogs/attachments-dialog.h"
#include "dialogs/erase-dialog.h"
#include "dialogs/find-person-dialog.h"
#include "dialogs/history-dialog.h"
#include "dialogs/person-data-dialog.h"
#include "dialogs/record-dialog.h"
#include "dialogs/record-words.h"
#include "pages/steps/reaching.h"
#include "record/agreement.h"
#include "shell/record-actions.h"
#include "store/wording.h"
#include "widgets/toast.h"

typedef struct
{
  GtkWidget *window; /* outlives the actions: they are inserted into it */
  SamenStore *store;
} Context;

static void
context_free (gpointer data)
{
  Context *self = data;

  g_object_unref (self->store);
  g_free (self);
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static SamenRecord *
find (Context *self, const char *table, const char *id)
{
  GType type = samen_record_type_of_table (table);

  g_return_val_if_fail (type != G_TYPE_INVALID, NULL);
  return samen_store_get (self->store, type, id);
}

/* What an action on one record is about: its table and its id */
static SamenRecord *
find_target (Context *self, GVariant *parameter)
{
  const char *table, *id;

  g_variant_get (parameter, "(&s&s)", &table, &id);
  return find (self, table, id);
}

static gboolean
apply (Context *self, SamenEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (samen_store_apply (self->store, edit, &error))
    return TRUE;
  samen_toast (self->window, error->message);
  return FALSE;
}

/* Of covenants one is on the page at a time, so a new one would not be seen */
static gboolean
is_covenant (GVariant *added)
{
  const char *table, *id;

  g_variant_get (added, "(&s&s)", &table, &id);
  return samen_record_type_of_table (table) == SAMEN_TYPE_AGREEMENT;
}

/* What was pressed to add the first of something is gone by now, with the empty page that it was on */
static void
added_cb (AdwDialog *dialog, GtkWidget *window)
{
  GVariant *added = g_object_get_data (G_OBJECT (dialog), "added");
  GtkRoot *root = gtk_widget_get_root (window);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (added != NULL && (focus == NULL || !gtk_widget_get_mapped (focus) || is_covenant (added)))
    gtk_widget_activate_action_variant (window, "win.reveal-record", added);
}

static void
saved_cb (AdwDialog *dialog, const char *id, const char *table)
{
  g_object_set_data_full (G_OBJECT (dialog), "added",
                          g_variant_ref_sink (g_variant_new ("(ss)", table, id)),
                          (GDestroyNotify) g_variant_unref);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  const char *table, *reference, *id;
  AdwDialog *dialog;
  GType type;

  g_variant_get (parameter, "(&s&s&s)", &table, &reference, &id);
  type = samen_record_type_of_table (table);
  dialog = samen_record_dialog_new_add (self->store, type, or_null (reference), or_null (id));
  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb),
                    (gpointer) samen_record_class_of (type)->table);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (added_cb), self->window, 0);
  if (type == SAMEN_TYPE_MILESTONE)
    samen_reaching_watch (dialog, self->window, self->store, NULL);
  adw_dialog_present (dialog, self->window);
}

static void
change_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  g_autoptr (SamenRecord) record = find_target (self, parameter);
  AdwDialog *dialog;

  if (record == NULL)
    return;
  dialog = samen_record_dialog_new_change (self->store, record);
  if (SAMEN_IS_MILESTONE (record))
    samen_reaching_watch (dialog, self->window, self->store, SAMEN_MILESTONE (record));
  adw_dialog_present (dialog, self->window);
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  g_autoptr (SamenRecord) record = find_target (self, parameter);

  if (record != NULL)
    adw_dialog_present (samen_history_dialog_new (self->store, record), self->window);
}

/* Somebody, by id or else by name; a person is called as the record says now. Returns: whether there is one. */
static gboolean
find_somebody (Context *self, GVariant *parameter, char **id, char **name)
{
  g_autoptr (SamenPerson) person = NULL;

  g_variant_get (parameter, "(ss)", id, name);
  if (**id == '\0')
    {
      g_clear_pointer (id, g_free);
      return TRUE;
    }
  person = samen_store_get (self->store, SAMEN_TYPE_PERSON, *id);
  if (person != NULL)
    g_set_str (name, person->name);
  return person != NULL;
}

static void
person_data_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  if (find_somebody (self, parameter, &id, &name))
    adw_dialog_present (samen_person_data_dialog_new (self->store, id, name), self->window);
}

static void
person_found_cb (GtkWidget *window, const char *id, const char *name)
{
  gtk_widget_activate_action (window, "record.person-data", "(ss)", id != NULL ? id : "", name);
}

static void
find_person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  AdwDialog *dialog = samen_find_person_dialog_new (self->store);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (person_found_cb), self->window,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->window);
}

static void
files_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  g_autoptr (SamenRecord) record = find_target (self, parameter);

  if (record != NULL)
    adw_dialog_present (samen_attachments_dialog_new (self->store, record), self->window);
}

static void
erased_cb (GtkWidget *window, const char *report)
{
  samen_toast (window, report);
}

static void
erase_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  AdwDialog *dialog;

  if (!find_somebody (self, parameter, &id, &name))
    return;
  dialog = samen_erase_dialog_new (self->store, id, name);
  g_signal_connect_object (dialog, "erased", G_CALLBACK (erased_cb), self->window,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->window);
}

/* By its title or the beginning of its text; an empty article by what it is */
static char *
describe_deletion (Context *self, SamenRecord *record)
{
  g_autofree char *title = samen_wording_title (self->store, record);
  g_autofree char *kind = samen_wording_kind (G_OBJECT_TYPE (record));

  if (*title == '\0')
    return g_strdup_printf (_ ("Deleted: %s"), kind);
  /* Translators: %s is the title of what was deleted, such as that of a milestone */
  return g_strdup_printf (_ ("“%s” is deleted"), title);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  g_autoptr (SamenRecord) record = find_target (self, parameter);
  g_autoptr (SamenEdit) edit = NULL;
  g_autofree char *text = NULL;

  if (record == NULL)
    return;
  text = describe_deletion (self, record);
  edit = samen_edit_new (samen_record_words (G_OBJECT_TYPE (record))->remove);
  samen_edit_delete (edit, record);
  if (apply (self, edit))
    samen_toast_undo (self->window, text);
}

static char *
position_at (GListModel *list, int place, const SamenField *order)
{
  g_autoptr (SamenRecord) record = place >= 0 ? g_list_model_get_item (list, (guint) place) : NULL;
  g_autoptr (GVariant) value = record != NULL ? samen_field_get (order, record) : NULL;

  return value != NULL ? g_variant_dup_string (value, NULL) : NULL;
}

static int
place_of (GListModel *list, SamenRecord *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SamenRecord) other = g_list_model_get_item (list, i);

      if (other == record)
        return (int) i;
    }
  return -1;
}

static void
move (Context *self, SamenRecord *record, GListModel *list, int by)
{
  const SamenField *order = SAMEN_RECORD_GET_CLASS (record)->order;
  int from = place_of (list, record);
  int to = CLAMP (from + by, 0, (int) g_list_model_get_n_items (list) - 1);
  g_autoptr (SamenEdit) edit = samen_edit_new (samen_record_words (G_OBJECT_TYPE (record))->move);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *between = NULL;

  if (from < 0 || to == from || order == NULL || order->kind != SAMEN_KIND_POSITION)
    return;
  before = position_at (list, to < from ? to - 1 : to, order);
  after = position_at (list, to < from ? to : to + 1, order);
  between = samen_position_between (before, after);
  samen_edit_set (edit, record, order->name, samen_value (between));
  apply (self, edit);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *self = data;
  const char *table, *id;
  int by;
  g_autoptr (SamenRecord) record = NULL;
  g_autoptr (GListModel) siblings = NULL;

  g_variant_get (parameter, "(&s&si)", &table, &id, &by);
  record = find (self, table, id);
  if (record == NULL)
    return;
  siblings = samen_store_list_siblings (self->store, record);
  move (self, record, siblings, by);
}

GActionGroup *
samen_record_actions_new (GtkWidget *window, SamenStore *store)
{
  static const struct
  {
    const char *name;
    const char *type;
    void (*activate) (GSimpleAction *action, GVariant *parameter, gpointer data);
  } entries[] = {
    { "add", "(sss)", add_cb },
    { "change", "(ss)", change_cb },
    { "history", "(ss)", history_cb },
    { "delete", "(ss)", delete_cb },
    { "move", "(ssi)", move_cb },
    { "person-data", "(ss)", person_data_cb },
    { "erase", "(ss)", erase_cb },
    { "files", "(ss)", files_cb },
    { "find-person", NULL, find_person_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  Context *context = g_new0 (Context, 1);

  context->window = window;
  context->store = g_object_ref (store);
  g_object_set_data_full (G_OBJECT (group), "context", context, context_free);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (
          entries[i].name, entries[i].type != NULL ? G_VARIANT_TYPE (entries[i].type) : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (entries[i].activate), context);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return G_ACTION_GROUP (group);
}
