/* SPDX-License-Identifier: MIT */
/* Carries out the plan: rows before and after each call of the notification server, and what the
 * user does with what is on the screen. */
#pragma once

#include "core/plan/plan.h"
#include "engine/reminders/reminders-calls.h"

void one_deliver_all (OneReminders *reminders, const OnePlan *plan, gint64 now);
