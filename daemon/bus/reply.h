/* SPDX-License-Identifier: MIT */
/* How a method answers. Each function sends the answer, frees the call, and returns TRUE, as a
 * handler must. A method whose answer has another shape (a number, two values) sends it itself, and
 * comes here for its errors. */
#pragma once

#include <gio/gio.h>
#include "bus/pack/record.h"

/* Sends the error, as one of ours (bus/foreign-error.h). */
gboolean one_reply_error (GDBusMethodInvocation *call, const GError *error);

/* Sends an answer without a value. */
gboolean one_reply_done (GDBusMethodInvocation *call);

/* Sends the tuple (floating), however large. */
gboolean one_reply_values (GDBusMethodInvocation *call, GVariant *values);

/* Each sends its value, or the error if the value is NULL. `pack` takes one of `values`. */
gboolean one_reply_text (GDBusMethodInvocation *call, const char *text, const GError *error);
gboolean one_reply_list (GDBusMethodInvocation *call, const GPtrArray *values, OneRecordFunc pack,
                         const GError *error);
gboolean one_reply_record (GDBusMethodInvocation *call, gconstpointer value, OneRecordFunc pack,
                           const GError *error);
