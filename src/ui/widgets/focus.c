/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/focus.h"

/* Whether @widget is in a dialog that is closing, or that another one covers */
static gboolean
is_out_of_reach (GtkWidget *widget)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  g_autoptr (AdwDialog) visible = NULL;

  if (dialog == NULL)
    return FALSE;
  g_object_get (gtk_widget_get_root (widget), "visible-dialog", &visible, NULL);
  return dialog != GTK_WIDGET (visible);
}

/* What was just made has no size yet, and what has no size is not scrolled to */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (!is_out_of_reach (widget))
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

void
samen_focus_when_drawn (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, focus_cb, NULL, NULL);
}

void
samen_focus_in_dialog (AdwDialog *dialog, GtkWidget *widget)
{
  adw_dialog_set_focus (dialog, widget);
  /* A bottom sheet moves it on to the first control once it is open */
  samen_focus_when_drawn (widget);
}

static void
dialogs_changed_cb (GtkWindow *window, GParamSpec *pspec, gpointer unused)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus != NULL && is_out_of_reach (focus))
    gtk_root_set_focus (GTK_ROOT (window), NULL);
}

void
samen_focus_leaves_dialogs (gpointer window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialogs_changed_cb), NULL);
}

/* ---- a row that goes ---- */

/* Where the focus was last, outside of dialogs */
typedef struct
{
  GWeakRef row;
  GWeakRef list;
  char *title;
  int place;
  GtkWidget *given; /* what got the focus in its place; not to be looked into */
} Last;

static void
last_free (gpointer data)
{
  Last *self = data;

  g_weak_ref_clear (&self->row);
  g_weak_ref_clear (&self->list);
  g_free (self->title);
  g_free (self);
}

static void
last_set (Last *self, GtkWidget *row)
{
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;

  g_weak_ref_set (&self->row, row);
  g_weak_ref_set (&self->list, GTK_IS_LIST_BOX (list) ? list : NULL);
  g_clear_pointer (&self->title, g_free);
  if (row == NULL)
    return;
  self->place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  self->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static gboolean
is_covered (GtkRoot *window)
{
  g_autoptr (AdwDialog) visible = NULL;

  g_object_get (window, "visible-dialog", &visible, NULL);
  return visible != NULL;
}

static GtkWidget *
find_titled (GtkListBox *list, const char *title)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ADW_IS_PREFERENCES_ROW (row) &&
        g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      break;
  return row;
}

/* The row that was moved, or else the one in its place */
static GtkWidget *
find_successor (const Last *last, GtkListBox *list)
{
  GtkWidget *row = find_titled (list, last->title);

  for (int place = last->place; row == NULL && place >= 0; place--)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, place));
  return row;
}

/* Once it is settled which rows there are; whoever moved a row may have given the focus to it meanwhile */
static gboolean
return_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  const Last *last = data;
  g_autoptr (GtkWidget) list = g_weak_ref_get ((GWeakRef *) &last->list);
  GtkWidget *row = list != NULL ? find_successor (last, GTK_LIST_BOX (list)) : NULL;

  if (row != NULL && gtk_widget_get_mapped (row) && !is_covered (GTK_ROOT (window)) &&
      gtk_root_get_focus (GTK_ROOT (window)) == last->given)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
focus_changed_cb (GtkRoot *window, GParamSpec *pspec, gpointer data)
{
  Last *last = data;
  GtkWidget *focus = gtk_root_get_focus (window);
  g_autoptr (GtkWidget) row = g_weak_ref_get (&last->row);
  g_autoptr (GtkWidget) list = g_weak_ref_get (&last->list);

  if (is_covered (window))
    return;
  if (list != NULL && gtk_widget_get_mapped (list) &&
      (row == NULL || gtk_widget_get_parent (row) != list))
    {
      Last *gone = g_new0 (Last, 1);

      g_weak_ref_init (&gone->row, NULL);
      g_weak_ref_init (&gone->list, list);
      gone->title = g_strdup (last->title);
      gone->place = last->place;
      gone->given = focus;
      gtk_widget_add_tick_callback (GTK_WIDGET (window), return_cb, gone, last_free);
    }
  last_set (last, focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_ROW) : NULL);
}

void
samen_focus_stays_in_lists (gpointer window)
{
  Last *last = g_new0 (Last, 1);

  g_weak_ref_init (&last->row, NULL);
  g_weak_ref_init (&last->list, NULL);
  g_object_set_data_full (window, "samen-focus-last", last, last_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), last);
}
