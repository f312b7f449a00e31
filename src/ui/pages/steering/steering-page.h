/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_STEERING_PAGE (samen_steering_page_get_type ())

/** SamenSteeringPage: the goals, each with its evaluation criteria and what was measured. */
G_DECLARE_FINAL_TYPE (SamenSteeringPage, samen_steering_page, SAMEN, STEERING_PAGE, SamenPage)

G_END_DECLS
