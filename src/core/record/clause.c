/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/article.h"
#include "record/clause.h"

static const SamenChoice marks[] = {
  { "number", NC_ ("choice", "Number or letter") },
  { "dash", NC_ ("choice", "Dash") },
  { "none", NC_ ("choice", "Nothing") },
  { NULL },
};

static const SamenField fields[] = {
  SAMEN_FIELD (SamenClause, article, N_ ("Article"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_article_get_type),
  SAMEN_FIELD (SamenClause, part_of, N_ ("Part of"), .flags = SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_clause_get_type),
  SAMEN_FIELD (SamenClause, text, N_ ("Clause"),
               .flags = SAMEN_REQUIRED | SAMEN_LONG | SAMEN_CITES),
  SAMEN_FIELD (SamenClause, mark, N_ ("Marked with"), .choices = marks),
  SAMEN_FIELD (SamenClause, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenClause, samen_clause, "clause", N_ ("clause"), fields)
