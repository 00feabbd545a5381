/* SPDX-License-Identifier: MIT */
/* The words about a one-on-one and another meeting at one time. */
#pragma once

#include "core/notice/reminder-phrases.h"

/* Adds a line about the one at the same time, if there is one. */
void one_clash_text_add (GString *lines, const OneReminderText *reminder_text, const OneView *view);

/* Adds a line for each pair of which one is named: each pair is said once. */
void one_clash_text_add_pairs (GString *lines, const OneReminderText *reminder_texts, guint n,
                               const OneView *view);
