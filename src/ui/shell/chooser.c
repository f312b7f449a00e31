/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "shell/chooser.h"
#include "shell/summary.h"
#include "widgets/lazy-menu.h"
#include "widgets/plain-row.h"
#include "widgets/toast.h"

struct _SamenChooser
{
  AdwBin parent_instance;
  SamenLibrary *library;
  GHashTable *to_summarise;  /* the SamenDossier of which the line is not the latest */
  GCancellable *summarising; /* the one in hand, or NULL */

  GtkMenuButton *menu_button;
  GMenuModel *app_menu;
  GtkStack *stack;
  AdwStatusPage *welcome;
  GtkListBox *dossier_list;
  GtkListBox *bin_list;
  GtkWidget *bin_group;
};

G_DEFINE_FINAL_TYPE (SamenChooser, samen_chooser, ADW_TYPE_BIN)

static guint chosen_signal;

static SamenDossier *
dossier_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW)),
                            "dossier");
}

static void
row_activated_cb (SamenChooser *self, AdwActionRow *row)
{
  g_signal_emit (self, chosen_signal, 0, dossier_of (GTK_WIDGET (row))->path);
}

static void
restore (SamenChooser *self, SamenDossier *dossier)
{
  g_autoptr (GError) error = NULL;

  if (!samen_library_restore (self->library, dossier, &error))
    samen_toast (GTK_WIDGET (self), error->message);
}

static void
restore_cb (SamenChooser *self, GtkWidget *button)
{
  g_autoptr (SamenDossier) dossier = g_object_ref (dossier_of (button));

  restore (self, dossier);
}

/* The toast stays longer than the row, and the library has made new objects: the file's name is the same */
static void
undo_bin_cb (SamenChooser *self, AdwToast *toast)
{
  const char *name = g_object_get_data (G_OBJECT (toast), "file");
  GListModel *bin = samen_library_get_bin (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (bin); i++)
    {
      g_autoptr (SamenDossier) dossier = g_list_model_get_item (bin, i);

      if (g_str_has_suffix (dossier->path, name))
        {
          restore (self, dossier);
          return;
        }
    }
}

static void
bin_cb (SamenChooser *self, GtkWidget *button)
{
  g_autoptr (SamenDossier) dossier = g_object_ref (dossier_of (button));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (!samen_library_bin (self->library, dossier, &error))
    {
      samen_toast (GTK_WIDGET (self), error->message);
      return;
    }
  text = g_strdup_printf (_ ("“%s” is in the bin"), dossier->name);
  toast = samen_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_path_get_basename (dossier->path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_bin_cb), self,
                           G_CONNECT_SWAPPED);
  samen_toast_show (GTK_WIDGET (self), toast);
}

static GtkWidget *
make_button (SamenChooser *self,
             const char *icon,
             const char *label,
             void (*clicked) (SamenChooser *, GtkWidget *))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);
  return button;
}

static AdwActionRow *
make_row (SamenDossier *dossier)
{
  GtkWidget *row = samen_plain_row (dossier->name, NULL);

  g_object_set_data_full (G_OBJECT (row), "dossier", g_object_ref (dossier), g_object_unref);
  return ADW_ACTION_ROW (row);
}

static GtkWidget *
make_restore_button (SamenDossier *dossier)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-recent-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Backups of “%s”"), dossier->name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore-backup");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dossier->path);
  return button;
}

static GtkWidget *
make_dossier_row (gpointer item, gpointer data)
{
  SamenChooser *self = data;
  SamenDossier *dossier = item;
  AdwActionRow *row = make_row (dossier);
  g_autofree char *label = g_strdup_printf (_ ("Move “%s” to the Bin"), dossier->name);

  adw_action_row_set_subtitle (row, dossier->problem != NULL ? dossier->problem : dossier->region);
  g_hash_table_add (self->to_summarise, g_object_ref (dossier));
  if (dossier->problem == NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);
    }
  adw_action_row_add_suffix (row, make_button (self, "user-trash-symbolic", label, bin_cb));
  if (dossier->problem == NULL)
    adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  else
    adw_action_row_add_suffix (row, make_restore_button (dossier));
  return GTK_WIDGET (row);
}

static AdwActionRow *
row_of (SamenChooser *self, SamenDossier *dossier)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->dossier_list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_object_get_data (G_OBJECT (row), "dossier") == dossier)
      return ADW_ACTION_ROW (row);
  return NULL;
}

static void summarise (SamenChooser *self);

static void
summarised_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenChooser) self = data;
  SamenDossier *dossier = SAMEN_DOSSIER (object);
  g_autofree char *summary = samen_summarise_finish (result);
  AdwActionRow *row;

  /* Out of sight by now, or closed */
  if (summary == NULL)
    return;
  g_clear_object (&self->summarising);
  row = row_of (self, dossier);
  if (row != NULL)
    adw_action_row_set_subtitle (row, summary);
  summarise (self);
}

