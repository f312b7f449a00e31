/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_new_version_title:
 *
 * Returns: (transfer full): what the next version of @agreement would be called, in the language of the
 *   document: "Samen opleiden (versie 3)", after what the first one is called.
 */
char *samen_new_version_title (SamenStore *store, SamenAgreement *agreement);

/**
 * samen_new_version_edit:
 * @agreement: a covenant, signed or not
 * @title: what the new version is called
 * @id: (out) (optional) (transfer full): the id of the new version
 *
 * Makes a draft that follows @agreement: with the same text, terms, parties and who represents them, to be changed
 * and signed anew. @agreement itself stays as it is, with its signatures, evaluation moments and files. A party
 * that withdrew is left out, and so is the date on which @agreement took effect.
 *
 * Returns: (transfer full): the edit, to be applied to @store.
 */
SamenEdit *samen_new_version_edit (SamenStore *store,
                                   SamenAgreement *agreement,
                                   const char *title,
                                   char **id);

G_END_DECLS
