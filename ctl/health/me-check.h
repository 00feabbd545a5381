/* SPDX-License-Identifier: MIT */
/* "Is this you?": whether oned knows the user's own addresses, and all of them. */
#pragma once

#include "ctl/health/checks.h"
#include "ctl/health/me-hint.h"

/* Adds what there is to say of the addresses in `status`, as GetStatus gives it. FALSE if they are
 * why no one-on-one can be found. */
gboolean one_me_check_add (OneChecks *checks, GVariant *status);

/* (transfer full) of OneMeHint; NULL if oned cannot say. `seen`: whether any event is with me.
 * Needs one_context_load_now. */
GPtrArray *one_me_check_list_hints (OneContext *context, gboolean *seen);

/* (transfer full) The question whether an address is the user's, too, with its ground. */
char *one_me_check_format_another (const OneMeHint *hint);
