/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/attachment-row.h"
#include "dialogs/attachments-dialog.h"
#include "dialogs/open-file.h"
#include "dialogs/record-dialog.h"
#include "store/file.h"
#include "store/wording.h"
#include "widgets/file-drop.h"
#include "widgets/save-path.h"
#include "widgets/toast.h"

struct _SamenAttachmentsDialog
{
  AdwDialog parent_instance;
  SamenStore *store;
  SamenRecord *record;
  GListModel *files;
  GQueue waiting;        /* GFile, to be read after the one that is */
  GCancellable *reading; /* NULL while none is */
  GCancellable *writing; /* ends with the dialog */

  AdwWindowTitle *title;
  AdwBanner *banner;
  GtkStack *stack;
  GtkWidget *toasts;
  GtkWidget *add_button;
  GtkWidget *reading_group;
  AdwPreferencesRow *reading_row;
  GtkWidget *file_group;
  GtkListBox *file_list;
};

G_DEFINE_FINAL_TYPE (SamenAttachmentsDialog, samen_attachments_dialog, ADW_TYPE_DIALOG)

/* A file on its way in or out, with the dossier opened for it */
typedef struct
{
  char *dossier;
  GFile *file;
  char *hash; /* of what goes out */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->dossier);
  g_object_unref (self->file);
  g_free (self->hash);
  g_free (self);
}

static GTask *
task_new (SamenAttachmentsDialog *self,
          GFile *file,
          const char *hash,
          GCancellable *cancellable,
          GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->dossier = g_strdup (samen_store_get_path (self->store));
  job->file = g_object_ref (file);
  job->hash = g_strdup (hash);
  g_task_set_task_data (task, job, job_free);
  return task;
}

static void
update (SamenAttachmentsDialog *self)
{
  guint n = g_list_model_get_n_items (self->files);

  gtk_widget_set_visible (self->reading_group, self->reading != NULL);
  gtk_widget_set_visible (self->file_group, n > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    n > 0 || self->reading != NULL ? "files" : "empty");
}

static void
show_message (SamenAttachmentsDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What an earlier toast says is about another edit, and so is its button */
static void
tell_undo (SamenAttachmentsDialog *self, const char *text)
{
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (self->toasts));
  samen_toast_undo (self->toasts, text);
}

static void
banner_closed_cb (SamenAttachmentsDialog *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
}

/* ---- in ---- */

static void
add_file (SamenAttachmentsDialog *self, const SamenFile *file)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (NC_ ("edit", "Add Attachment"));
  g_autofree char *position =
      samen_store_append_position (self->store, SAMEN_TYPE_ATTACHMENT, "record", self->record->id);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is kept in the dossier"), file->name);
  g_autoptr (GError) error = NULL;

  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value (file->name), "record",
                  samen_value (self->record->id), "media_type", samen_value (file->media_type),
                  "content", samen_value (file->hash), "position", samen_value (position), NULL);
  if (samen_store_apply (self->store, edit, &error))
    tell_undo (self, text);
  else
    show_message (self, error->message);
}

static void
take_in_thread (GTask *task, gpointer dialog, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const SamenProgress progress = { cancellable, NULL, NULL };
  GError *error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (job->dossier, &error);
  SamenFile *taken =
      store != NULL ? samen_store_take_file (store, job->file, &progress, &error) : NULL;

  if (taken != NULL)
    g_task_return_pointer (task, taken, (GDestroyNotify) samen_file_free);
  else
    g_task_return_error (task, error);
}

static void read_next (SamenAttachmentsDialog *self);

static void
taken_cb (GObject *object, GAsyncResult *result, gpointer unused)
{
  SamenAttachmentsDialog *self = SAMEN_ATTACHMENTS_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenFile) taken = g_task_propagate_pointer (G_TASK (result), &error);

  /* The dialog is closed by now */
  if (self->store == NULL)
    return;
  g_clear_object (&self->reading);
  if (taken != NULL)
    add_file (self, taken);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_message (self, error->message);
  read_next (self);
  update (self);
}

static void
read_next (SamenAttachmentsDialog *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->waiting);
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    return;
  name = g_file_get_basename (file);
  adw_preferences_row_set_title (self->reading_row, name);
  self->reading = g_cancellable_new ();
  task = task_new (self, file, NULL, self->reading, taken_cb);
  g_task_run_in_thread (task, take_in_thread);
}

void
samen_attachments_dialog_take (SamenAttachmentsDialog *self, GFile *file)
{
  g_queue_push_tail (&self->waiting, g_object_ref (file));
  adw_banner_set_revealed (self->banner, FALSE);
  if (self->reading == NULL)
    read_next (self);
  update (self);
}

static void
stop_cb (SamenAttachmentsDialog *self)
{
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_cancellable_cancel (self->reading);
  gtk_widget_grab_focus (self->add_button);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenAttachmentsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (self->store == NULL)
    return;
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      samen_attachments_dialog_take (self, file);
    }
  if (files == NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_message (self, error->message);
}

static void
add_cb (GSimpleAction *action, GVariant *unused, gpointer data)
{
  SamenAttachmentsDialog *self = data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Add Files"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 chosen_cb, g_object_ref (self));
}

