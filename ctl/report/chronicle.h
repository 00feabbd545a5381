/* SPDX-License-Identifier: MIT */
/* Asks oned for chronicle records, for report and export. */
#pragma once

#include "ctl/context.h"

/* The records of WHO, or of everybody, from --since on (transfer full). Stores the instant of
 * --since in `since`, 0 without it. A category (not "") leaves only the meetings in which it came
 * up, its notes and its points. */
GVariant *one_chronicle_get (OneContext *context, const char *category, gint64 *since,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
