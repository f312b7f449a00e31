/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_ATTACHMENT (samen_attachment_get_type ())

G_DECLARE_FINAL_TYPE (SamenAttachment, samen_attachment, SAMEN, ATTACHMENT, SamenRecord)

/** SamenAttachment: A file kept with a record, and deleted with it. */
struct _SamenAttachment
{
  SamenRecord parent_instance;
  char *name;
  char *record;
  char *media_type;
  SamenBytes content;
  char *description;
  SamenPosition position;
};

G_END_DECLS
