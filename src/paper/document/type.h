/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * The typography of a document: every size and colour of the paper stands here.
 */

#pragma once

#include <pango/pangocairo.h>

#include "document/block.h"

G_BEGIN_DECLS

/* All in points. */
#define SAMEN_MARGIN 70.866 /* 25 mm */
#define SAMEN_TEXT_WIDTH (595.276 - 2 * SAMEN_MARGIN)
#define SAMEN_TEXT_HEIGHT (841.890 - 2 * SAMEN_MARGIN)
#define SAMEN_FOOTER_Y (841.890 - 42.0) /* baseline */

typedef enum
{
  SAMEN_TYPE_BODY,
  SAMEN_TYPE_TITLE,
  SAMEN_TYPE_SUBTITLE,
  SAMEN_TYPE_H1,
  SAMEN_TYPE_H2,
  SAMEN_TYPE_H3,
  SAMEN_TYPE_CELL,
  SAMEN_TYPE_HEADER,
  SAMEN_TYPE_CAPTION,
  SAMEN_TYPE_PARTY,
  SAMEN_TYPE_LABEL,
  SAMEN_TYPE_FOOTER,
  SAMEN_N_TYPES,
} SamenTypeRole;

typedef enum
{
  SAMEN_INK_TEXT,
  SAMEN_INK_DIM,
  SAMEN_INK_ACCENT,
  SAMEN_INK_RULE, /* lines that part, not to write on */
  SAMEN_INK_HAIRLINE,
} SamenInk;

/* Text as lines on a fixed leading: line i has its baseline at
 * @ascent + i * @leading below its top. */
typedef struct
{
  PangoLayout *layout;
  guint n_lines;
  double leading;
  double ascent;
  SamenInk ink;
  gboolean before_more; /* another text of the same sentence follows */
} SamenLines;

/* Returns: (transfer full): a context that gives the same lines for every
 * surface: a point per unit, and no hinting */
PangoContext *samen_type_context_new (const char *language);

/**
 * samen_lines_init:
 * @lines: to be filled in; clear with samen_lines_clear()
 * @context: from samen_type_context_new()
 * @text: valid UTF-8
 * @runs: (nullable): styles of @text
 * @width: to break at, in points; negative is one line
 */
void samen_lines_init (SamenLines *lines,
                       PangoContext *context,
                       SamenTypeRole role,
                       const char *text,
                       GArray *runs,
                       double width);
void samen_lines_clear (SamenLines *lines);

/* Returns: the height in points */
double samen_lines_height (const SamenLines *lines);

/* Returns: the width of the widest line, in points */
double samen_lines_ink_width (const SamenLines *lines);

/* Draws lines [@first, @last), the first with its top at @y; in a layout
 * narrower than its width, as its alignment says. */
void samen_lines_draw (const SamenLines *lines,
                       cairo_t *cr,
                       double x,
                       double y,
                       guint first,
                       guint last);

/* Sets the source of @cr. */
void samen_ink_set (cairo_t *cr, SamenInk ink);

G_END_DECLS
