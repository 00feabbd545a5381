/* SPDX-License-Identifier: MIT */
/* Carries out the plan: rows before and after each call of the notification server, and what the
 * user does with what is on the screen. */
#pragma once

#include "core/plan/plan.h"
#include "engine/base.h"

void one_remind_all (OneEngine *engine, const OnePlan *plan, gint64 now);

/* Sets the clock to the next instant that matters. Without a plan the store is soon asked again. */
void one_remind_sleep (OneEngine *engine, const OnePlan *plan);
