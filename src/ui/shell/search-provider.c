/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "shell/search-provider.h"
#include "store/library.h"
#include "store/search.h"

/* Of each dossier, at most */
#define LIMIT 20
/* In milliseconds */
#define LINGER 10000

static const char interface[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'><arg type='as' direction='in'/>"
    "<arg type='as' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
    "<method name='GetResultMetas'><arg type='as' direction='in'/>"
    "<arg type='aa{sv}' direction='out'/></method>"
    "<method name='ActivateResult'><arg type='s' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
    "<method name='LaunchSearch'><arg type='as' direction='in'/>"
    "<arg type='u' direction='in'/></method>"
    "</interface></node>";

/* What is found from the desktop: no people, and not what is said of them */
static gboolean
is_offered (SamenRecord *record)
{
  return SAMEN_IS_ARTICLE (record) || SAMEN_IS_CLAUSE (record) || SAMEN_IS_MILESTONE (record);
}

/* A result is "TABLE:ID:PATH"; the first two are empty for a dossier as a whole */
static void
add_result (GPtrArray *results, SamenRecord *record, const char *path)
{
  g_ptr_array_add (results,
                   g_strdup_printf ("%s:%s:%s",
                                    record != NULL ? SAMEN_RECORD_GET_CLASS (record)->table : "",
                                    record != NULL ? record->id : "", path));
}

static gboolean
split_result (const char *result, char ***parts)
{
  *parts = g_strsplit (result, ":", 3);
  return g_strv_length (*parts) == 3;
}

static void
search_dossier (SamenDossier *dossier, const char *text, GPtrArray *results)
{
  g_autoptr (SamenStore) store = samen_store_open (dossier->path, NULL);
  g_autoptr (GListModel) hits = NULL;

  if (store == NULL)
    return;
  hits = samen_store_search (store, text, LIMIT);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (SamenHit) hit = g_list_model_get_item (hits, i);

      if (is_offered (hit->record))
        add_result (results, hit->record, dossier->path);
    }
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *text = g_strjoinv (" ", data);
  g_autoptr (SamenLibrary) library = samen_library_new (NULL);
  GListModel *dossiers = samen_library_get_dossiers (library);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SamenDossier) dossier = g_list_model_get_item (dossiers, i);

      if (dossier->problem == NULL && g_str_match_string (text, dossier->name, TRUE))
        add_result (results, NULL, dossier->path);
    }
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SamenDossier) dossier = g_list_model_get_item (dossiers, i);

      if (dossier->problem != NULL)
        continue;
      samen_library_begin_read ();
      search_dossier (dossier, text, results);
      samen_library_end_read ();
    }
  g_task_return_pointer (
      task,
      g_variant_ref_sink (g_variant_new (
          "(@as)", g_variant_new_strv ((const char *const *) results->pdata, results->len))),
      (GDestroyNotify) g_variant_unref);
}

/* A text without title is called by how it begins; what it refers to is known to its page alone */
static char *
name_of (SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);
  g_autofree char *name = samen_record_dup_title (record);
  g_autoptr (GRegex) reference = g_regex_new ("\\{article:[^}]*\\}", G_REGEX_CASELESS, 0, NULL);

  for (guint i = 0; *name == '\0' && i < klass->n_fields; i++)
    if (klass->fields[i].kind == SAMEN_KIND_TEXT && (klass->fields[i].flags & SAMEN_INTERNAL) == 0)
      {
        g_free (name);
        name = samen_record_format (record, klass->fields[i].name, NULL);
      }
  return g_regex_replace_literal (reference, name, -1, 0, "…", 0, NULL);
}

/* Nothing, for what is no longer there: the desktop asks a moment later */
static void
describe (const char *result, GVariantBuilder *metas)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (SamenStore) store =
      split_result (result, &parts) ? samen_store_open (parts[2], NULL) : NULL;
  g_autoptr (SamenPartnership) partnership =
      store != NULL ? samen_store_get_partnership (store) : NULL;
  g_autoptr (SamenRecord) record = NULL;
  g_autofree char *title = NULL;

  if (partnership == NULL)
    return;
  if (*parts[0] != '\0')
    {
      GType type = samen_record_type_of_table (parts[0]);

      record = type != G_TYPE_INVALID ? samen_store_get (store, type, parts[1]) : NULL;
      if (record == NULL)
        return;
      title = name_of (record);
    }
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (result));
  g_variant_builder_add (metas, "{sv}", "name",
                         g_variant_new_string (title != NULL ? title : partnership->name));
  g_variant_builder_add (metas, "{sv}", "description",
                         g_variant_new_string (title != NULL ? partnership->name : _ ("Dossier")));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (APP_ID));
  g_variant_builder_close (metas);
}

static void
describe_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **results = data;
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; results[i] != NULL; i++)
    {
      samen_library_begin_read ();
      describe (results[i], &metas);
      samen_library_end_read ();
    }
  g_task_return_pointer (task, g_variant_ref_sink (g_variant_new ("(aa{sv})", &metas)),
                         (GDestroyNotify) g_variant_unref);
}

static void
done_cb (GObject *connection, GAsyncResult *result, gpointer invocation)
{
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (g_application_get_default ());
}

/* The desktop may have started the app for this alone: it stays until the answer is given, and then for
 * the next letter that is typed */
static void
answer (GDBusMethodInvocation *invocation, GVariant *words, GTaskThreadFunc how)
{
  g_autoptr (GTask) task =
      g_task_new (g_dbus_method_invocation_get_connection (invocation), NULL, done_cb, invocation);

  g_application_set_inactivity_timeout (g_application_get_default (), LINGER);
  g_application_hold (g_application_get_default ());
  g_task_set_task_data (task, g_variant_dup_strv (words, NULL), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, how);
}

static void
open_result (const char *result)
{
  g_auto (GStrv) parts = NULL;

  if (split_result (result, &parts))
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-record",
                                    g_variant_new ("(ssss)", parts[2], "", parts[0], parts[1]));
}

static void
method_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *name,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);

  if (g_str_equal (method, "GetInitialResultSet"))
    answer (invocation, first, search_in_thread);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr (GVariant) words = g_variant_get_child_value (parameters, 1);

      answer (invocation, words, search_in_thread);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    answer (invocation, first, describe_in_thread);
  else
    {
      if (g_str_equal (method, "ActivateResult"))
        open_result (g_variant_get_string (first, NULL));
      else
        g_application_activate (g_application_get_default ());
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

gboolean
samen_search_provider_export (GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = method_cb };
  g_autofree char *own_path = g_strconcat (path, "/SearchProvider", NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, error);

  return node != NULL &&
         g_dbus_connection_register_object (connection, own_path, node->interfaces[0], &table, NULL,
                                            NULL, error) != 0;
}
