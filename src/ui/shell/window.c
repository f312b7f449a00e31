/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "dialogs/history-dialog.h"
#include "dialogs/new-dossier-dialog.h"
#include "dialogs/record-dialog.h"
#include "dialogs/search-dialog.h"
#include "exchange/lock.h"
#include "pages/page.h"
#include "shell/chooser.h"
#include "shell/export-package.h"
#include "shell/drop-files.h"
#include "shell/import.h"
#include "shell/keep-backups.h"
#include "shell/open-package.h"
#include "shell/page-list.h"
#include "shell/record-actions.h"
#include "shell/record-place.h"
#include "shell/reminders.h"
#include "shell/restore-draft.h"
#include "shell/restore.h"
#include "shell/session.h"
#include "shell/shortcuts.h"
#include "shell/undo.h"
#include "shell/window.h"
#include "store/log.h"
#include "store/script.h"
#include "widgets/focus.h"
#include "widgets/lazy-menu.h"
#include "widgets/settings.h"
#include "widgets/toast.h"

struct _SamenWindow
{
  AdwApplicationWindow parent_instance;
  SamenLibrary *library;
  SamenStore *store; /* the open dossier, or NULL */
  SamenPartnership *partnership;
  GHashTable *pages; /* of the open dossier: name to AdwNavigationPage */

  GtkStack *stack;
  AdwBin *chooser_bin;
  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split;
  AdwNavigationPage *sidebar_page;
  GtkListBox *page_list;
  GtkMenuButton *menu_button;
  GMenuModel *dossier_menu;
  GMenu *undo_section;
  GMenu *print_section;
};

G_DEFINE_FINAL_TYPE (SamenWindow, samen_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is printed is what is looked at, and on most pages that is agreed in the covenant */
static void
set_print_menu (SamenWindow *self, SamenPage *page)
{
  const char *label = samen_page_get_print_label (page);

  g_menu_remove_all (self->print_section);
  g_menu_append (self->print_section, label != NULL ? label : _ ("_Print the Covenant…"),
                 "win.print");
}

static void
show_page (SamenWindow *self, const SamenPageEntry *entry)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, entry->name);
  GtkWidget *row = GTK_WIDGET (samen_page_list_get_row (self->page_list, entry));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (page == NULL)
    {
      page = g_object_ref_sink (
          g_object_new (entry->get_type (), "store", self->store, "tag", entry->name, NULL));
      g_hash_table_insert (self->pages, (gpointer) entry->name, page);
    }
  adw_navigation_split_view_set_content (self->split, page);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  set_print_menu (self, SAMEN_PAGE (page));
  gtk_list_box_select_row (self->page_list, GTK_LIST_BOX_ROW (row));
  samen_session_remember (samen_store_get_path (self->store), entry->name);
  /* The focus would stay on the row of the page before, or on a chooser that is gone */
  if (!adw_navigation_split_view_get_collapsed (self->split) &&
      (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page_list)) ||
       !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (row);
}

static void
page_activated_cb (SamenWindow *self, GtkListBoxRow *row)
{
  show_page (self, samen_page_list_get_entry (row));
}

/* The arrow keys move the selection; where the page is beside the list, it is to show what is selected */
static void
page_selected_cb (SamenWindow *self, GtkListBoxRow *row)
{
  const SamenPageEntry *entry = row != NULL ? samen_page_list_get_entry (row) : NULL;
  AdwNavigationPage *shown;

  /* As the window closes */
  if (entry == NULL || self->split == NULL)
    return;
  shown = adw_navigation_split_view_get_content (self->split);
  if (shown != NULL && !adw_navigation_split_view_get_collapsed (self->split) &&
      !g_str_equal (adw_navigation_page_get_tag (shown), entry->name))
    show_page (self, entry);
}

static void
go_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  const SamenPageEntry *entry = samen_page_list_find (g_variant_get_string (name, NULL));

  if (self->store != NULL && entry != NULL)
    show_page (self, entry);
}

static SamenRecord *
find_record (SamenWindow *self, const char *table, const char *id)
{
  GType type = samen_record_type_of_table (table);

  return type != G_TYPE_INVALID && *id != '\0' ? samen_store_get (self->store, type, id) : NULL;
}

/* On that page, wherever it stands there; without an id, where one is added */
static void
reveal (SamenWindow *self, AdwNavigationPage *page, const char *table, const char *id)
{
  g_autoptr (SamenRecord) record = find_record (self, table, id);

  if (*id == '\0')
    samen_page_reveal_add (SAMEN_PAGE (page), table);
  else if (record != NULL)
    samen_page_reveal (SAMEN_PAGE (page), record);
}

static void
show_record_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  const char *name, *table, *id;
  const SamenPageEntry *entry;

  g_variant_get (target, "(&s&s&s)", &name, &table, &id);
  entry = samen_page_list_find (name);
  if (self->store == NULL || entry == NULL || samen_record_type_of_table (table) == G_TYPE_INVALID)
    return;
  show_page (self, entry);
  reveal (self, g_hash_table_lookup (self->pages, entry->name), table, id);
}

