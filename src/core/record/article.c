/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/agreement.h"
#include "record/article.h"

static const SamenChoice kinds[] = {
  { "article", NC_ ("choice", "Article") },
  { "chapter", NC_ ("choice", "Chapter") },
  { "annex", NC_ ("choice", "Annex") },
  { NULL },
};

static const SamenField fields[] = {
  SAMEN_FIELD (SamenArticle, agreement, N_ ("Covenant"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_agreement_get_type),
  SAMEN_FIELD (SamenArticle, kind, N_ ("Kind"), .flags = SAMEN_INTERNAL, .choices = kinds),
  SAMEN_FIELD (SamenArticle, heading, N_ ("Heading")),
  SAMEN_FIELD (SamenArticle, text, N_ ("Text"), .flags = SAMEN_LONG | SAMEN_CITES),
  SAMEN_FIELD (SamenArticle, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenArticle, samen_article, "article", N_ ("article"), fields)
