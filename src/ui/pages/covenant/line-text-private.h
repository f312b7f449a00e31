/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/covenant/line-text.h"

G_BEGIN_DECLS

/*
 * The text is drawn here, and not by a label, for which it is laid out several times over: a covenant has
 * hundreds of lines. While it is written, it is not drawn but still says how high it is: the text view that lies
 * over it learns that only a frame later, and the page would jump.
 */
struct _SamenLineText
{
  GtkWidget parent_instance;
  SamenRecord *record;
  const char *field; /* of the record's field table */
  char *name;
  char *placeholder;
  char *kept; /* what the record held when it was shown */
  SamenNumbering *numbering;
  SamenLanguage *language;

  char *shown;
  char *told;          /* to a screen reader */
  PangoLayout *layout; /* of what is shown, or else of the placeholder */
  GtkTextView *view;   /* while it is written */
  gboolean is_composing;
};

/** samen_line_text_act: asks who shows the text to do @what. Returns: whether it was done. */
gboolean samen_line_text_act (SamenLineText *self, SamenLineAct what);

/** samen_line_text_tell_paste: tells who shows the text of lines that were pasted. */
void samen_line_text_tell_paste (SamenLineText *self, const char *text);

/** samen_line_text_ask: tells who shows the text that somebody wants to write at its end. */
void samen_line_text_ask (SamenLineText *self);

/** samen_line_text_add_keys: gives the view, which was just made, its keys, and its way to paste. */
void samen_line_text_add_keys (SamenLineText *self);

G_END_DECLS
