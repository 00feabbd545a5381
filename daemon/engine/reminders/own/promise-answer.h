/* SPDX-License-Identifier: MIT */
/* Answers of the notification server, and the user's, about the promises of a day: for numbers that
 * one_morning_parse_number takes. */
#pragma once

#include "edge/notify/notify.h"
#include "engine/reminders/reminders-calls.h"

void one_promise_answer_shown (OneReminders *reminders, const GDate *day, const char *server,
                               guint32 number);
void one_promise_answer_failed (OneReminders *reminders);
void one_promise_answer_closed (OneReminders *reminders, const GDate *day, OneClosed reason);

/* Agenda opens the page of the next one-on-one with each of the people, Done closes the promise. */
void one_promise_answer_pressed (OneReminders *reminders, const GDate *day, OneButton button,
                                 const char *token);
