/* SPDX-License-Identifier: MIT */
/* What `notes` and `search` have in common: written records, printed. */
#pragma once

#include "ctl/context.h"

/* `key` in JSON; `nothing` is said when there are none. */
gboolean one_written_lines_print (OneContext *context, const char *key, GVariant *records,
                                  const char *nothing, GError **error) G_GNUC_WARN_UNUSED_RESULT;
