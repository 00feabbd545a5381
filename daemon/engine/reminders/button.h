/* SPDX-License-Identifier: MIT */
/* Does what a button says, for every meeting that the notification speaks of. */
#pragma once

#include "edge/notify/notify.h"
#include "engine/reminders/reminders-calls.h"

/* `id` is the row by which the notification is known, which is off the screen by now. Agenda and
 * Log open a page for each meeting that it named, As planned logs each, Snooze puts off each that
 * is still ahead, and each question about one that is past. Join is for the one that it named. */
void one_button_press (OneReminders *reminders, gint64 id, OneButton button, const char *token);