static void
reveal_record_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split);
  const char *table, *id;

  g_variant_get (target, "(&s&s)", &table, &id);
  if (self->store != NULL && page != NULL)
    reveal (self, page, table, id);
}

static void
update_actions (SamenWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-dossier", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.change-partnership", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", self->store != NULL);
  samen_undo_update (GTK_WIDGET (self), self->undo_section, self->store);
}

/* What a toast says is about the edit before this one, and so is its button */
static void
changed_cb (SamenWindow *self)
{
  adw_toast_overlay_dismiss_all (self->toasts);
}

static void
close_dossier (SamenWindow *self)
{
  adw_toast_overlay_dismiss_all (self->toasts);
  gtk_stack_set_visible_child_name (self->stack, "chooser");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "record", NULL);
  adw_navigation_split_view_set_content (self->split, NULL);
  g_hash_table_remove_all (self->pages);
  g_clear_object (&self->partnership);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  update_actions (self);
}

/* Once the read that found it has ended */
static void
offer_backups_cb (gpointer data)
{
  SamenWindow *self = data;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && samen_store_is_damaged (self->store, &error))
    {
      path = g_strdup (samen_store_get_path (self->store));
      close_dossier (self);
      samen_restore (GTK_WIDGET (self), path, error->message);
    }
  g_object_unref (self);
}

static void
damaged_cb (SamenWindow *self)
{
  g_idle_add_once (offer_backups_cb, g_object_ref (self));
}

static void
open_dossier (SamenWindow *self, SamenStore *store)
{
  GActionGroup *actions;

  close_dossier (self);
  self->store = g_object_ref (store);
  self->partnership = samen_store_get_partnership (store);
  samen_settings_bind_author (store);
  samen_lock_text (store);
  samen_restore_draft (GTK_WIDGET (self), store);
  actions = samen_record_actions_new (GTK_WIDGET (self), store);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "record", actions);
  g_object_unref (actions);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (store, "notify::damaged", G_CALLBACK (damaged_cb), self);
  samen_keep_backups (GTK_WIDGET (self), store);
  g_signal_connect_swapped (store, "notify::undo-label", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (store, "notify::redo-label", G_CALLBACK (update_actions), self);
  if (self->partnership != NULL)
    g_object_bind_property (self->partnership, "name", self->sidebar_page, "title",
                            G_BINDING_SYNC_CREATE);
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "dossier");
  show_page (self, samen_page_list_find ("overview"));
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  samen_reminders_watch (store);
}

static void
open_path (SamenWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (path, &error);

  if (store != NULL)
    {
      open_dossier (self, store);
      if (samen_store_take_loss (store))
        samen_toast (GTK_WIDGET (self), _ ("The latest changes may be missing: a file beside the "
                                           "dossier is gone. Look at its backups."));
    }
  /* One whose header is damaged does not look like a dossier any more */
  else if (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED) ||
           g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER))
    samen_restore (GTK_WIDGET (self), path, error->message);
  else
    samen_toast (GTK_WIDGET (self), error->message);
}

/* Not made where a dossier is opened straight away */
static void
chooser_mapped_cb (SamenWindow *self)
{
  GtkWidget *chooser;

  if (adw_bin_get_child (self->chooser_bin) != NULL)
    return;
  chooser = g_object_new (SAMEN_TYPE_CHOOSER, NULL);
  samen_chooser_set_library (SAMEN_CHOOSER (chooser), self->library);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (open_path), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->chooser_bin, chooser);
}

static void
open_dossier_cb (GtkWidget *widget, const char *action, GVariant *path)
{
  open_path (SAMEN_WINDOW (widget), g_variant_get_string (path, NULL));
}

/* Of that dossier, or with no path of the one that is open */
static void
restore_backup_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  const char *path = g_variant_get_string (target, NULL);
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (*path == '\0' && self->store == NULL)
    return;
  if (*path == '\0')
    {
      samen_restore (widget, samen_store_get_path (self->store), NULL);
      return;
    }
  store = samen_store_open (path, &error);
  samen_restore (widget, path, error != NULL ? error->message : NULL);
}

static void
close_dossier_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);

  close_dossier (self);
  samen_session_remember (NULL, NULL);
}

static void
new_dossier_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  g_autofree char *author = samen_settings_author ();
  SamenNewDossierDialog *dialog = samen_new_dossier_dialog_new (self->library, author);

  g_signal_connect_object (dialog, "created", G_CALLBACK (open_dossier), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
open_example_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = samen_library_example_path (self->library, &error);

  if (path != NULL)
    open_path (self, path);
  else
    samen_toast (widget, error->message);
}

static void
import_file_cb (GtkWidget *widget, const char *action, GVariant *uri)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  samen_import_file (widget, self->library, self->store, file);
}

static void
import_text_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);

  samen_import_text (widget, self->library, self->store);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  samen_export_package (widget, SAMEN_WINDOW (widget)->store);
}

static void
paste_covenant_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);

  samen_import_pasted (widget, self->library, self->store);
}

