/* SPDX-License-Identifier: MIT */
/* "Is this you?": whether oned knows the user's own addresses, and all of them. */
#pragma once

#include "ctl/health/checks.h"

/* Adds what there is to say of the addresses in `status`, as GetStatus gives it. FALSE if they are
 * why no one-on-one can be found. */
gboolean one_me_check_add (OneChecks *checks, GVariant *status);
