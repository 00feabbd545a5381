/* SPDX-License-Identifier: MIT */
/* Several reminders that are due at once become one notification; see core/plan.h. */
#pragma once

#include "core/steps.h"

/* Gives the steps of `shows` (of OneShow) their groups and moves them to `plan`, the first of each
 * group ahead of the others. */
void one_group_add (OnePlan *plan, GArray *shows);
