/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/attachment.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenAttachment, name, N_ ("Name"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenAttachment, record, N_ ("Kept with"), .flags = SAMEN_REQUIRED | SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAttachment, media_type, N_ ("Type"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAttachment, content, N_ ("Contents"), .flags = SAMEN_REQUIRED | SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAttachment, description, N_ ("What there is to see")),
  SAMEN_FIELD (SamenAttachment, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenAttachment, samen_attachment, "attachment", N_ ("attachment"), fields)
