/* SPDX-License-Identifier: MIT */
/* How every method ends. All take the call over and return TRUE, as a handler must. */
#pragma once

#include "bus/pack.h"

/* Whatever the error is, one of ours reaches the caller: bus/foreign. */
gboolean one_reply_error (GDBusMethodInvocation *call, const GError *error);

/* NULL for the value: the error. */
gboolean one_reply_list (GDBusMethodInvocation *call, const GPtrArray *values, OnePackFunc pack,
                         const GError *error);
gboolean one_reply_record (GDBusMethodInvocation *call, gconstpointer value, OnePackFunc pack,
                           const GError *error);
