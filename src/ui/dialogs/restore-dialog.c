/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/date.h"
#include "dialogs/restore-dialog.h"
#include "store/backup-contents.h"
#include "widgets/dialog-title.h"
#include "widgets/plain-row.h"
#include "widgets/words.h"

struct _SamenRestoreDialog
{
  AdwDialog parent_instance;
  char *dossier;

  GtkStack *stack;
  GtkWidget *problem_group;
  AdwActionRow *problem_row;
  AdwPreferencesGroup *backup_group;
  GtkListBox *backup_list;
  AdwStatusPage *empty_page;
  GtkWidget *salvage_group;
  GtkWidget *salvage_button;
};

G_DEFINE_FINAL_TYPE (SamenRestoreDialog, samen_restore_dialog, ADW_TYPE_DIALOG)

static guint chosen_signal;
static guint salvage_signal;

/* A backup that is looked into, in a thread */
typedef struct
{
  SamenBackup *backup;
  char *dossier;
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  g_object_unref (self->backup);
  g_free (self->dossier);
  g_free (self);
}

/* Such as "25 November 2026, 09:30" */
static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;

  if (moment == NULL)
    return g_strdup ("");
  day = samen_date_format (samen_date_day (g_date_time_get_year (moment),
                                           g_date_time_get_month (moment),
                                           g_date_time_get_day_of_month (moment)),
                           NULL);
  hour = g_date_time_format (moment, "%H:%M");
  /* Translators: a moment: its date and its time, such as 25 November 2026, 09:30 */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, hour);
}

static const char *
describe_reason (SamenBackupReason reason)
{
  if (reason == SAMEN_BACKUP_UPDATE)
    return _ ("before an update of the app");
  if (reason == SAMEN_BACKUP_RESTORE)
    return _ ("before a backup was restored");
  return NULL;
}

static char *
describe_since (const SamenBackupContents *contents)
{
  if (contents->n_since < 0)
    return NULL;
  if (contents->n_since == 0)
    return g_strdup (_ ("nothing changed since"));
  return g_strdup_printf (
      ngettext ("%d change since", "%d changes since", (gulong) contents->n_since),
      contents->n_since);
}

static void
show_summary (AdwExpanderRow *row, SamenBackup *backup, const SamenBackupContents *contents)
{
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *since = describe_since (contents);
  g_autofree char *facts =
      samen_join_facts (since, describe_reason (backup->reason), size, SAMEN_END);

  adw_expander_row_set_subtitle (row, facts);
}

static void
restore_cb (GtkWidget *button)
{
  SamenRestoreDialog *self =
      SAMEN_RESTORE_DIALOG (gtk_widget_get_ancestor (button, SAMEN_TYPE_RESTORE_DIALOG));

  g_signal_emit (self, chosen_signal, 0, g_object_get_data (G_OBJECT (button), "backup"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
add_button (AdwExpanderRow *row, SamenBackup *backup)
{
  GtkWidget *button = adw_button_row_new ();
  g_autofree char *time = format_time (backup->time);
  g_autofree char *name = g_strdup_printf (_ ("Restore the Backup of %s"), time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("_Restore This Backup"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name, -1);
  gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data_full (G_OBJECT (button), "backup", g_object_ref (backup), g_object_unref);
  g_signal_connect (button, "activated", G_CALLBACK (restore_cb), NULL);
  adw_expander_row_add_row (row, button);
}

static void
show_contents (AdwExpanderRow *row, SamenBackup *backup, const SamenBackupContents *contents)
{
  g_autofree char *records = g_strdup_printf (
      ngettext ("%u record", "%u records", contents->n_records), contents->n_records);

  show_summary (row, backup, contents);
  adw_expander_row_add_row (
      row, samen_plain_row (*contents->name != '\0' ? contents->name : _ ("Dossier"), records));
  add_button (row, backup);
  for (guint i = 0; i < contents->since->len; i++)
    {
      const SamenBackupEdit *edit = g_ptr_array_index (contents->since, i);
      g_autofree char *time = format_time (edit->time);
      /* Translators: before what was changed after a backup was made */
      g_autofree char *facts =
          samen_join_facts (_ ("since changed"), edit->author, time, SAMEN_END);

      adw_expander_row_add_row (row, samen_plain_row (edit->label, facts));
    }
  if ((int) contents->since->len < contents->n_since)
    {
      int more = contents->n_since - (int) contents->since->len;
      g_autofree char *text = g_strdup_printf (
          ngettext ("and %d more change", "and %d more changes", (gulong) more), more);

      adw_expander_row_add_row (row, samen_plain_row (text, NULL));
    }
}

static void
looked_cb (GObject *row, GAsyncResult *result, gpointer unused)
{
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenBackupContents) contents = g_task_propagate_pointer (G_TASK (result), &error);

  if (contents != NULL)
    show_contents (ADW_EXPANDER_ROW (row), look->backup, contents);
  else
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), error->message);
}

static void
look_in_thread (GTask *task, gpointer row, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  SamenBackupContents *contents = samen_backup_look (look->backup, look->dossier, &error);

  if (contents != NULL)
    g_task_return_pointer (task, contents, (GDestroyNotify) samen_backup_contents_free);
  else
    g_task_return_error (task, error);
}

static void
add_backup (SamenRestoreDialog *self, SamenBackup *backup)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *time = format_time (backup->time);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autoptr (GTask) task = g_task_new (row, NULL, looked_cb, NULL);
  Look *look = g_new0 (Look, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), size);
  gtk_list_box_append (self->backup_list, row);
  look->backup = g_object_ref (backup);
  look->dossier = g_strdup (self->dossier);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
