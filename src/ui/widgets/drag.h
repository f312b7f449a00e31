/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What all rows that are dragged have in common: how they look on their way, and that the page scrolls along.
 */

/** samen_drag_show_icon: lets @row be seen under the pointer, as it looks, on a ground of its own. */
void samen_drag_show_icon (GtkWidget *row, GdkDrag *drag);

/** SamenDragScroll: the scrolling of a page while something is dragged over it */
typedef struct _SamenDragScroll SamenDragScroll;

/**
 * samen_drag_scroll_new:
 * @widget: something in a #GtkScrolledWindow
 * @scrolled: (nullable): called when the page has scrolled, with the place of the pointer in it
 * @data: handed to @scrolled
 *
 * Scrolls the page as long as the pointer is near its upper or lower edge, the faster the nearer.
 *
 * Returns: (transfer full): the scrolling, until it is freed.
 */
SamenDragScroll *samen_drag_scroll_new (GtkWidget *widget,
                                        void (*scrolled) (gpointer data,
                                                          GtkWidget *scroller,
                                                          double y),
                                        gpointer data);

void samen_drag_scroll_free (SamenDragScroll *self);

G_END_DECLS
