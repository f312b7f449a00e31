/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/photo-group.h"
#include "document/success-book.h"
#include "picture/picture.h"
#include "widgets/file-drop.h"
#include "widgets/photo-view.h"

struct _SamenPhotoGroup
{
  AdwPreferencesGroup parent_instance;
  SamenStore *store;
  SamenAttachment *kept; /* in the dossier, or NULL */
  GBytes *taken;         /* chosen here, to be kept, or NULL */
  char *name;            /* of the file it was taken from */
  gboolean removed;
  GCancellable *reading;

  GtkWidget *view_row;
  SamenPhotoView *view;
  GtkEditable *description_row;
  AdwPreferencesRow *choose_row;
  GtkWidget *remove_row;
  GtkWidget *message_row;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (SamenPhotoGroup, samen_photo_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_BUSY = 1,
};

static gboolean
has_photo (SamenPhotoGroup *self)
{
  return self->taken != NULL || (self->kept != NULL && !self->removed);
}

static void
update (SamenPhotoGroup *self)
{
  gboolean photo = has_photo (self);

  gtk_widget_set_visible (self->view_row, photo || self->reading != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->description_row), photo);
  gtk_widget_set_visible (self->remove_row, photo);
  adw_preferences_row_set_title (self->choose_row,
                                 photo ? _ ("Choose Another _Photo…") : _ ("Choose a _Photo…"));
  g_object_notify (G_OBJECT (self), "busy");
}

static void
show_photo (SamenPhotoGroup *self)
{
  g_autoptr (GBytes) kept = NULL;
  const char *text = gtk_editable_get_text (self->description_row);

  if (self->taken == NULL && has_photo (self))
    kept = samen_store_load_bytes (self->store, self->kept->content.hash, NULL);
  samen_photo_view_set (self->view, self->taken != NULL ? self->taken : kept,
                        *text != '\0' ? text : _ ("Photo"));
  update (self);
}

static void
show_message (SamenPhotoGroup *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (self->message_row, text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = samen_picture_read_file (file, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer unused)
{
  SamenPhotoGroup *self = SAMEN_PHOTO_GROUP (object);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another one is being read by now, or the form is closed */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (bytes == NULL)
    {
      show_message (self, error->message);
      update (self);
      return;
    }
  g_clear_pointer (&self->taken, g_bytes_unref);
  self->taken = bytes;
  g_set_str (&self->name, g_task_get_name (G_TASK (result)));
  show_photo (self);
}

void
samen_photo_group_take (SamenPhotoGroup *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = g_file_get_basename (file);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_name (task, name);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
  show_message (self, NULL);
  update (self);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenPhotoGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  /* The form may be closed by now */
  if (self->store == NULL)
    return;
  if (file != NULL)
    samen_photo_group_take (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_message (self, error->message);
}

static void
choose_cb (SamenPhotoGroup *self)
{
  static const char *const types[] = { "image/jpeg", "image/png", "image/webp" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Photos"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Choose a Photo"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, g_object_ref (self));
}

static void
remove_cb (SamenPhotoGroup *self)
{
  g_clear_pointer (&self->taken, g_bytes_unref);
  self->removed = TRUE;
  gtk_editable_set_text (self->description_row, "");
  show_message (self, NULL);
  show_photo (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_row));
}

static void
dropped_cb (gpointer group, GSList *files)
{
  samen_photo_group_take (group, files->data);
}

static void
samen_photo_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, SAMEN_PHOTO_GROUP (object)->reading != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
samen_photo_group_dispose (GObject *object)
{
  SamenPhotoGroup *self = SAMEN_PHOTO_GROUP (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->taken, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->kept);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_PHOTO_GROUP);
  G_OBJECT_CLASS (samen_photo_group_parent_class)->dispose (object);
}

static void
samen_photo_group_class_init (SamenPhotoGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = samen_photo_group_dispose;
  object_class->get_property = samen_photo_group_get_property;
  g_object_class_install_property (
      object_class, PROP_BUSY,
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (SAMEN_TYPE_PHOTO_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/photo-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, view_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, view);
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, description_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, choose_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, remove_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, message_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPhotoGroup, message);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
samen_photo_group_init (SamenPhotoGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samen_accept_files (self, dropped_cb, self);
}

GtkWidget *
samen_photo_group_new (SamenStore *store, SamenRecord *record)
{
  SamenPhotoGroup *self = g_object_new (SAMEN_TYPE_PHOTO_GROUP, NULL);

  self->store = g_object_ref (store);
  if (record != NULL)
    self->kept = samen_celebration_photo (store, record->id);
  if (self->kept != NULL && self->kept->description != NULL)
    gtk_editable_set_text (self->description_row, self->kept->description);
  show_photo (self);
  return GTK_WIDGET (self);
}

/* What was filled in, or NULL for nothing */
static const char *
get_description (SamenPhotoGroup *self)
{
  const char *text = gtk_editable_get_text (self->description_row);

  return *text != '\0' ? text : NULL;
}

gboolean
samen_photo_group_is_changed (SamenPhotoGroup *self)
{
  if (self->taken != NULL || self->reading != NULL)
    return TRUE;
  return self->kept != NULL &&
         (self->removed || g_strcmp0 (get_description (self), self->kept->description) != 0);
}

/* The one that is in the dossier, or a new one */
static const char *
begin (SamenPhotoGroup *self, SamenEdit *edit, const char *id)
{
  g_autofree char *position = NULL;

  if (self->kept != NULL)
    return SAMEN_RECORD (self->kept)->id;
  position = samen_store_append_position (self->store, SAMEN_TYPE_ATTACHMENT, "record", id);
  return samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "record", samen_value (id), "position",
                         samen_value (position), NULL);
}

gboolean
samen_photo_group_collect (SamenPhotoGroup *self, SamenEdit *edit, const char *id, GError **error)
{
  g_autofree char *hash = NULL;
  const char *photo;

  if (!samen_photo_group_is_changed (self))
    return TRUE;
  if (!has_photo (self))
    {
      samen_edit_delete (edit, SAMEN_RECORD (self->kept));
      return TRUE;
    }
  photo = begin (self, edit, id);
  samen_edit_set_by_id (edit, SAMEN_TYPE_ATTACHMENT, photo, "description",
                        samen_value (get_description (self)));
  if (self->taken == NULL)
    return TRUE;
  if (!samen_store_add_bytes (self->store, self->taken, &hash, error))
    return FALSE;
  samen_edit_set_by_id (edit, SAMEN_TYPE_ATTACHMENT, photo, "content", samen_value (hash));
  samen_edit_set_by_id (edit, SAMEN_TYPE_ATTACHMENT, photo, "name", samen_value (self->name));
  samen_edit_set_by_id (edit, SAMEN_TYPE_ATTACHMENT, photo, "media_type",
                        samen_value (SAMEN_PICTURE_TYPE));
  return TRUE;
}
