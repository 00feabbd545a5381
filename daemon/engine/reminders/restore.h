/* SPDX-License-Identifier: MIT */
/* Notifications that are on the screen already: from an earlier run, or with changed contents. */
#pragma once

#include "core/plan/plan.h"
#include "engine/reminders/reminders-calls.h"

/* Notifications that an earlier run left on the screen: they are shown again in their old place, so
 * that their buttons work; what the plan is about to take from there is only known again. After the
 * first reading. */
void one_restore_all (OneReminders *reminders, const OnePlan *plan);

/* One is shown again because what it says has changed (ONE_STEP_REFRESH). */
gboolean one_restore_refresh (OneReminders *reminders, const OnePlan *plan, const OneStep *step,
                              GError **error);

/* Shows notifications again without the reminders that ended or went elsewhere, or closes them
 * if nothing is left. */
void one_restore_settle (OneReminders *reminders);
