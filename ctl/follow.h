/* SPDX-License-Identifier: MIT */
/* Prints the next meeting again whenever that changes, or what is said of it does: at its start, at
 * midnight, and each minute of the last ten. Wakes for nothing else. */
#pragma once

#include "ctl/context.h"

/* Appends a record to the printer, by `context->now`. */
typedef void (*OneFollowPrint) (OneContext *context, GVariant *next);

/* Runs until the bus or the reader of the pipe is gone; returns FALSE, with `error` for the reason.
 */
gboolean one_follow_run (OneContext *context, OneFollowPrint print,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
