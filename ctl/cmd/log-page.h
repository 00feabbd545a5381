/* SPDX-License-Identifier: MIT */
/* `onectl log` without options: the page of the meeting, in the user's editor. */
#pragma once

#include "ctl/context.h"

gboolean one_log_page_edit (OneContext *context, const char *which,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
