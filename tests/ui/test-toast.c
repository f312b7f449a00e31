/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "ui-fixture.h"
#include "widgets/toast.h"

/* As long as the longest message that the app has, and a long word in it */
static const char message[] =
    "The package does not open: Arbeidsmarkttoeleidingspartnerschappen.samenspel was made by a "
    "newer version of Samenspel. Install that version first, and open the package again after it.";

static GtkLabel *
find_label (gpointer root)
{
  if (GTK_IS_LABEL (root) &&
      gtk_widget_get_ancestor (root, g_type_from_name ("AdwToastWidget")) != NULL &&
      gtk_widget_get_ancestor (root, GTK_TYPE_BUTTON) == NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is in @text, wherever it is broken */
static char *
letters_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv ("", words);
}

/* Each line is on the screen to its end, and together they are the whole message */
static gboolean
is_whole (gpointer overlay)
{
  GtkLabel *label = find_label (overlay);
  g_autofree char *shown = label != NULL ? letters_of (gtk_label_get_text (label)) : NULL;
  g_autofree char *expected = letters_of (message);

  return label != NULL && gtk_widget_get_width (GTK_WIDGET (label)) > 0 &&
         !pango_layout_is_ellipsized (gtk_label_get_layout (label)) &&
         g_str_equal (shown, expected);
}

static guint
count_lines (UiFixture *self)
{
  return (guint) pango_layout_get_line_count (gtk_label_get_layout (find_label (self->overlay)));
}

static void
test_narrow (UiFixture *self, gconstpointer unused)
{
  GtkWidget *child = gtk_label_new ("…");

  gtk_window_set_default_size (self->window, 360, 640);
  ui_show (self, child);
  samen_toast (child, message);
  ui_wait (is_whole, self->overlay);
  g_assert_cmpuint (count_lines (self), >, 4);
  gtk_test_accessible_assert_property (find_label (self->overlay), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       message);
}

static void
test_wide (UiFixture *self, gconstpointer unused)
{
  GtkWidget *child = gtk_label_new ("…");

  gtk_window_set_default_size (self->window, 1200, 640);
  ui_show (self, child);
  samen_toast (child, message);
  ui_wait (is_whole, self->overlay);
  g_assert_cmpuint (count_lines (self), <=, 2);
}

/* Before the window is there, as for what went wrong when it opened */
static void
test_early (UiFixture *self, gconstpointer unused)
{
  GtkWidget *child = gtk_label_new ("…");

  gtk_window_set_default_size (self->window, 360, 640);
  adw_toast_overlay_set_child (self->overlay, child);
  samen_toast (child, message);
  ui_show (self, child);
  ui_wait (is_whole, self->overlay);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/toast/narrow", test_narrow);
  UI_TEST ("/toast/wide", test_wide);
  UI_TEST ("/toast/early", test_early);
  return g_test_run ();
}
