/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/** SamenArticleKind: an article, the heading of a chapter, or an annex */
typedef enum
{
  SAMEN_ARTICLE_PLAIN,
  SAMEN_ARTICLE_CHAPTER,
  SAMEN_ARTICLE_ANNEX,
} SamenArticleKind;

#define SAMEN_TYPE_ARTICLE (samen_article_get_type ())

G_DECLARE_FINAL_TYPE (SamenArticle, samen_article, SAMEN, ARTICLE, SamenRecord)

/** SamenArticle: An article of an agreement, or the heading of a chapter: both stand in one list,
 * so that moving either is moving one line. */
struct _SamenArticle
{
  SamenRecord parent_instance;
  SamenReference agreement;
  SamenArticleKind kind;
  char *heading;
  char *text;
  SamenPosition position;
};

G_END_DECLS
