/* SPDX-License-Identifier: MIT */
/* The content of an agenda in a few short lines, the most important first: promises and points by
 * their text, one question for each conversation. Some desktops show the first line only, so that
 * one names the subjects. */
#pragma once

#include "core/notice/reminder-phrases.h"

#define ONE_AGENDA_LINES_MOST 6 /* with the first */

/* "Review · On-call plan · Wins", in at most 60 columns; "" without an agenda. (transfer full) */
char *one_agenda_lines_format_subjects (const OneAgenda *agenda);

/* At most so many lines beneath it. (transfer full) of char* */
GPtrArray *one_agenda_lines_list (const OneReminderText *reminder_text, const OneView *view,
                                  guint most);

/* The text in at most so many columns: cut after a word, with "…", if it is wider. (transfer full)
 */
char *one_agenda_lines_cut (const char *text, guint columns);
