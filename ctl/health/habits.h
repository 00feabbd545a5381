/* SPDX-License-Identifier: MIT */
/* What will be different with this notification server, in words. */
#pragma once

#include "ctl/health/checks.h"

/* Adds what oned knows of the server, as checks with the name server. */
void one_habits_add (OneChecks *checks);