/* From the top, one after the other, while they can be seen */
static void
summarise (SamenChooser *self)
{
  GListModel *dossiers = samen_library_get_dossiers (self->library);

  for (guint i = 0; self->summarising == NULL && i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SamenDossier) dossier = g_list_model_get_item (dossiers, i);

      if (!g_hash_table_remove (self->to_summarise, dossier))
        continue;
      self->summarising = g_cancellable_new ();
      samen_summarise_async (dossier, self->summarising, summarised_cb, g_object_ref (self));
    }
}

static void
stop_summarising (SamenChooser *self)
{
  g_cancellable_cancel (self->summarising);
  g_clear_object (&self->summarising);
}

/* What is in a dossier may have changed, also where its name is the same */
static void
summarise_all (SamenChooser *self)
{
  GListModel *dossiers = samen_library_get_dossiers (self->library);

  stop_summarising (self);
  g_hash_table_remove_all (self->to_summarise);
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    g_hash_table_add (self->to_summarise, g_list_model_get_item (dossiers, i));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    summarise (self);
}

static GtkWidget *
make_bin_row (gpointer item, gpointer data)
{
  SamenChooser *self = data;
  SamenDossier *dossier = item;
  AdwActionRow *row = make_row (dossier);
  g_autofree char *day = samen_date_format (dossier->binned, NULL);
  g_autofree char *since = g_strdup_printf (_ ("In the bin since %s"), day);
  g_autofree char *label = g_strdup_printf (_ ("Bring “%s” Back"), dossier->name);

  adw_action_row_set_subtitle (row, since);
  adw_action_row_add_suffix (row, make_button (self, "edit-undo-symbolic", label, restore_cb));
  return GTK_WIDGET (row);
}

/* There was nothing to have the focus while it was being read */
static void
show_page (SamenChooser *self, const char *name)
{
  gboolean was_reading = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "reading") &&
                         !g_str_equal (name, "reading");

  gtk_stack_set_visible_child_name (self->stack, name);
  if (was_reading && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
count_cb (SamenChooser *self)
{
  guint dossiers = g_list_model_get_n_items (samen_library_get_dossiers (self->library));
  guint binned = g_list_model_get_n_items (samen_library_get_bin (self->library));

  if (dossiers + binned > 0)
    show_page (self, "dossiers");
  else
    show_page (self, samen_library_is_read (self->library) ? "welcome" : "reading");
  gtk_widget_set_visible (GTK_WIDGET (self->dossier_list), dossiers > 0);
  gtk_widget_set_visible (self->bin_group, binned > 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    summarise (self);
}

static void
reloaded_cb (SamenChooser *self)
{
  count_cb (self);
  summarise_all (self);
}

void
samen_chooser_set_library (SamenChooser *self, SamenLibrary *library)
{
  GListModel *dossiers = samen_library_get_dossiers (library);
  GListModel *bin = samen_library_get_bin (library);

  self->library = g_object_ref (library);
  gtk_list_box_bind_model (self->dossier_list, dossiers, make_dossier_row, self, NULL);
  gtk_list_box_bind_model (self->bin_list, bin, make_bin_row, self, NULL);
  g_signal_connect_object (dossiers, "items-changed", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bin, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
}

/* Whoever comes here wants to see what there is now */
static void
samen_chooser_map (GtkWidget *widget)
{
  SamenChooser *self = SAMEN_CHOOSER (widget);

  GTK_WIDGET_CLASS (samen_chooser_parent_class)->map (widget);
  if (self->library != NULL)
    samen_library_reload_async (self->library);
}

static void
samen_chooser_unmap (GtkWidget *widget)
{
  stop_summarising (SAMEN_CHOOSER (widget));
  GTK_WIDGET_CLASS (samen_chooser_parent_class)->unmap (widget);
}

static void
samen_chooser_dispose (GObject *object)
{
  SamenChooser *self = SAMEN_CHOOSER (object);

  stop_summarising (self);
  g_clear_pointer (&self->to_summarise, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_CHOOSER);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (samen_chooser_parent_class)->dispose (object);
}

static void
samen_chooser_class_init (SamenChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_chooser_dispose;
  widget_class->map = samen_chooser_map;
  widget_class->unmap = samen_chooser_unmap;
  chosen_signal = g_signal_new ("chosen", SAMEN_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, app_menu);
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, welcome);
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, dossier_list);
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, bin_list);
  gtk_widget_class_bind_template_child (widget_class, SamenChooser, bin_group);
}

static void
samen_chooser_init (SamenChooser *self)
{
  self->to_summarise = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->welcome, APP_ID);
  samen_lazy_menu (self->menu_button, self->app_menu);
}
