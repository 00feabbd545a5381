/* SPDX-License-Identifier: MIT */
/* Notifications that are on the screen already: from an earlier run, with changed contents, or
 * shared by several reminders. What a plan shows or closes is deliver.c's. */
#pragma once

#include "core/plan/plan.h"
#include "engine/reminders/reminders-calls.h"

/* Shows again, in their old place, the notifications that an earlier run left on the screen, so
 * that their buttons work. Those that the plan will replace or close are registered, but not shown
 * again. Call it once, after the calendars were read. */
void one_restore_all (OneReminders *reminders, const OnePlan *plan);

/* Shows a notification again whose contents have changed (ONE_STEP_REFRESH). */
gboolean one_restore_refresh (OneReminders *reminders, const OnePlan *plan, const OneStep *step,
                              GError **error);

/* Closes notifications of which no reminder is left. Call it while no answer is awaited. */
void one_restore_close_empty (OneReminders *reminders);

/* Shows notifications again without the reminders that ended or went elsewhere, or closes them
 * if nothing is left. */
void one_restore_settle (OneReminders *reminders);
