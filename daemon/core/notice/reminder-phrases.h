/* SPDX-License-Identifier: MIT */
/* The parts of a notification's sentences that speak of one reminder: who and when. The sentences
 * themselves are in notice-text.h. */
#pragma once

#include <glib.h>
#include "model/agenda.h"
#include "model/meeting.h"
#include "model/reminder.h"

typedef struct {
  const OneMeeting *meeting; /* (borrowed) */
  const OneAgenda *agenda;   /* (borrowed, nullable) */
  const char *name;          /* (borrowed) what the user calls the other one */
  gint64 sent;               /* of its row */
  OneStage stage;
  gint64 moved_from;       /* UTC seconds; 0: it was not moved */
  const OneMeeting *clash; /* (borrowed) another meeting at that time; NULL: none */
} OneReminderText;

typedef struct {
  GTimeZone *zone; /* (borrowed) the user's */
  gint64 now;      /* UTC seconds */
  gboolean hidden; /* private mode or a locked session: no names, no text */
} OneView;

/* The other person's name; a neutral word where nothing private may be shown. Never empty.
 * (transfer none) */
const char *one_reminder_phrases_get_name (const OneReminderText *reminder_text,
                                           const OneView *view);

/* The time from start to end. (transfer full) */
char *one_reminder_phrases_format_time (const OneReminderText *reminder_text, const OneView *view);

/* "Ada in 30 min", "Ada tomorrow", "Ada now", "Ada, started 5 min ago". (transfer full) */
char *one_reminder_phrases_format_until (const OneReminderText *reminder_text, const OneView *view);
