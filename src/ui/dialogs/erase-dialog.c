/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dialogs/erase-dialog.h"
#include "dialogs/erase-person.h"
#include "dialogs/person-traces.h"
#include "record/attachment.h"
#include "store/backup-traces.h"
#include "widgets/dialog-title.h"
#include "widgets/long-names.h"
#include "widgets/plain-row.h"
#include "widgets/words.h"

struct _SamenEraseDialog
{
  AdwDialog parent_instance;
  SamenStore *store;
  char *person; /* NULL for whoever goes by the name */
  char *name;
  SamenPersonTraces *found; /* NULL while they are looked for */
  GPtrArray *names;         /* AdwSwitchRow of each earlier name */
  GPtrArray *rows;          /* that what was found added */
  GCancellable *working;

  GtkStack *stack;
  AdwBanner *banner;
  AdwStatusPage *busy_page;
  GtkWidget *cancel_button;
  GtkWidget *erase_button;
  AdwPreferencesGroup *intro_group;
  AdwPreferencesGroup *gone_group;
  AdwPreferencesGroup *kept_group;
  AdwPreferencesGroup *name_group;
  GtkWidget *text_group;
  AdwSwitchRow *text_row;
  AdwExpanderRow *text_list;
  GtkWidget *file_group;
  AdwSwitchRow *file_row;
  AdwExpanderRow *file_list;
  GtkWidget *backup_group;
  AdwSwitchRow *backup_row;
  AdwExpanderRow *backup_list;
};

G_DEFINE_FINAL_TYPE (SamenEraseDialog, samen_erase_dialog, ADW_TYPE_DIALOG)

static guint erased_signal;

static void look (SamenEraseDialog *self);

/* ---- what was found ---- */

static void
add_row (SamenEraseDialog *self, gpointer where, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (where))
    adw_expander_row_add_row (where, row);
  else
    adw_preferences_group_add (where, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "where", where);
}

static void
forget_rows (SamenEraseDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gpointer where = g_object_get_data (G_OBJECT (row), "where");

      if (ADW_IS_EXPANDER_ROW (where))
        adw_expander_row_remove (where, row);
      else
        adw_preferences_group_remove (where, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* Where rows of what was found go */
typedef struct
{
  SamenEraseDialog *self;
  gpointer where;
} Target;

static void
add_to_target (gpointer data, GtkWidget *row)
{
  const Target *target = data;

  add_row (target->self, target->where, row);
}

static guint
add_places (SamenEraseDialog *self, SamenTraceKind kind, gpointer where)
{
  Target target = { self, where };

  return samen_person_traces_show (self->found, self->store, kind, add_to_target, &target);
}

static void
add_line (SamenEraseDialog *self, gpointer where, const char *title, const char *subtitle)
{
  add_row (self, where, samen_plain_row (title, subtitle));
}

static void
show_gone (SamenEraseDialog *self)
{
  const SamenTraces *traces = self->found->traces;
  guint n_past = traces->past->len;
  g_autofree char *past = g_strdup_printf (
      ngettext ("%u change in the history says something about this person",
                "%u changes in the history say something about this person", n_past),
      n_past);

  if (samen_traces_count (traces, SAMEN_TRACE_OWN) > 0)
    add_line (self, self->gone_group, _ ("Everything in the record of this person"), NULL);
  add_places (self, SAMEN_TRACE_ROLE, self->gone_group);
  if (n_past > 0)
    add_line (self, self->gone_group, past, _ ("What they say of this person goes."));
  gtk_widget_set_visible (GTK_WIDGET (self->gone_group), traces->places->len + n_past > 0);
}

static void
show_kept (SamenEraseDialog *self)
{
  const SamenTraces *traces = self->found->traces;
  const char *word = samen_erased_word (self->store);
  guint n_edits = traces->edits->len;
  g_autofree char *edits = g_strdup_printf (
      ngettext ("%u change that this person made", "%u changes that this person made", n_edits),
      n_edits);
  /* Translators: %s is the word that comes in the place of the name, such as "erased" */
  g_autofree char *under = g_strdup_printf (_ ("Under “%s”, with the day."), word);

  gtk_widget_set_visible (GTK_WIDGET (self->kept_group), TRUE);
  add_line (self, self->kept_group, _ ("That a party signed or was represented"), under);
  if (n_edits > 0)
    add_line (self, self->kept_group, edits, under);
}

/* A choice that goes with places of some kind */
static void
show_places (SamenEraseDialog *self, SamenTraceKind kind, GtkWidget *group, AdwExpanderRow *list)
{
  guint n = add_places (self, kind, list);
  g_autofree char *text = g_strdup_printf (ngettext ("%u place", "%u places", n), n);

  gtk_widget_set_visible (group, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  adw_expander_row_set_subtitle (list, text);
}

static void
show_texts (SamenEraseDialog *self)
{
  show_places (self, SAMEN_TRACE_TEXT, self->text_group, self->text_list);
  /* What texts once said is in the history, and what is being written in neither */
  if (self->found->traces->past->len > 0 || self->found->traces->in_draft)
    gtk_widget_set_visible (self->text_group, TRUE);
  if (!self->found->traces->in_draft)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->text_list), TRUE);
  add_line (self, self->text_list, _ ("A text that is being written"), NULL);
}

/* Where there are any, those that nobody can search are spoken of too */
static void
show_files (SamenEraseDialog *self)
{
  show_places (self, SAMEN_TRACE_FILE, self->file_group, self->file_list);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), gtk_widget_get_visible (self->file_group));
  if (samen_store_count (self->store, SAMEN_TYPE_ATTACHMENT) > 0)
    gtk_widget_set_visible (self->file_group, TRUE);
}

