/* SPDX-License-Identifier: MIT */
/* Records as lines for people; shared by the commands. All need one_context_load_now before. */
#pragma once

#include "ctl/context.h"

char *one_show_day (const OneContext *context,
                    gint64 instant); /* "today", "tomorrow", "Fri 27 Nov" */
char *one_show_time (const OneContext *context, gint64 instant);           /* "10:00" */
char *one_show_moment (const OneContext *context, gint64 instant);         /* "today 10:00" */
char *one_show_span (const OneContext *context, gint64 start, gint64 end); /* "10:00–10:30" */
char *one_show_date (const OneContext *context, gint64 instant); /* never a word: "Fri 27 Nov" */
char *one_show_due (const OneContext *context, const char *day); /* YYYY-MM-DD as a day; "" as "" */
char *one_show_distance (const OneContext *context, gint64 start,
                         gint64 end); /* "in 25 min", "going on",
                                "" if far or over */

/* The path with the user's home as "~". */
char *one_show_path (const char *path);

/* What is said of a point or an action only where it does not go without saying. */
typedef enum {
  ONE_SHOW_PERSON = 1 << 0,
  ONE_SHOW_CATEGORY = 1 << 1,
} OneShow;

/* Adds " · Ada" to notes about something; nothing if `note` is empty. */
void one_show_add_note (OneContext *context, GString *notes, const char *note);

/* "p7  Ask about the budget", and what is known of it beneath. `lead` stands in front; `details`
 * are bits of OneShow. */
void one_show_point (OneContext *context, const char *lead, GVariant *point, guint details);
void one_show_action (OneContext *context, const char *lead, GVariant *action, guint details);

/* One meeting in one line. */
void one_show_meeting (OneContext *context, const char *lead, GVariant *meeting);
