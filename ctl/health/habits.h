/* SPDX-License-Identifier: MIT */
/* Differences that this notification server makes, in words. */
#pragma once

#include "ctl/health/checks.h"

/* Adds what oned knows of the server, as checks with the name server. */
void one_habits_add (OneChecks *checks);
