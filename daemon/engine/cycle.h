/* SPDX-License-Identifier: MIT */
/* The one way in which data flows through oned. */
#pragma once

#include "engine/base/base.h"

/* Does what is to be done now, and goes to sleep until the next instant that matters. Costs next to
 * nothing when nothing has changed. */
void one_cycle_run (OneEngine *engine);

/* Runs it after the calendars were read, if need be in turns of the main loop: FALSE if it goes on
 * with these; `judged` is called with the engine then, and is to run it. */
gboolean one_cycle_run_in_turns (OneEngine *engine, void (*judged) (gpointer engine));

/* Runs it after settings, people or the user's decisions changed: everything is judged. */
void one_cycle_rejudge (OneEngine *engine);