static void
dropped_cb (gpointer dialog, GSList *files)
{
  for (GSList *each = files; each != NULL; each = each->next)
    samen_attachments_dialog_take (dialog, each->data);
}

/* ---- out ---- */

static SamenAttachment *
find (SamenAttachmentsDialog *self, GVariant *id)
{
  return samen_store_get (self->store, SAMEN_TYPE_ATTACHMENT, g_variant_get_string (id, NULL));
}

static void
open_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  SamenAttachmentsDialog *self = data;
  g_autoptr (SamenAttachment) attachment = find (self, id);

  if (attachment != NULL)
    samen_open_file (self->toasts, self->store, attachment);
}

static void
write_in_thread (GTask *task, gpointer dialog, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const SamenProgress progress = { cancellable, NULL, NULL };
  GError *error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (job->dossier, &error);

  if (store != NULL && samen_store_write_file (store, job->hash, job->file, &progress, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer unused)
{
  SamenAttachmentsDialog *self = SAMEN_ATTACHMENTS_DIALOG (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is ready"), name);
  g_autoptr (GError) error = NULL;
  gboolean success = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->store == NULL)
    return;
  if (success)
    samen_toast (self->toasts, text);
  else
    show_message (self, error->message);
}

static void
place_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenAttachmentsDialog) self = data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->store == NULL)
    return;
  file = samen_save_file_finish (self->toasts, dialog, result);
  if (file == NULL)
    return;
  task = task_new (self, file, g_object_get_data (dialog, "hash"), self->writing, written_cb);
  g_task_run_in_thread (task, write_in_thread);
}

static void
save_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  SamenAttachmentsDialog *self = data;
  g_autoptr (SamenAttachment) attachment = find (self, id);
  g_autoptr (GtkFileDialog) dialog = NULL;

  if (attachment == NULL)
    return;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_initial_name (dialog, attachment->name);
  g_object_set_data_full (G_OBJECT (dialog), "hash", g_strdup (attachment->content.hash), g_free);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        place_chosen_cb, g_object_ref (self));
}

static void
describe_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  SamenAttachmentsDialog *self = data;
  g_autoptr (SamenAttachment) attachment = find (self, id);

  if (attachment != NULL)
    adw_dialog_present (samen_record_dialog_new_change (self->store, SAMEN_RECORD (attachment)),
                        GTK_WIDGET (self));
}

static void
remove_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  SamenAttachmentsDialog *self = data;
  g_autoptr (SamenAttachment) attachment = find (self, id);
  g_autoptr (SamenEdit) edit = samen_edit_new (NC_ ("edit", "Delete Attachment"));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (attachment == NULL)
    return;
  /* Translators: %s is the title of what was deleted, such as that of a milestone */
  text = g_strdup_printf (_ ("“%s” is deleted"), attachment->name);
  samen_edit_delete (edit, SAMEN_RECORD (attachment));
  /* Its row is about to go, and the focus with it */
  gtk_widget_grab_focus (self->add_button);
  if (samen_store_apply (self->store, edit, &error))
    tell_undo (self, text);
  else
    show_message (self, error->message);
}

/* ---- the dialog ---- */

static GtkWidget *
make_row (gpointer attachment, gpointer dialog)
{
  return samen_attachment_row_new (SAMEN_ATTACHMENTS_DIALOG (dialog)->store, attachment);
}

static void
samen_attachments_dialog_dispose (GObject *object)
{
  SamenAttachmentsDialog *self = SAMEN_ATTACHMENTS_DIALOG (object);

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  if (self->file_list != NULL)
    gtk_list_box_bind_model (self->file_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->files);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_ATTACHMENTS_DIALOG);
  G_OBJECT_CLASS (samen_attachments_dialog_parent_class)->dispose (object);
}

static void
samen_attachments_dialog_class_init (SamenAttachmentsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_attachments_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/attachments-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, reading_group);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, reading_row);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, file_group);
  gtk_widget_class_bind_template_child (widget_class, SamenAttachmentsDialog, file_list);
  gtk_widget_class_bind_template_callback (widget_class, banner_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
samen_attachments_dialog_init (SamenAttachmentsDialog *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_cb },
    { .name = "open", .parameter_type = "s", .activate = open_cb },
    { .name = "save", .parameter_type = "s", .activate = save_cb },
    { .name = "describe", .parameter_type = "s", .activate = describe_cb },
    { .name = "remove", .parameter_type = "s", .activate = remove_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->writing = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "file", G_ACTION_GROUP (actions));
  samen_accept_files (self, dropped_cb, self);
}

AdwDialog *
samen_attachments_dialog_new (SamenStore *store, SamenRecord *record)
{
  SamenAttachmentsDialog *self = g_object_new (SAMEN_TYPE_ATTACHMENTS_DIALOG, NULL);
  g_autofree char *name = samen_wording_record (store, G_OBJECT_TYPE (record), record->id);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->files = samen_store_list (store, SAMEN_TYPE_ATTACHMENT, "record", record->id);
  adw_window_title_set_subtitle (self->title, name);
  gtk_list_box_bind_model (self->file_list, self->files, make_row, self, NULL);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
