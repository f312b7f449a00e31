/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dialogs/export-pdf.h"
#include "dialogs/person-data-dialog.h"
#include "dialogs/person-traces.h"
#include "document/pdf.h"
#include "document/person-data.h"
#include "widgets/long-names.h"
#include "widgets/plain-row.h"
#include "widgets/save-path.h"
#include "widgets/toast.h"

struct _SamenPersonDataDialog
{
  AdwDialog parent_instance;
  SamenStore *store;
  char *person; /* NULL for whoever goes by the name */
  char *name;
  SamenPersonTraces *found; /* NULL while they are looked for */
  GCancellable *looking;

  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkWidget *save_button;
  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *role_group;
  AdwPreferencesGroup *text_group;
  AdwPreferencesGroup *file_group;
  AdwPreferencesGroup *log_group;
};

G_DEFINE_FINAL_TYPE (SamenPersonDataDialog, samen_person_data_dialog, ADW_TYPE_DIALOG)

static void
add_row (gpointer group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
}

/* All that is filled in of a record that is the person, and what that was called before */
static void
show_record (SamenPersonDataDialog *self, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (klass->fields[i].kind != SAMEN_KIND_TEXT || &klass->fields[i] == klass->title)
        continue;
      text = samen_record_format (record, klass->fields[i].name, NULL);
      if (*text != '\0')
        add_row (self->own_group, samen_plain_row (_ (klass->fields[i].label), text));
    }
}

static void
show_own (SamenPersonDataDialog *self)
{
  const SamenTraces *traces = self->found->traces;

  samen_group_set_name (self->own_group, self->name);
  for (guint i = 0; i < traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (traces->places, i);

      if (trace->kind == SAMEN_TRACE_OWN)
        show_record (self, trace->record);
    }
  for (guint i = 1; traces->names[0] != NULL && traces->names[i] != NULL; i++)
    add_row (self->own_group, samen_plain_row (_ ("Called before"), traces->names[i]));
}

static void
show_kind (SamenPersonDataDialog *self, SamenTraceKind kind, AdwPreferencesGroup *group)
{
  guint n = samen_person_traces_show (self->found, self->store, kind, add_row, group);

  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

static void
show_log (SamenPersonDataDialog *self)
{
  guint n_past = self->found->traces->past->len, n_edits = self->found->traces->edits->len;
  guint n_backups = self->found->backups->len;
  g_autofree char *past =
      g_strdup_printf (ngettext ("%u change says something about this person",
                                 "%u changes say something about this person", n_past),
                       n_past);
  g_autofree char *edits =
      g_strdup_printf (ngettext ("%u change was made by this person",
                                 "%u changes were made by this person", n_edits),
                       n_edits);
  g_autofree char *backups = g_strdup_printf (
      ngettext ("%u backup holds this person too", "%u backups hold this person too", n_backups),
      n_backups);

  if (n_past > 0)
    add_row (self->log_group, samen_plain_row (past, NULL));
  if (n_edits > 0)
    add_row (self->log_group, samen_plain_row (edits, NULL));
  if (n_backups > 0)
    add_row (self->log_group, samen_plain_row (backups, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->log_group), n_past + n_edits + n_backups > 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenPersonDataDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenPersonTraces) found = samen_person_traces_find_finish (result, &error);

  /* The dialog is closed by now */
  if (self->store == NULL)
    return;
  if (found == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  if (!samen_person_traces_are_any (found))
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  self->found = g_steal_pointer (&found);
  show_own (self);
  show_kind (self, SAMEN_TRACE_ROLE, self->role_group);
  show_kind (self, SAMEN_TRACE_TEXT, self->text_group);
  show_kind (self, SAMEN_TRACE_FILE, self->file_group);
  show_log (self);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "found");
}

static SamenDocument *
make_document (SamenStore *store, const char *id, const char *const *names)
{
  g_autoptr (SamenTraces) traces = samen_traces_find (store, id, names, NULL);

  return traces != NULL ? samen_person_document_new (store, traces) : NULL;
}

static SamenDocument *
make_document_of_person (SamenStore *store, const char *id)
{
  g_auto (GStrv) names = samen_traces_names (store, id);

  return make_document (store, id, (const char *const *) names);
}

static SamenDocument *
make_document_of_name (SamenStore *store, const char *name)
{
  return make_document (store, NULL, (const char *const[]) { name, NULL });
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *unused, gpointer dialog)
{
  SamenPersonDataDialog *self = dialog;
  g_autofree char *title = g_strdup_printf (_ ("What is kept about %s"), self->name);

  samen_export_pdf (GTK_WIDGET (self->stack), self->store, title,
                    self->person != NULL ? make_document_of_person : make_document_of_name,
                    self->person != NULL ? self->person : self->name);
}

static void
saved_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenPersonDataDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *text = g_strdup_printf (_ ("“%s” is ready"), name);

  g_file_replace_contents_finish (G_FILE (file), result, NULL, &error);
  if (self->store != NULL)
    samen_toast (GTK_WIDGET (self->stack), error != NULL ? error->message : text);
}

static void
json_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenPersonDataDialog) self = data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->store == NULL)
    return;
  file = samen_save_file_finish (GTK_WIDGET (self->stack), dialog, result);
  if (file == NULL)
    return;
  bytes = g_bytes_new (self->found->json, strlen (self->found->json));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       saved_cb, g_object_ref (self));
}

static void
save_json_cb (GSimpleAction *action, GVariant *unused, gpointer data)
{
  SamenPersonDataDialog *self = data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *title = g_strdup_printf (_ ("What is kept about %s"), self->name);
  g_autofree char *pdf = samen_pdf_file_name (title);
  g_autofree char *stem = g_strndup (pdf, strlen (pdf) - strlen (".pdf"));
  g_autofree char *name = g_strconcat (stem, ".json", NULL);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        json_chosen_cb, g_object_ref (self));
}

static void
erase_cb (SamenPersonDataDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GVariant) who = g_variant_ref_sink (
      g_variant_new ("(ss)", self->person != NULL ? self->person : "", self->name));

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (window, "record.erase", who);
}

static void
samen_person_data_dialog_dispose (GObject *object)
{
  SamenPersonDataDialog *self = SAMEN_PERSON_DATA_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->store);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->found, samen_person_traces_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_PERSON_DATA_DIALOG);
  G_OBJECT_CLASS (samen_person_data_dialog_parent_class)->dispose (object);
}

static void
samen_person_data_dialog_class_init (SamenPersonDataDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_person_data_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/person-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, own_group);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, role_group);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, file_group);
  gtk_widget_class_bind_template_child (widget_class, SamenPersonDataDialog, log_group);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
samen_person_data_dialog_init (SamenPersonDataDialog *self)
{
  static const GActionEntry entries[] = {
    { .name = "save-pdf", .activate = save_pdf_cb },
    { .name = "save-json", .activate = save_json_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "kept", G_ACTION_GROUP (actions));
}

AdwDialog *
samen_person_data_dialog_new (SamenStore *store, const char *person, const char *name)
{
  SamenPersonDataDialog *self = g_object_new (SAMEN_TYPE_PERSON_DATA_DIALOG, NULL);
  const char *const names[] = { name, NULL };

  self->store = g_object_ref (store);
  self->person = g_strdup (person);
  self->name = g_strdup (name);
  self->looking = g_cancellable_new ();
  samen_person_traces_find (store, person, person == NULL ? names : NULL, self->looking, found_cb,
                            g_object_ref (self));
  return ADW_DIALOG (self);
}
