/* SPDX-License-Identifier: MIT */
/* When each stage of one meeting is to be shown, given the rows it has. */
#pragma once

#include <glib.h>
#include "model/meeting.h"
#include "model/reminder.h"
#include "model/settings.h"

#define ONE_DUE_NEVER G_MAXINT64

/* One meeting and its rows; all of it is borrowed. */
typedef struct {
  const OneMeeting *meeting;
  const OneSent *rows[ONE_N_STAGES]; /* for this start, else the youngest; NULL: none */
  const GPtrArray *left;             /* (nullable) of OneSent: its other rows, by id */
  const OneSettings *settings;
  gint64 since; /* first sight, UTC seconds */
  gint64 now;   /* UTC seconds */
} OneDue;

/* By the lead alone. */
gint64 one_due_lead (const OneDue *due, OneStage stage);

/* From then on the stage is of no use: the end of the meeting; for a nudge a day after it. */
gint64 one_due_end (const OneDue *due, OneStage stage);

/* When it is to be shown, which may be past; ONE_DUE_NEVER if it was shown for this start, or will
 * not be. */
gint64 one_due_at (const OneDue *due, OneStage stage);

/* Whether the reminder was shown, and says what is still true: this very start. */
gboolean one_due_is_done (const OneDue *due, OneStage stage);

/* Shown a day or more ahead of its time: the clock was wrong, and it is to come again when it is
 * due. It counts as not done. */
gboolean one_due_is_from_the_future (const OneDue *due, OneStage stage);

/* Whether there may be a notification of that row on screen. */
gboolean one_due_is_on_screen (const OneDue *due, OneStage stage);

/* Of two stages: whether `stage` is the one that comes later and silences `other`. */
gboolean one_due_is_later (const OneDue *due, OneStage stage, OneStage other);

/* Whether the meeting is to be reminded of at all: it will take place or took place. */
gboolean one_due_is_living (const OneMeeting *meeting);
