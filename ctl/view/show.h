/* SPDX-License-Identifier: MIT */
/* Shows times and records as lines for people. All that name a day need
 * one_context_load_now. */
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

/* Writes "~" for the user's home. */
char *one_show_path (const char *path);

/* Optional details of a point or an action. */
typedef enum {
  ONE_SHOW_PERSON = 1 << 0,
  ONE_SHOW_CATEGORY = 1 << 1,
} OneShow;

/* Adds " · Ada" to notes about something; nothing if `note` is empty. */
void one_show_add_note (OneContext *context, GString *notes, const char *note);

/* Print "p7  Ask about the budget" after `lead`, and its details beneath. `details` are bits of
 * OneShow. */
void one_show_point (OneContext *context, const char *lead, GVariant *point, guint details);
void one_show_action (OneContext *context, const char *lead, GVariant *action, guint details);

/* Prints a meeting in one line. */
void one_show_meeting (OneContext *context, const char *lead, GVariant *meeting);
