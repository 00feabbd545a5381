/* SPDX-License-Identifier: MIT */
/* Carries out the plan: rows before and after each call of the notification server, and what the
 * user does with what is on the screen. */
#pragma once

#include "core/plan.h"
#include "engine/engine.h"

/* Notifications that an earlier run left on the screen: they are shown again in their old place, so
 * that their buttons work; what the plan is about to replace or close is only known again. After
 * the first reading. */
void one_remind_adopt (OneEngine *engine, const OnePlan *plan);

void one_remind_all (OneEngine *engine, const OnePlan *plan, gint64 now);

/* Sets the clock to the next instant that matters. */
void one_remind_sleep (OneEngine *engine, const OnePlan *plan);