salvage_cb (SamenRestoreDialog *self)
{
  g_signal_emit (self, salvage_signal, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
samen_restore_dialog_finalize (GObject *object)
{
  g_free (SAMEN_RESTORE_DIALOG (object)->dossier);
  G_OBJECT_CLASS (samen_restore_dialog_parent_class)->finalize (object);
}

static void
samen_restore_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_RESTORE_DIALOG);
  G_OBJECT_CLASS (samen_restore_dialog_parent_class)->dispose (object);
}

static void
samen_restore_dialog_class_init (SamenRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_restore_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = samen_restore_dialog_finalize;
  chosen_signal = g_signal_new ("chosen", SAMEN_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, SAMEN_TYPE_BACKUP);
  salvage_signal = g_signal_new ("salvage", SAMEN_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, problem_row);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, backup_group);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, backup_list);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, salvage_group);
  gtk_widget_class_bind_template_child (widget_class, SamenRestoreDialog, salvage_button);
  gtk_widget_class_bind_template_callback (widget_class, salvage_cb);
}

static void
samen_restore_dialog_init (SamenRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SamenRestoreDialog *
samen_restore_dialog_new (const char *dossier, const char *problem)
{
  SamenRestoreDialog *self = g_object_new (SAMEN_TYPE_RESTORE_DIALOG, NULL);
  g_autoptr (GListModel) backups = samen_backup_list (dossier);
  guint n = g_list_model_get_n_items (backups);

  self->dossier = g_strdup (dossier);
  if (problem != NULL)
    {
      gtk_widget_set_visible (self->problem_group, TRUE);
      gtk_widget_set_visible (self->salvage_group, TRUE);
      gtk_widget_set_visible (self->salvage_button, TRUE);
      /* The newest is what to begin with */
      adw_preferences_group_set_title (self->backup_group, _ ("Backups"));
      adw_preferences_group_set_description (self->backup_group,
                                             _ ("Restore the newest one first. The damaged dossier "
                                                "is kept too, so nothing gets lost."));
      adw_action_row_set_subtitle (self->problem_row, problem);
      adw_status_page_set_title (self->empty_page, _ ("This Dossier Is Damaged"));
      adw_status_page_set_description (self->empty_page,
                                       _ ("There is no backup of it. The file stays as it is."));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);

      add_backup (self, backup);
    }
  if (problem != NULL && n > 0)
    adw_expander_row_set_expanded (
        ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (self->backup_list, 0)), TRUE);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "backups" : "empty");
  return self;
}
