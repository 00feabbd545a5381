/* SPDX-License-Identifier: MIT */
/* The end of every method. Each function sends the answer, frees the call, and returns TRUE, as a
 * handler must. */
#pragma once

#include <gio/gio.h>
#include "bus/pack/pack-list.h"

/* Whatever the error is, one of ours reaches the caller: bus/foreign. */
gboolean one_reply_error (GDBusMethodInvocation *call, const GError *error);

/* An answer without a value. */
gboolean one_reply_done (GDBusMethodInvocation *call);

/* The value, or the error if it is NULL. `values` of what `pack` takes. */
gboolean one_reply_text (GDBusMethodInvocation *call, const char *text, const GError *error);
gboolean one_reply_list (GDBusMethodInvocation *call, const GPtrArray *values, OnePackFunc pack,
                         const GError *error);
gboolean one_reply_record (GDBusMethodInvocation *call, gconstpointer value, OnePackFunc pack,
                           const GError *error);
