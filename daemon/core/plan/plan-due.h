/* SPDX-License-Identifier: MIT */
/* When each reminder of one meeting is to be shown, given the rows it has. */
#pragma once

#include "core/plan/plan-slot.h"

#define ONE_PLAN_DUE_NEVER G_MAXINT64
#define ONE_PLAN_DUE_HELD (G_MAXINT64 - 1)

/* One meeting and its rows; all of it is borrowed. */
typedef struct {
  const OneMeeting *meeting;
  const GArray *slots;   /* of OnePlanSlot; the functions below are about one of these */
  const GPtrArray *left; /* of OneSent: its other rows, by id */
  const OneSettings *settings;
  gint64 since; /* first sight, UTC seconds */
  gint64 now;   /* UTC seconds */
} OnePlanDue;

/* By the lead alone. */
gint64 one_plan_due_lead (const OnePlanDue *due, const OnePlanSlot *slot);

/* From then on it is of no use: the end of the meeting; for a nudge a day after it. */
gint64 one_plan_due_end (const OnePlanDue *due, const OnePlanSlot *slot);

/* When it is to be shown, which may be past; ONE_PLAN_DUE_HELD if it is due and waits until the
 * user may be disturbed again; ONE_PLAN_DUE_NEVER if it was shown for this start, or will not be.
 */
gint64 one_plan_due_at (const OnePlanDue *due, const OnePlanSlot *slot);

/* Whether the reminder was shown, and says what is still true: this very start. */
gboolean one_plan_due_is_done (const OnePlanDue *due, const OnePlanSlot *slot);

/* Shown a day or more ahead of its time, or put off a day or more ahead of now: the clock was
 * wrong, and it is to come again when it is due. It counts as not done. */
gboolean one_plan_due_is_from_the_future (const OnePlanDue *due, const OnePlanSlot *slot);

/* Whether the row speaks of the meeting as it is: of this very start, or, a nudge, of its end. */
gboolean one_plan_due_is_current (const OnePlanDue *due, const OnePlanSlot *slot);

/* Whether there may be a notification of that row on screen. */
gboolean one_plan_due_is_on_screen (const OnePlanDue *due, const OnePlanSlot *slot);

/* Of two: whether `slot` is the one that comes later and silences `other`. */
gboolean one_plan_due_is_later (const OnePlanSlot *slot, const OnePlanSlot *other);

/* Whether the meeting is to be reminded of at all: it will take place or took place. */
gboolean one_plan_due_is_living (const OneMeeting *meeting);
