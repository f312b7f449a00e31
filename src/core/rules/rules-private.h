/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "record/record.h"

G_BEGIN_DECLS

/** samen_n_items: Returns: how many items @model (nullable) has. */
static inline guint
samen_n_items (GListModel *model)
{
  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

/** samen_has_text: Returns: whether @text (nullable) says anything. */
static inline gboolean
samen_has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/** samen_letters: Returns: (transfer full): the letter of the @n-th in a list, from 1: "a", "z", "aa". */
char *samen_letters (guint n);

G_END_DECLS
