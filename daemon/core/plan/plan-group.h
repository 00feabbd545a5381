/* SPDX-License-Identifier: MIT */
/* Several reminders that are due at once become one notification; see core/plan/plan.h. */
#pragma once

#include "core/plan/plan-steps.h"

/* Gives the steps of `shows` (of OneStepShow) their groups and moves them to `steps`, the first of
 * each group ahead of the others. */
void one_plan_group_add (GPtrArray *steps, GArray *shows);

/* Which of two reminders in one notification is named first, by stage, start and meeting. */
int one_plan_group_compare (const OneSent *left, const OneSent *right);
