/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "fixture.h"

G_BEGIN_DECLS

/** UiFixture: a dossier of its own for each test, and a window that works on it */
typedef struct
{
  Fixture base;
  GtkWindow *window;
  AdwToastOverlay *overlay;
} UiFixture;

/** ui_set_up: with an empty dossier; with the example where @example is not %NULL. */
void ui_set_up (UiFixture *self, gconstpointer example);

/** ui_tear_down: closes the window; fails where anything still holds the dossier. */
void ui_tear_down (UiFixture *self, gconstpointer unused);

/** UI_TEST: adds a test of a function that takes a #UiFixture with an empty dossier */
#define UI_TEST(path, function)                                                                    \
  g_test_add (path, UiFixture, NULL, ui_set_up, function, ui_tear_down)

/** UI_EXAMPLE_TEST: adds a test of a function that takes a #UiFixture with the example */
#define UI_EXAMPLE_TEST(path, function)                                                            \
  g_test_add (path, UiFixture, "example", ui_set_up, function, ui_tear_down)

/** ui_init: instead of g_test_init() */
void ui_init (int *argc, char ***argv);

/** ui_wait: runs the main loop until @condition holds; fails after a while. */
void ui_wait (gboolean (*condition) (gpointer data), gpointer data);

/** ui_draw_frames: runs it until what was there to draw, and to move the focus afterwards, is done. */
void ui_draw_frames (UiFixture *self);

/** ui_settle: runs the main loop until it has nothing to do at once. */
void ui_settle (void);

/** ui_show: shows @widget in the window, and waits until it has a place there. Returns: @widget. */
gpointer ui_show (UiFixture *self, gpointer widget);

/** ui_present: shows @dialog over the window, and waits until it is there. Returns: @dialog. */
gpointer ui_present (UiFixture *self, gpointer dialog);

/** ui_dialog: Returns: (transfer none) (nullable): the uppermost dialog over the window. */
AdwDialog *ui_dialog (UiFixture *self);

/**
 * ui_find:
 * @root: where to look
 * @type: of what type
 * @name: (nullable): what it is called: its label, title or tooltip
 *
 * Returns: (transfer none) (nullable): the first such widget that is to be seen.
 */
gpointer ui_find (gpointer root, GType type, const char *name);

/** ui_name: Returns: (transfer none) (nullable): what a user reads on or over @widget. */
const char *ui_name (GtkWidget *widget);

/** ui_press: presses the button called @name, which has to be there. */
void ui_press (gpointer root, const char *name);

/** ui_fill: fills in the field of a form labelled @label with @text; a choice by what it is called. */
void ui_fill (gpointer root, const char *label, const char *text);

/** ui_child: Returns: (transfer none): the row of @list at @place, which has to be there. */
gpointer ui_row (gpointer list, guint place);

/** ui_assert_reachable: fails where Tab does not lead to all in @root, which is shown, that takes the focus. */
void ui_assert_reachable (UiFixture *self, gpointer root);

/** ui_assert_named: fails where @root has anything to act on or to look at that has no name. */
void ui_assert_named (gpointer root);

G_END_DECLS
