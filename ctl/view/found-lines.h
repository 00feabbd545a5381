/* SPDX-License-Identifier: MIT */
/* Prints records of what was written, for notes and search. */
#pragma once

#include "ctl/context.h"

/* `key` is that of the JSON document; `nothing` is the message if there are no records. */
gboolean one_found_lines_print (OneContext *context, const char *key, GVariant *records,
                                const char *nothing, GError **error) G_GNUC_WARN_UNUSED_RESULT;