static GtkWidget *
make_backup_row (const SamenBackupTrace *backup)
{
  g_autofree char *time = samen_moment_format (backup->time, NULL);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *day = samen_date_format (backup->gone, NULL);
  g_autofree char *gone =
      samen_date_is_set (backup->gone)
          /* Translators: %s is a date */
          ? g_strdup_printf (_ ("gone on %s if the dossier is used every day, else later"), day)
          : g_strdup (_ ("a damaged dossier that was kept; it stays until you delete it"));
  g_autofree char *facts = samen_join_facts (gone, size, SAMEN_END);

  return samen_plain_row (time, facts);
}

static void
show_backups (SamenEraseDialog *self)
{
  GPtrArray *backups = self->found->backups;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u backup holds this person", "%u backups hold this person", backups->len),
      backups->len);

  gtk_widget_set_visible (self->backup_group, backups->len > 0);
  adw_expander_row_set_subtitle (self->backup_list, text);
  for (guint i = 0; i < backups->len; i++)
    add_row (self, self->backup_list, make_backup_row (g_ptr_array_index (backups, i)));
}

/* Once: which names are looked for is chosen by these rows */
static void
show_names (SamenEraseDialog *self)
{
  const char *const *names = (const char *const *) self->found->traces->names;

  for (guint i = 1; names[0] != NULL && names[i] != NULL; i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), names[i]);
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
      g_signal_connect_swapped (row, "notify::active", G_CALLBACK (look), self);
      adw_preferences_group_add (self->name_group, row);
      g_ptr_array_add (self->names, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->name_group), self->names->len > 0);
  /* A first name alone may be anybody’s */
  adw_switch_row_set_active (self->text_row, names[0] != NULL && strchr (names[0], ' ') != NULL);
}

static void
show_found (SamenEraseDialog *self)
{
  samen_group_set_name (self->intro_group, self->name);
  show_gone (self);
  show_kept (self);
  show_texts (self);
  show_files (self);
  show_backups (self);
  gtk_widget_set_sensitive (self->erase_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "ready");
}

