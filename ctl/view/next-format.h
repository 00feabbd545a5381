/* SPDX-License-Identifier: MIT */
/* The next meeting by a format of the user's: "{person} {in}". */
#pragma once

#include "ctl/context.h"
#include "ctl/print/escape.h"

/* Fails with ONE_ERROR_INVALID for a name in braces that there is not, or a brace left open. */
gboolean one_next_format_check (const char *format, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Escapes what stands in braces, but not the rest; blanks at both ends go. (transfer full) */
char *one_next_format_apply (OneContext *context, const char *format, OneEscape escape,
                             GVariant *next);
