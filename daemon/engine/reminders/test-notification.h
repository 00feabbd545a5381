/* SPDX-License-Identifier: MIT */
/* A notification for the sake of it: what `onectl doctor --test-notification` waits for. */
#pragma once

#include "engine/reminders/reminders-calls.h"

/* Shows it. `done` is called once, also when oned ends before the server has answered. */
void one_test_notification_begin (OneReminders *reminders, OneTestNotificationFunc done,
                                  gpointer data);

/* The server's answer, `why` being NULL for taken: to the oldest one. */
void one_test_notification_answer (OneReminders *reminders, const char *why);

/* Answers all that wait. */
void one_test_notification_end_all (OneReminders *reminders);
