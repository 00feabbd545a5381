/* SPDX-License-Identifier: MIT */
/* Answers of the notification server, and the user's, about points that are asked at once: for
 * numbers that one_asking_parse_number takes. */
#pragma once

#include "edge/notify/notify.h"
#include "engine/reminders/reminders-calls.h"

void one_ask_answer_shown (OneReminders *reminders, gint64 point, const char *server,
                           guint32 number);
void one_ask_answer_failed (OneReminders *reminders, gint64 point);
void one_ask_answer_closed (OneReminders *reminders, gint64 point, OneClosed reason);

/* Asked closes the point, Later puts it off. */
void one_ask_answer_pressed (OneReminders *reminders, gint64 point, OneButton button);
