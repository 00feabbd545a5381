/* SPDX-License-Identifier: MIT */
/* Checks that doctor and setup have in common: oned and what it says of itself, and the
 * notification server. */
#pragma once

#include "ctl/health/checks.h"

/* Whether there is a session bus. */
gboolean one_health_add_bus (OneChecks *checks);

/* Whether oned answers, started by the bus if it does not run; and if it does, all that it knows:
 * my addresses, the calendars and what was found in them, its clock, its troubles. TRUE if it
 * answers and has taken the configuration. */
gboolean one_health_add_oned (OneChecks *checks);

/* Who shows the reminders, and what of them. */
void one_health_add_server (OneChecks *checks);
