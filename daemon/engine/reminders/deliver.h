/* SPDX-License-Identifier: MIT */
/* Carries out a plan: writes rows before and after each call of the notification server. */
#pragma once

#include "core/plan/plan.h"
#include "engine/reminders/reminders-calls.h"

void one_deliver_all (OneReminders *reminders, const OnePlan *plan, gint64 now);
