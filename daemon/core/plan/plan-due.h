/* SPDX-License-Identifier: MIT */
/* When each reminder of one meeting is to be shown, given the rows it has. */
#pragma once

#include "core/plan/plan-gap.h"
#include "core/plan/plan-slot.h"

#define ONE_PLAN_DUE_NEVER G_MAXINT64
#define ONE_PLAN_DUE_HELD (G_MAXINT64 - 1)

/* One meeting and its rows; all of it is borrowed. */
typedef struct {
  const OneMeeting *meeting;
  const GArray *slots;   /* of OnePlanSlot; the functions below are about one of these */
  const GPtrArray *left; /* of OneSent: its other rows, by id */
  const OneSettings *settings;
  gint64 since;        /* first sight, UTC seconds */
  gint64 now;          /* UTC seconds */
  const GArray *taken; /* of OneTaken, by start: when I am in a meeting; NULL: not known */
} OnePlanDue;

/* The instant by the lead alone. */
gint64 one_plan_due_lead (const OnePlanDue *due, const OnePlanSlot *slot);

/* The instant from which it is useless: the end of the meeting; for a nudge a day later. */
gint64 one_plan_due_end (const OnePlanDue *due, const OnePlanSlot *slot);

/* The instant at which what is on screen of it goes. Somebody else may look at the screen of a
 * meeting: its prep and start are gone five minutes into it. A question stays until the first gap
 * after it was shown is over. The slot has a row. */
gint64 one_plan_due_leaves (const OnePlanDue *due, const OnePlanSlot *slot);

/* When to show it, maybe in the past. ONE_PLAN_DUE_HELD: due, but waits until the user may be
 * disturbed. ONE_PLAN_DUE_NEVER: shown for this start, or never will be. */
gint64 one_plan_due_at (const OnePlanDue *due, const OnePlanSlot *slot);

/* Whether the reminder was shown, and says what is still true: this very start. */
gboolean one_plan_due_is_done (const OnePlanDue *due, const OnePlanSlot *slot);

/* TRUE if shown a day or more ahead of its time, or snoozed until a day or more ahead of now: the
 * clock was wrong. It counts as not done and comes again when it is due. */
gboolean one_plan_due_is_from_the_future (const OnePlanDue *due, const OnePlanSlot *slot);

/* Whether the row speaks of the meeting as it is: of this very start, or, a nudge, of its end. */
gboolean one_plan_due_is_current (const OnePlanDue *due, const OnePlanSlot *slot);

/* Whether there may be a notification of that row on screen. */
gboolean one_plan_due_is_on_screen (const OnePlanDue *due, const OnePlanSlot *slot);

/* TRUE if `slot` comes later and silences `other`. */
gboolean one_plan_due_is_later (const OnePlanSlot *slot, const OnePlanSlot *other);

/* Whether the meeting is to be reminded of at all: it will take place or took place. */
gboolean one_plan_due_is_living (const OneMeeting *meeting);
