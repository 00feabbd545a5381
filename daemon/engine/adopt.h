/* SPDX-License-Identifier: MIT */
/* What an earlier run of oned left on the screen. */
#pragma once

#include "core/plan.h"
#include "engine/engine.h"

/* Notifications that an earlier run left on the screen: they are shown again in their old place, so
 * that their buttons work; what the plan is about to replace or close is only known again. After
 * the first reading. */
void one_adopt_all (OneEngine *engine, const OnePlan *plan);
