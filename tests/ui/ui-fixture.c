/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "shell/record-actions.h"
#include "store/script.h"
#include "ui-fixture.h"
#include "widgets/focus.h"

void
ui_init (int *argc, char ***argv)
{
  g_setenv ("SAMENSPEL_TODAY", "2026-11-23", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

static void
load_example (UiFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->base.store));
  g_free (self->base.path);
  self->base.path = fixture_file (&self->base, "example");
  self->base.store = samen_script_load_example ("en", self->base.path, &error);
  g_assert_no_error (error);
}

void
ui_set_up (UiFixture *self, gconstpointer example)
{
  GActionGroup *actions;

  fixture_set_up (&self->base, NULL);
  if (example != NULL)
    load_example (self);
  self->window = GTK_WINDOW (adw_window_new ());
  samen_focus_leaves_dialogs (self->window);
  samen_focus_stays_in_lists (self->window);
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_window_set_default_size (self->window, 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->overlay));
  actions = samen_record_actions_new (GTK_WIDGET (self->overlay), self->base.store);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "record", actions);
  g_object_unref (actions);
}

static gboolean
look_again_cb (gpointer n_looks)
{
  g_assert_cmpuint ((*(guint *) n_looks)++, <, 3000);
  return G_SOURCE_CONTINUE;
}

void
ui_wait (gboolean (*condition) (gpointer data), gpointer data)
{
  guint n_looks = 0;
  guint source = g_timeout_add (10, look_again_cb, &n_looks);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

/* What was closed is let go some frames later */
static gboolean
is_last_reference (gpointer store)
{
  return G_OBJECT (store)->ref_count == 1;
}

void
ui_tear_down (UiFixture *self, gconstpointer unused)
{
  gtk_window_destroy (self->window);
  ui_wait (is_last_reference, self->base.store);
  fixture_tear_down (&self->base, NULL);
}

void
ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
has_place (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

gpointer
ui_show (UiFixture *self, gpointer widget)
{
  adw_toast_overlay_set_child (self->overlay, widget);
  gtk_window_present (self->window);
  ui_wait (is_active, self->window);
  ui_wait (has_place, widget);
  return widget;
}

gpointer
ui_present (UiFixture *self, gpointer dialog)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    ui_show (self, gtk_label_new ("…"));
  adw_dialog_present (dialog, GTK_WIDGET (self->overlay));
  /* The sheet is there a frame after the dialog, and nobody fills in what is not there */
  ui_wait (has_place, dialog);
  ui_wait (has_place, adw_dialog_get_child (dialog));
  return dialog;
}

AdwDialog *
ui_dialog (UiFixture *self)
{
  ui_settle ();
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

const char *
ui_name (GtkWidget *widget)
{
  const char *name = NULL;

  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_EXPANDER (widget))
    return gtk_expander_get_label (GTK_EXPANDER (widget));
  name = gtk_widget_get_tooltip_text (widget);
  if (name == NULL && GTK_IS_BUTTON (widget))
    {
      GtkWidget *label = ui_find (gtk_widget_get_first_child (widget), GTK_TYPE_LABEL, NULL);

      name = label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
    }
  return name;
}

gpointer
ui_find (gpointer root, GType type, const char *name)
{
  if (root == NULL || !gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (name == NULL || g_strcmp0 (ui_name (root), name) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = ui_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ui_press (gpointer root, const char *name)
{
  GtkWidget *button = ui_find (root, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_error ("There is no button “%s”", name);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static void
choose (AdwComboRow *row, const char *text)
{
  GListModel *names = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (name), text))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_error ("“%s” is not to choose", text);
}

/* The title of a long text stands above it */
static GtkTextView *
find_text_view (gpointer root, const char *label)
{
  GtkWidget *title = ui_find (root, GTK_TYPE_LABEL, label);
  GtkWidget *text = title != NULL ? gtk_widget_get_next_sibling (title) : NULL;

  return GTK_IS_TEXT_VIEW (text) ? GTK_TEXT_VIEW (text) : NULL;
}

void
ui_fill (gpointer root, const char *label, const char *text)
{
  GtkWidget *row = ui_find (root, ADW_TYPE_PREFERENCES_ROW, label);

  if (ADW_IS_ENTRY_ROW (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else if (ADW_IS_COMBO_ROW (row))
    choose (ADW_COMBO_ROW (row), text);
  else if (ADW_IS_SWITCH_ROW (row))
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_str_equal (text, "yes"));
  else if (find_text_view (root, label) != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_text_view (root, label)), text, -1);
  else
    g_error ("There is no field “%s”", label);
}

gpointer
ui_row (gpointer list, guint place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) place);

  g_assert_nonnull (row);
  return row;
}

/* A part of a widget that has the name itself, such as the toggle in a menu button */
static gboolean
is_part_of_named (GtkWidget *widget)
{
  GtkWidget *whole = gtk_widget_get_parent (widget);

  return GTK_IS_MENU_BUTTON (whole) || GTK_IS_DROP_DOWN (whole) || ADW_IS_SWITCH_ROW (whole) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_CALENDAR) != NULL ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  const char *name = ui_name (widget);

  return (name != NULL && *name != '\0') ||
         gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
needs_name (GtkWidget *widget)
{
  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
      return !is_part_of_named (widget);
    case GTK_ACCESSIBLE_ROLE_LIST:
      /* The list within a group of rows belongs to the group */
      return gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) == NULL;
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
      return gtk_widget_get_focusable (widget) && !is_part_of_named (widget);
    case GTK_ACCESSIBLE_ROLE_IMG:
      return !GTK_IS_IMAGE (widget);
    default:
      return FALSE;
    }
}

