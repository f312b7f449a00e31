/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/attachment-row.h"
#include "store/file.h"
#include "widgets/photo-load.h"
#include "widgets/words.h"

/* Of a photo, in pixels of the interface */
#define THUMBNAIL 40

static gboolean
is_photo (SamenAttachment *attachment)
{
  static const char *const types[] = { "image/jpeg", "image/png", "image/webp", NULL };

  return attachment->media_type != NULL && g_strv_contains (types, attachment->media_type);
}

static void
loaded_cb (GObject *image, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GdkTexture) texture = samen_photo_load_finish (result, NULL);

  /* What cannot be read keeps the icon of its type */
  if (texture == NULL)
    return;
  gtk_image_set_from_paintable (GTK_IMAGE (image), GDK_PAINTABLE (texture));
  gtk_image_set_pixel_size (GTK_IMAGE (image), THUMBNAIL);
}

static GtkWidget *
make_image (SamenStore *store, SamenAttachment *attachment)
{
  g_autofree char *type = attachment->media_type != NULL
                              ? g_content_type_from_mime_type (attachment->media_type)
                              : NULL;
  g_autoptr (GIcon) icon = type != NULL ? g_content_type_get_symbolic_icon (type) : NULL;
  GtkWidget *image = icon != NULL ? gtk_image_new_from_gicon (icon)
                                  : gtk_image_new_from_icon_name ("text-x-generic-symbolic");

  gtk_widget_set_size_request (image, THUMBNAIL, THUMBNAIL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (is_photo (attachment))
    samen_photo_load_kept (image, samen_store_get_path (store), attachment->content.hash,
                           2 * THUMBNAIL, NULL, loaded_cb, NULL);
  return image;
}

static char *
describe (SamenStore *store, SamenAttachment *attachment)
{
  g_autofree char *type = attachment->media_type != NULL
                              ? g_content_type_from_mime_type (attachment->media_type)
                              : NULL;
  g_autofree char *kind = type != NULL ? g_content_type_get_description (type) : NULL;
  gint64 n = samen_store_bytes_size (store, attachment->content.hash);
  g_autofree char *size = n >= 0 ? g_format_size ((guint64) n) : NULL;

  return samen_join_facts (kind, size, attachment->description, SAMEN_END);
}

static GtkWidget *
make_menu (SamenAttachment *attachment)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("_Save As…"), "file.save" },
    { N_ ("_Describe…"), "file.describe" },
    { N_ ("_Remove"), "file.remove" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "s", SAMEN_RECORD (attachment)->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More Actions"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Of a package, anything may be called anything */
static gboolean
show_name (GBinding *binding, const GValue *from, GValue *to, gpointer unused)
{
  g_value_take_string (to, samen_file_show_name (g_value_get_string (from)));
  return TRUE;
}

static void
update (SamenAttachment *attachment, GParamSpec *pspec, GtkWidget *row)
{
  g_autofree char *line = describe (g_object_get_data (G_OBJECT (row), "store"), attachment);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
}

GtkWidget *
samen_attachment_row_new (SamenStore *store, SamenAttachment *attachment)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set_data_full (G_OBJECT (row), "store", g_object_ref (store), g_object_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_bind_property_full (attachment, "name", row, "title", G_BINDING_SYNC_CREATE, show_name,
                               NULL, NULL, NULL);
  g_signal_connect_object (attachment, "notify::description", G_CALLBACK (update), row, 0);
  update (attachment, NULL, row);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_image (store, attachment));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (attachment));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "file.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", SAMEN_RECORD (attachment)->id);
  gtk_widget_set_tooltip_text (row, _ ("Open"));
  return row;
}
