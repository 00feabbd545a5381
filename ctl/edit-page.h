/* SPDX-License-Identifier: MIT */
/* A meeting's page, from onectl into the editor and back: for log and page. */
#pragma once

#include "ctl/context.h"

/* Opens the page of a meeting in the user's editor, and says what was taken over from it. */
gboolean one_edit_page (OneContext *context, const char *which,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
