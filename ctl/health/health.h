/* SPDX-License-Identifier: MIT */
/* The checks that doctor and setup share: the bus, oned and its state, the notification server. */
#pragma once

#include "ctl/health/checks.h"

/* Checks the session bus. FALSE if there is none. */
gboolean one_health_add_bus (OneChecks *checks);

/* Checks oned, which the bus starts if it does not run, and all that oned knows: its troubles, the
 * calendars and the people found in them, my addresses, the clock. TRUE if oned answers and its
 * configuration is in force. */
gboolean one_health_add_oned (OneChecks *checks);

/* Checks the notification server: whether it answers, and how much of a reminder it can show. */
void one_health_add_server (OneChecks *checks);
