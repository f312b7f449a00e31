/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Fixture: the example dossier, and a window to show something of it in */
typedef struct
{
  char *folder;
  SamenStore *store;
  GtkWidget *window;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer unused);
void fixture_tear_down (Fixture *self, gconstpointer unused);

/** fixture_show: shows @widget in the window, and waits until it is drawn. */
void fixture_show (Fixture *self, GtkWidget *widget);

/** fixture_show_dialog: shows @dialog in the window, and waits until it is drawn. */
void fixture_show_dialog (Fixture *self, AdwDialog *dialog);

/** fixture_find: Returns: (transfer none): the first widget of @type below @widget; fails if there is none. */
gpointer fixture_find (GtkWidget *widget, GType type);

/** fixture_find_titled: Returns: (transfer none): the row below @widget with that title; fails likewise. */
gpointer fixture_find_titled (GtkWidget *widget, const char *title);

/** fixture_first: Returns: (transfer full): the first record of a type. */
gpointer fixture_first (Fixture *self, GType type);

#define UI_TEST(path, function)                                                                    \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