static void
collect_nameless (GtkWidget *widget, GString *nameless)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (needs_name (widget) && !is_named (widget))
    g_string_append_printf (nameless, "%s in %s\n", G_OBJECT_TYPE_NAME (widget),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_nameless (child, nameless);
}

void
ui_assert_named (gpointer root)
{
  g_autoptr (GString) nameless = g_string_new (NULL);

  collect_nameless (root, nameless);
  g_assert_cmpstr (nameless->str, ==, "");
}

/* What the focus was on, from one Tab to the next, until it comes round */
static GHashTable *
walk_by_tab (UiFixture *self, GtkWidget *root)
{
  GHashTable *visited = g_hash_table_new (NULL, NULL);

  guint n_known = 0;

  gtk_root_set_focus (GTK_ROOT (self->window), NULL);
  /* A widget of several parts may have the focus more than once */
  while (n_known < 10 && gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD))
    n_known =
        g_hash_table_add (visited, gtk_root_get_focus (GTK_ROOT (self->window))) ? 0 : n_known + 1;
  return visited;
}

/* What takes the focus only to pass it on, or by the arrow keys only, as is the custom */
static gboolean
is_reached_otherwise (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);

  if (GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_LIST_BOX (widget) ||
      ADW_IS_NAVIGATION_PAGE (widget) || ADW_IS_DIALOG (widget))
    return TRUE;
  return (list != NULL &&
          gtk_list_box_get_tab_behavior (GTK_LIST_BOX (list)) != GTK_LIST_TAB_ALL) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BASE) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_TOGGLE_GROUP) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

/* Whether the focus was on @widget or in it; adds what was not reached */
static gboolean
collect_unreached (GtkWidget *widget, GHashTable *visited, GString *unreached)
{
  gboolean reached = g_hash_table_contains (visited, widget);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget) ||
      GTK_IS_POPOVER (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    reached = collect_unreached (child, visited, unreached) || reached;
  if (!reached && gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) &&
      !is_reached_otherwise (widget))
    g_string_append_printf (unreached, "%s “%s” in %s\n", G_OBJECT_TYPE_NAME (widget),
                            ui_name (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  return reached;
}

void
ui_draw_frames (UiFixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  const gint64 first = gdk_frame_clock_get_frame_counter (clock);

  gdk_frame_clock_begin_updating (clock);
  while (gdk_frame_clock_get_frame_counter (clock) < first + 5)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
}

void
ui_assert_reachable (UiFixture *self, gpointer root)
{
  g_autoptr (GHashTable) visited = NULL;
  g_autoptr (GString) unreached = g_string_new (NULL);

  /* What has no place yet has no turn either */
  ui_draw_frames (self);
  visited = walk_by_tab (self, root);
  g_assert_cmpuint (g_hash_table_size (visited), >, 0);
  collect_unreached (root, visited, unreached);
  g_assert_cmpstr (unreached->str, ==, "");
}
