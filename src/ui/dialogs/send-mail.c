/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <adwaita.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "document/pdf.h"
#include "dialogs/export-pdf.h"
#include "dialogs/send-mail.h"
#include "widgets/toast.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* What the portal answers: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Request.html */
enum
{
  RESPONSE_SUCCESS,
  RESPONSE_CANCELLED,
  RESPONSE_OTHER,
};

/* A mail on its way: each step hands it to the next, and the last one frees it */
typedef struct
{
  GtkWidget *parent;
  SamenStore *store;
  SamenMakeDocument make;
  char *id;
  char *title;
  char *path;
  GDBusConnection *bus;
  guint subscription;
} Mail;

static void
mail_free (Mail *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_clear_object (&self->bus);
  g_object_unref (self->parent);
  g_object_unref (self->store);
  g_free (self->id);
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}

/* A mail program may read what is attached only when the message is sent, so it stays for a day */
static void
remove_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  time_t now = time (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0 && now - status.st_mtime > 24 * 60 * 60)
        g_unlink (path);
    }
}

/* In the app's own cache, which in a sandbox is the one temporary place that mail programs can reach */
static char *
attachment_path (const char *title)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "samenspel", "mail", NULL);
  g_autofree char *name = samen_pdf_file_name (title);

  g_mkdir_with_parents (folder, 0700);
  remove_old (folder);
  return g_build_filename (folder, name, NULL);
}

static void
answered_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Mail *self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (g_str_equal (answer, "save") && gtk_widget_get_root (self->parent) != NULL)
    samen_export_pdf (self->parent, self->store, self->title, self->make, self->id);
  mail_free (self);
}

static void
offer_to_save (Mail *self)
{
  AdwAlertDialog *dialog;

  /* The page may be gone by now */
  if (gtk_widget_get_root (self->parent) == NULL)
    {
      mail_free (self);
      return;
    }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("No E-Mail Program Answered"),
      _ ("Save it as a PDF, and attach that to a message in the way you usually send e-mail.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save as PDF…"),
                                  NULL);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_choose (dialog, self->parent, NULL, answered_cb, self);
}

static void
response_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer data)
{
  guint response = RESPONSE_OTHER;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(ua{sv})", &response, NULL);
  if (response == RESPONSE_SUCCESS || response == RESPONSE_CANCELLED)
    mail_free (data);
  else
    offer_to_save (data);
}

/* The answer itself comes as a signal; without a portal there is none */
static void
called_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) handle =
      g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (bus), NULL, result, NULL);

  if (handle == NULL)
    offer_to_save (data);
}

/* The signal is listened to before the call, for it may come before that returns */
static char *
listen (Mail *self)
{
  g_autofree char *token = g_strdup_printf ("samenspel%u", g_random_int ());
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1);
  g_autofree char *path = NULL;

  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  self->subscription = g_dbus_connection_signal_subscribe (
      self->bus, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NO_MATCH_RULE, response_cb, self, NULL);
  return g_steal_pointer (&token);
}

static void
compose (Mail *self, int file)
{
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new_from_array (&file, 1);
  g_autofree char *token = listen (self);
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GVariantBuilder handles = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ah"));

  g_variant_builder_add (&handles, "h", 0);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (self->title));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&handles));
  g_dbus_connection_call_with_unix_fd_list (
      self->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Email", "ComposeEmail",
      g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
      files, NULL, called_cb, self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Mail *self = data;
  g_autoptr (GError) error = NULL;
  int file;

  if (!samen_write_pdf_finish (result, &error))
    {
      if (gtk_widget_get_root (self->parent) != NULL)
        samen_toast (self->parent, error->message);
      mail_free (self);
      return;
    }
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  file = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  if (self->bus != NULL && file >= 0)
    compose (self, file);
  else
    offer_to_save (self);
}

void
samen_send_mail (GtkWidget *parent,
                 SamenStore *store,
                 const char *title,
                 SamenMakeDocument make,
                 const char *id)
{
  Mail *self = g_new0 (Mail, 1);

  self->parent = g_object_ref (parent);
  self->store = g_object_ref (store);
  self->make = make;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->path = attachment_path (title);
  samen_write_pdf (store, make, id, self->path, NULL, written_cb, self);
}
