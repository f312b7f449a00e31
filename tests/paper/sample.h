/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/pdf.h"

/* Returns: a covenant as a steering group would sign it, every kind of block in it */
SamenDocument *sample_covenant (void);

#define SAMPLE_TEXT                                                                                \
  "Partijen leiden samen studenten op die na hun diploma in de regio aan het werk gaan en er "     \
  "blijven, en sturen daarbij op resultaten die zij vooraf samen hebben benoemd. "

/* Returns: @n articles with paragraphs of all lengths, lists and a table now and then */
SamenDocument *sample_articles (guint n);

/* Returns: the path of @name in the folder where tests leave what they draw */
char *sample_output (const char *name);
