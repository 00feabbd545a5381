/* SPDX-License-Identifier: MIT */
/* What is on the screen already. */
#pragma once

#include "core/plan.h"
#include "engine/engine.h"

/* Notifications that an earlier run left on the screen: they are shown again in their old place, so
 * that their buttons work; what the plan is about to change is only known again. After
 * the first reading. */
void one_adopt_all (OneEngine *engine, const OnePlan *plan);

/* ONE_STEP_REFRESH: shown again, because what it says has changed. */
gboolean one_adopt_refresh (OneEngine *engine, const OneStep *step, GError **error);
