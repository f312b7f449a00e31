/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_PHOTO_VIEW (samen_photo_view_get_type ())

/**
 * SamenPhotoView:
 *
 * Shows a photo, no larger than is needed here: it is read and made smaller in a thread. Property `loaded`
 * (readable): whether it is to be seen.
 */
G_DECLARE_FINAL_TYPE (SamenPhotoView, samen_photo_view, SAMEN, PHOTO_VIEW, AdwBin)

/** samen_photo_view_new: Returns: (transfer floating): one without a photo. */
GtkWidget *samen_photo_view_new (void);

/**
 * samen_photo_view_set:
 * @bytes: (nullable): what samen_picture_take() gave; %NULL shows nothing
 * @alt: what there is to see, for who does not see it
 */
void samen_photo_view_set (SamenPhotoView *self, GBytes *bytes, const char *alt);

G_END_DECLS
