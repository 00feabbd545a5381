/* SPDX-License-Identifier: MIT */
/* The one way in which data flows through oned. */
#pragma once

#include "engine/base/base.h"

/* Does what is to be done now, and goes to sleep until the next instant that matters. Costs next to
 * nothing when nothing has changed. */
void one_cycle_run (OneEngine *engine);

/* Runs it after settings, people or the user's decisions changed: everything is judged. */
void one_cycle_rejudge (OneEngine *engine);
