/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/pdf.h"

/* Returns: a covenant as a steering group would sign it, every kind of block in it */
SamenDocument *sample_covenant (void);

/* Returns: the path of @name in the folder where tests leave what they draw */
char          *sample_output   (const char *name);
