/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/** SamenMark: what stands before a clause: the number or letter of its place, a dash, or nothing */
typedef enum
{
  SAMEN_MARK_NUMBER,
  SAMEN_MARK_DASH,
  SAMEN_MARK_NONE,
} SamenMark;

#define SAMEN_TYPE_CLAUSE (samen_clause_get_type ())

G_DECLARE_FINAL_TYPE (SamenClause, samen_clause, SAMEN, CLAUSE, SamenRecord)

/** SamenClause: A clause (lid) of an article, or a part (onderdeel) of a clause. */
struct _SamenClause
{
  SamenRecord parent_instance;
  SamenReference article;
  SamenReference part_of;
  SamenMark mark;
  char *text;
  SamenPosition position;
};

G_END_DECLS
