/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/outline.h"

G_BEGIN_DECLS

/** samen_outline_end: Returns: the place after a line and all that is part of it. */
int samen_outline_end (SamenOutline *self, int place);

/** samen_outline_article: Returns: the place of the article that a line is in, or -1. */
int samen_outline_article (SamenOutline *self, int place);

G_END_DECLS
