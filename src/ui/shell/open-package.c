/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "dialogs/tell-error.h"
#include "dialogs/work.h"
#include "shell/open-package.h"
#include "store/package.h"
#include "widgets/focus.h"
#include "widgets/toast.h"

/* The packages that come to a window, one after another: each may have something to ask */
typedef struct
{
  GtkWidget *window; /* which it lives as long as */
  SamenLibrary *library;
  GQueue waiting; /* URIs */
  gboolean is_busy;
} Packages;

/* A package on its way in: each step hands it to the next, and the last one frees it */
typedef struct
{
  Packages *packages;
  GtkWidget *window;
  SamenLibrary *library;
  char *package;
  char *passphrase;
  char *name; /* of the package, to be shown */
  char *id;   /* of its dossier */
  char *path; /* of the new dossier */
} Opening;

static void look (Opening *self);
static void open_next (Packages *self);

static gboolean
is_window_gone (const Opening *self)
{
  return !gtk_widget_get_mapped (self->window);
}

static void
opening_free (Opening *self)
{
  self->packages->is_busy = FALSE;
  if (!is_window_gone (self))
    open_next (self->packages);
  g_object_unref (self->library);
  g_free (self->package);
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->name);
  g_free (self->id);
  g_free (self->path);
  g_object_unref (self->window);
  g_free (self);
}

static void
fail (Opening *self, const GError *error)
{
  AdwDialog *dialog = NULL;

  if (!is_window_gone (self))
    dialog = samen_tell_error (self->window, _ ("Package Not Opened"), self->name, error);
  if (dialog != NULL)
    g_signal_connect_swapped (dialog, "closed", G_CALLBACK (opening_free), self);
  else
    opening_free (self);
}

/* ---- making a dossier of it ---- */

static gboolean
import_work (gpointer data, const SamenProgress *progress, GError **error)
{
  const Opening *self = data;

  return samen_package_import (self->package, self->passphrase, self->path, progress, error);
}

static void
imported_cb (gpointer data, const GError *error)
{
  Opening *self = data;

  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  samen_library_reload (self->library);
  if (!is_window_gone (self))
    gtk_widget_activate_action (self->window, "win.open-dossier", "s", self->path);
  opening_free (self);
}

static void
import (Opening *self)
{
  self->path = samen_library_new_path (self->library);
  samen_work (self->window, _ ("Opening Package"), self->name, import_work, imported_cb, self);
}

/* ---- a dossier that is here already ---- */

static void
copy_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Opening *self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);
  SamenDossier *found = samen_library_find (self->library, self->id);

  if (g_str_equal (response, "both"))
    {
      import (self);
      return;
    }
  if (g_str_equal (response, "open") && found != NULL && !is_window_gone (self))
    gtk_widget_activate_action (self->window, "win.open-dossier", "s", found->path);
  opening_free (self);
}

static void
ask_about_copy (Opening *self, SamenDossier *found)
{
  AdwAlertDialog *dialog =
      ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("This Dossier Is Here Already"), NULL));

  adw_alert_dialog_format_body (
      dialog,
      /* Translators: %s is the name of a dossier */
      _ ("The package is of “%s”, which is among your dossiers. That one stays as it is. You can "
         "open "
         "it, or keep what is in the package as a second dossier beside it."),
      found->name);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "both", _ ("_Keep Both"), "open",
                                  _ ("_Open the One Here"), NULL);
  adw_alert_dialog_set_default_response (dialog, "open");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, self->window, NULL, copy_cb, self);
}

/* ---- the passphrase ---- */

static void
passphrase_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Opening *self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);
  GtkEditable *row = g_object_get_data (dialog, "row");

  if (!g_str_equal (response, "open") || is_window_gone (self))
    {
      opening_free (self);
      return;
    }
  g_set_str (&self->passphrase, gtk_editable_get_text (row));
  look (self);
}

static void
typed_cb (AdwAlertDialog *dialog, GtkEditable *row)
{
  adw_alert_dialog_set_response_enabled (dialog, "open", *gtk_editable_get_text (row) != '\0');
}

static void
ask_for_passphrase (Opening *self, const char *problem)
{
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", self->name, problem);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Open a Package"), body));
  GtkWidget *row = adw_password_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Passphrase"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_object_set_data (G_OBJECT (dialog), "row", row);
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "open");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  typed_cb (dialog, GTK_EDITABLE (row));
  samen_focus_in_dialog (ADW_DIALOG (dialog), row);
  adw_alert_dialog_choose (dialog, self->window, NULL, passphrase_cb, self);
}

/* ---- which dossier it is ---- */

static gboolean
look_work (gpointer data, const SamenProgress *progress, GError **error)
{
  Opening *self = data;

  self->id = samen_package_look (self->package, self->passphrase, error);
  return self->id != NULL;
}

static void
looked_cb (gpointer data, const GError *error)
{
  Opening *self = data;
  SamenDossier *found;

  if (is_window_gone (self))
    {
      opening_free (self);
      return;
    }
  if (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_PASSPHRASE))
    {
      ask_for_passphrase (self, error->message);
      return;
    }
  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  samen_library_reload (self->library);
  found = samen_library_find (self->library, self->id);
  if (found != NULL)
    ask_about_copy (self, found);
  else
    import (self);
}

static void
look (Opening *self)
{
  samen_work (self->window, _ ("Opening Package"), self->name, look_work, looked_cb, self);
}

/* ---- which package ---- */

static void
open_file (Opening *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  self->package = g_file_get_path (file);
  self->name = g_filename_display_name (name);
  if (self->package != NULL)
    {
      look (self);
      return;
    }
  samen_toast (self->window, _ ("Choose a file on this computer."));
  opening_free (self);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Opening *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file != NULL)
    {
      open_file (self, file);
      return;
    }
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    samen_toast (self->window, error->message);
  opening_free (self);
}

static void
ask_for_file (Opening *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Packages of Samenspel"));
  gtk_file_filter_add_mime_type (filter, SAMEN_PACKAGE_MEDIA_TYPE);
  gtk_file_filter_add_suffix (filter, SAMEN_PACKAGE_SUFFIX + 1);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a Package"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self->window), NULL, chosen_cb, self);
}

static void
open_next (Packages *self)
{
  g_autofree char *uri = !self->is_busy ? g_queue_pop_head (&self->waiting) : NULL;
  g_autoptr (GFile) file = NULL;
  Opening *opening;

  if (uri == NULL)
    return;
  self->is_busy = TRUE;
  opening = g_new0 (Opening, 1);
  opening->packages = self;
  opening->window = g_object_ref (self->window);
  opening->library = g_object_ref (self->library);
  if (*uri == '\0')
    {
      ask_for_file (opening);
      return;
    }
  file = g_file_new_for_uri (uri);
  open_file (opening, file);
}

static void
open_cb (GSimpleAction *action, GVariant *uri, gpointer data)
{
  Packages *self = data;

  g_queue_push_tail (&self->waiting, g_variant_dup_string (uri, NULL));
  open_next (self);
}

static void
packages_free (gpointer data)
{
  Packages *self = data;

  g_queue_clear_full (&self->waiting, g_free);
  g_object_unref (self->library);
  g_free (self);
}

void
samen_accept_packages (GtkWidget *window, SamenLibrary *library)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Packages *self = g_new0 (Packages, 1);

  self->window = window;
  self->library = g_object_ref (library);
  g_queue_init (&self->waiting);
  g_object_set_data_full (G_OBJECT (window), "samen-packages", self, packages_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (window, "package", G_ACTION_GROUP (actions));
}