static void
change_partnership_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);

  if (self->partnership != NULL)
    adw_dialog_present (
        samen_record_dialog_new_change (self->store, SAMEN_RECORD (self->partnership)), widget);
}

/* What was looked for: on its page, and in its form where the page shows only what it is part of */
static void
found_cb (SamenWindow *self, SamenRecord *record)
{
  const SamenPageEntry *entry = samen_record_place (self->store, record);

  if (entry != NULL)
    show_page (self, entry);
  if (entry == NULL || !samen_page_reveal (g_hash_table_lookup (self->pages, entry->name), record))
    gtk_widget_activate_action (GTK_WIDGET (self), "record.change", "(ss)",
                                SAMEN_RECORD_GET_CLASS (record)->table, record->id);
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  AdwDialog *dialog = samen_search_dialog_new (self->store);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
history_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  adw_dialog_present (samen_history_dialog_new (SAMEN_WINDOW (widget)->store, NULL), widget);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenWindow *self = SAMEN_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split);

  if (samen_page_get_print_label (SAMEN_PAGE (page)) == NULL)
    {
      show_page (self, samen_page_list_find ("covenant"));
      page = g_hash_table_lookup (self->pages, "covenant");
    }
  samen_page_print (SAMEN_PAGE (page));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  samen_undo (widget, SAMEN_WINDOW (widget)->store, TRUE);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  samen_undo (widget, SAMEN_WINDOW (widget)->store, FALSE);
}

/* Another program may have written the dossier while its window was not in use */
static void
active_cb (SamenWindow *self)
{
  if (self->store != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    samen_store_refresh (self->store);
}

/* A key is for what is in front: behind a dialog nothing is searched, printed or closed */
static void
dialogs_changed_cb (SamenWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    samen_shortcuts_set_covered (application, adw_application_window_get_visible_dialog (
                                                  ADW_APPLICATION_WINDOW (self)) != NULL);
}

static void
samen_window_dispose (GObject *object)
{
  SamenWindow *self = SAMEN_WINDOW (object);

  if (self->stack != NULL)
    close_dossier (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_WINDOW);
  g_clear_object (&self->library);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  G_OBJECT_CLASS (samen_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sss)", show_record_cb);
  gtk_widget_class_install_action (widget_class, "win.reveal-record", "(ss)", reveal_record_cb);
  gtk_widget_class_install_action (widget_class, "win.new-dossier", NULL, new_dossier_cb);
  gtk_widget_class_install_action (widget_class, "win.open-example", NULL, open_example_cb);
  gtk_widget_class_install_action (widget_class, "win.import-text", NULL, import_text_cb);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", import_file_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-covenant", NULL, paste_covenant_cb);
  gtk_widget_class_install_action (widget_class, "win.open-dossier", "s", open_dossier_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", "s", restore_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.close-dossier", NULL, close_dossier_cb);
  gtk_widget_class_install_action (widget_class, "win.change-partnership", NULL,
                                   change_partnership_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
}

static void
samen_window_class_init (SamenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, chooser_bin);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, split);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, dossier_menu);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, SamenWindow, print_section);
  gtk_widget_class_bind_template_callback (widget_class, chooser_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  install_actions (widget_class);
}

static void
samen_window_init (SamenWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->library = samen_library_new_unread (NULL);
  samen_lazy_menu (self->menu_button, self->dossier_menu);
  samen_page_list_fill (self->page_list);
  samen_focus_leaves_dialogs (self);
  samen_focus_stays_in_lists (self);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (dialogs_changed_cb), NULL);
  samen_accept_packages (GTK_WIDGET (self), self->library);
  samen_accept_drops (GTK_WIDGET (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  if (!g_str_equal (PROFILE, "default"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  update_actions (self);
  samen_settings_bind_window (GTK_WINDOW (self));
}

SamenWindow *
samen_window_new (SamenApplication *application)
{
  return g_object_new (SAMEN_TYPE_WINDOW, "application", application, NULL);
}

/* Wherever a record is to be seen; the overview where there is none */
static void
open_place (SamenWindow *self, const char *table, const char *id)
{
  g_autoptr (SamenRecord) record = find_record (self, table, id);

  if (record != NULL)
    found_cb (self, record);
  else
    show_page (self, samen_page_list_find ("overview"));
}

void
samen_window_open (SamenWindow *self,
                   const char *path,
                   const char *page,
                   const char *table,
                   const char *id)
{
  if (self->store == NULL || !g_str_equal (samen_store_get_path (self->store), path))
    open_path (self, path);
  if (self->store == NULL || !g_str_equal (samen_store_get_path (self->store), path))
    return;
  if (*page == '\0')
    open_place (self, table, id);
  else if (table != NULL && *table != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sss)", page, table, id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", page);
}

void
samen_window_restore (SamenWindow *self)
{
  g_autofree char *path = NULL;
  g_autofree char *page = NULL;

  if (samen_session_recall (&path, &page))
    samen_window_open (self, path, page, NULL, NULL);
}