static void
fail (SamenEraseDialog *self, const char *message)
{
  adw_banner_set_title (self->banner, message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenEraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenPersonTraces) found = samen_person_traces_find_finish (result, &error);
  gboolean first;

  /* Others are looked for by now, or the dialog is closed */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      fail (self, error->message);
      return;
    }
  first = self->found == NULL;
  forget_rows (self);
  g_clear_pointer (&self->found, samen_person_traces_free);
  self->found = g_steal_pointer (&found);
  if (first)
    show_names (self);
  show_found (self);
}

/* The names that are chosen; NULL as long as it is not known which the person had */
static GStrv
chosen_names (SamenEraseDialog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (self->person != NULL && self->found == NULL)
    return NULL;
  g_strv_builder_add (names, self->name);
  for (guint i = 0; i < self->names->len; i++)
    {
      AdwSwitchRow *row = g_ptr_array_index (self->names, i);

      if (adw_switch_row_get_active (row))
        g_strv_builder_add (names, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  return g_strv_builder_end (names);
}

static void
look (SamenEraseDialog *self)
{
  g_auto (GStrv) names = chosen_names (self);

  g_cancellable_cancel (self->working);
  g_set_object (&self->working, NULL);
  self->working = g_cancellable_new ();
  gtk_widget_set_sensitive (self->erase_button, FALSE);
  samen_person_traces_find (self->store, self->person, (const char *const *) names, self->working,
                            found_cb, g_object_ref (self));
}

/* ---- what is done ---- */

static void
erased_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenEraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  if (samen_erase_person_finish (result, &report, &error))
    {
      g_signal_emit (self, erased_signal, 0, report);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  gtk_widget_set_sensitive (self->erase_button, TRUE);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error->message);
}

static void
erase_cb (SamenEraseDialog *self)
{
  g_auto (GStrv) names = chosen_names (self);
  const SamenErasure erasure = {
    self->person,
    (const char *const *) names,
    adw_switch_row_get_active (self->text_row),
    gtk_widget_get_visible (GTK_WIDGET (self->file_row)) &&
        adw_switch_row_get_active (self->file_row),
  };

  adw_banner_set_revealed (self->banner, FALSE);
  adw_status_page_set_title (self->busy_page, _ ("Erasing…"));
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_set_sensitive (self->erase_button, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  samen_erase_person (self->store, &erasure,
                      adw_switch_row_get_active (self->backup_row) ? self->found->backups : NULL,
                      self->working, erased_cb, g_object_ref (self));
}

/* Ends what is going on, as far as that can still be ended; else closes */
static void
cancel_cb (SamenEraseDialog *self)
{
  if (adw_dialog_get_can_close (ADW_DIALOG (self)))
    adw_dialog_close (ADW_DIALOG (self));
  else
    g_cancellable_cancel (self->working);
}

static void
samen_erase_dialog_dispose (GObject *object)
{
  SamenEraseDialog *self = SAMEN_ERASE_DIALOG (object);

  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->store);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->found, samen_person_traces_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_ERASE_DIALOG);
  G_OBJECT_CLASS (samen_erase_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, erase_button);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, intro_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, gone_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, kept_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, name_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, text_list);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, file_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, file_list);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, backup_group);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, backup_row);
  gtk_widget_class_bind_template_child (widget_class, SamenEraseDialog, backup_list);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
samen_erase_dialog_class_init (SamenEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_erase_dialog_dispose;
  erased_signal = g_signal_new ("erased", SAMEN_TYPE_ERASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/erase-dialog.ui");
  bind_template (widget_class);
}

static void
samen_erase_dialog_init (SamenEraseDialog *self)
{
  self->names = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
samen_erase_dialog_new (SamenStore *store, const char *person, const char *name)
{
  SamenEraseDialog *self = g_object_new (SAMEN_TYPE_ERASE_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->person = g_strdup (person);
  self->name = g_strdup (name);
  look (self);
  return ADW_DIALOG (self);
}
