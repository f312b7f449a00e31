/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Photos. What a dossier keeps of one is a picture of its own: at most SAMEN_PICTURE_SIZE pixels wide and
 * high, upright, made anew from the pixels alone. So where and when it was taken and with which phone is
 * not in the dossier, nor in anything that is made of it.
 *
 * Files are read as something that anybody may have written: what they are is told by their first bytes,
 * and how large they claim to be is looked at before there is memory for it. All this takes its time, and
 * may be done in any thread.
 */

/** The longest side of a photo that is kept, in pixels */
#define SAMEN_PICTURE_SIZE 2048

/** The largest file that is read, in bytes */
#define SAMEN_PICTURE_MOST_BYTES (50 * 1000 * 1000)

/** The most pixels that are read */
#define SAMEN_PICTURE_MOST_PIXELS (100 * 1000 * 1000)

/** The type of what samen_picture_take() gives */
#define SAMEN_PICTURE_TYPE "image/jpeg"

/**
 * samen_picture_take:
 * @file: a JPEG, PNG or WebP file
 * @error: what is wrong with it, and what to do
 *
 * Returns: (transfer full) (nullable): the photo as it is to be kept.
 */
GBytes *samen_picture_take (GBytes *file, GCancellable *cancellable, GError **error);

/**
 * samen_picture_read_file:
 * @file: a file that somebody chose
 *
 * Returns: (transfer full) (nullable): samen_picture_take() of what is in it.
 */
GBytes *samen_picture_read_file (GFile *file, GCancellable *cancellable, GError **error);

/**
 * samen_picture_load:
 * @bytes: a JPEG, PNG or WebP file
 * @size: how many pixels wide and high it is to be at most; it is never made larger
 *
 * Returns: (transfer full) (nullable): its pixels, upright.
 */
GdkPixbuf *samen_picture_load (GBytes *bytes, int size, GCancellable *cancellable, GError **error);

/**
 * samen_picture_to_surface:
 * @size: as in samen_picture_load()
 *
 * Returns: (transfer full) (nullable): the same to draw on paper; a PDF takes it over as a JPEG.
 */
cairo_surface_t *samen_picture_to_surface (GBytes *bytes, int size, GError **error);

G_END_DECLS
