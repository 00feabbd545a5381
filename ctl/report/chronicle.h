/* SPDX-License-Identifier: MIT */
/* What `report` and `export` are made of. */
#pragma once

#include "ctl/context.h"

/* Chronicle records of WHO, or of everybody, since the day of --since (its beginning is left in
 * `since`; 0 if none is given); with a category (not "") only what is of it. */
GVariant *one_chronicle_get (OneContext *context, const char *category, gint64 *since,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
