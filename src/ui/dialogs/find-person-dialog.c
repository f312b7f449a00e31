/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/mention.h"
#include "dialogs/find-person-dialog.h"
#include "store/known-names.h"
#include "store/wording.h"
#include "widgets/words.h"

/* Who does not see the name among these types more of it */
#define MOST_ROWS 50

struct _SamenFindPersonDialog
{
  AdwDialog parent_instance;
  SamenStore *store;
  GPtrArray *known; /* SamenKnownName; NULL while they are looked for */
  GPtrArray *shown; /* those with a row, in the order of the rows */
  GCancellable *looking;

  GtkSearchEntry *entry;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkWidget *name_group;
  GtkListBox *name_list;
  AdwPreferencesGroup *more_group;
  GtkWidget *any_group;
  AdwPreferencesRow *any_row;
};

G_DEFINE_FINAL_TYPE (SamenFindPersonDialog, samen_find_person_dialog, ADW_TYPE_DIALOG)

static guint chosen_signal;

/* ---- the rows ---- */

/* Who it is, or where the name stands */
static char *
describe (SamenFindPersonDialog *self, const SamenKnownName *known)
{
  g_autoptr (SamenRecord) owner = NULL;
  SamenRecord *place = known->record;

  if (place == NULL)
    return g_strdup (_ ("In the history"));
  if (SAMEN_IS_PERSON (place))
    {
      SamenPerson *person = SAMEN_PERSON (place);
      g_autoptr (SamenOrganisation) organisation =
          samen_store_get (self->store, SAMEN_TYPE_ORGANISATION, person->organisation.id);

      return samen_join_facts (place->deleted ? _ ("Deleted") : NULL, person->function,
                               organisation != NULL ? organisation->name : NULL, SAMEN_END);
    }
  if (!SAMEN_IS_PARTY (place))
    owner = samen_store_get_owner (self->store, place);
  if (owner != NULL)
    place = owner;
  return samen_wording_record (self->store, G_OBJECT_TYPE (place), place->id);
}

static GtkWidget *
make_row (SamenFindPersonDialog *self, const SamenKnownName *known)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *detail = describe (self, known);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), known->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* How many names begin a word as was typed, of which the first have a row */
static guint
add_rows (SamenFindPersonDialog *self, const char *typed)
{
  guint n = 0;

  for (guint i = 0; i < self->known->len; i++)
    {
      SamenKnownName *known = g_ptr_array_index (self->known, i);

      if ((*typed != '\0' && !g_str_match_string (typed, known->name, TRUE)) || ++n > MOST_ROWS)
        continue;
      g_ptr_array_add (self->shown, known);
      gtk_list_box_append (self->name_list, make_row (self, known));
    }
  return n;
}

static void
show_names_cb (SamenFindPersonDialog *self)
{
  g_autofree char *typed =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  /* Translators: %s is what somebody typed */
  g_autofree char *any = g_strdup_printf (_ ("Look for “%s” Everywhere"), typed);
  g_autofree char *more = NULL;
  guint n;

  if (self->known == NULL)
    return;
  gtk_list_box_remove_all (self->name_list);
  g_ptr_array_set_size (self->shown, 0);
  n = add_rows (self, typed);
  more = g_strdup_printf (ngettext ("and %u more name: type more of it",
                                    "and %u more names: type more of the one you look for",
                                    n - self->shown->len),
                          n - self->shown->len);
  gtk_widget_set_visible (self->name_group, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), n > self->shown->len);
  adw_preferences_group_set_description (self->more_group, more);
  gtk_widget_set_visible (self->any_group, samen_mentions_is_name (typed));
  adw_preferences_row_set_title (self->any_row, any);
}

/* ---- who it is ---- */

static void
choose (SamenFindPersonDialog *self, const char *person, const char *name)
{
  g_autoptr (SamenFindPersonDialog) kept = g_object_ref (self);
  g_autofree char *id = g_strdup (person);
  g_autofree char *called = g_strdup (name);

  /* First, for it gives the focus back to where that was */
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, chosen_signal, 0, id, called);
}

static void
choose_known (SamenFindPersonDialog *self, const SamenKnownName *known)
{
  gboolean listed = SAMEN_IS_PERSON (known->record) && !known->record->deleted;

  choose (self, listed ? known->record->id : NULL, known->name);
}

/* What was typed is who is called that, if it is but one of the people, else any who goes by it */
static void
choose_typed (SamenFindPersonDialog *self)
{
  g_autofree char *typed =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_auto (GStrv) people = samen_people_called (self->store, typed);

  if (g_strv_length (people) > 1)
    gtk_widget_child_focus (GTK_WIDGET (self->name_list), GTK_DIR_TAB_FORWARD);
  else if (samen_mentions_is_name (typed))
    choose (self, people[0], typed);
}

static void
entry_activated_cb (SamenFindPersonDialog *self)
{
  if (self->known == NULL)
    return;
  /* What was typed last may not have been looked for yet */
  show_names_cb (self);
  if (self->shown->len == 1)
    choose_known (self, g_ptr_array_index (self->shown, 0));
  else
    choose_typed (self);
}

static void
row_activated_cb (SamenFindPersonDialog *self, GtkListBoxRow *row)
{
  choose_known (self, g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (row)));
}

static void
any_activated_cb (SamenFindPersonDialog *self)
{
  choose_typed (self);
}

static void
stopped_cb (SamenFindPersonDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* From the entry into the list */
static gboolean
entry_key_cb (SamenFindPersonDialog *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* ---- which names there are ---- */

static void
find_in_thread (GTask *task, gpointer dialog, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (path, &error);
  GPtrArray *known = store != NULL ? samen_known_names (store, &error) : NULL;

  if (known != NULL)
    g_task_return_pointer (task, known, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer unused)
{
  SamenFindPersonDialog *self = SAMEN_FIND_PERSON_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = g_task_propagate_pointer (G_TASK (result), &error);

  /* The dialog is closed by now */
  if (self->store == NULL)
    return;
  if (known == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  self->known = g_steal_pointer (&known);
  show_names_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "names");
}

static void
samen_find_person_dialog_dispose (GObject *object)
{
  SamenFindPersonDialog *self = SAMEN_FIND_PERSON_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_FIND_PERSON_DIALOG);
  G_OBJECT_CLASS (samen_find_person_dialog_parent_class)->dispose (object);
}

static void
samen_find_person_dialog_class_init (SamenFindPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_find_person_dialog_dispose;
  chosen_signal = g_signal_new ("chosen", SAMEN_TYPE_FIND_PERSON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/find-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, name_group);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, name_list);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, more_group);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, any_group);
  gtk_widget_class_bind_template_child (widget_class, SamenFindPersonDialog, any_row);
  gtk_widget_class_bind_template_callback (widget_class, show_names_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
samen_find_person_dialog_init (SamenFindPersonDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

AdwDialog *
samen_find_person_dialog_new (SamenStore *store)
{
  SamenFindPersonDialog *self = g_object_new (SAMEN_TYPE_FIND_PERSON_DIALOG, NULL);
  g_autoptr (GTask) task = NULL;

  self->store = g_object_ref (store);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, found_cb, NULL);
  g_task_set_task_data (task, g_strdup (samen_store_get_path (store)), g_free);
  g_task_run_in_thread (task, find_in_thread);
  return ADW_DIALOG (self);
}
