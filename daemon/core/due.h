/* SPDX-License-Identifier: MIT */
/* When each reminder of one meeting is to be shown, given the rows it has. */
#pragma once

#include "core/slot.h"

#define ONE_DUE_NEVER G_MAXINT64
#define ONE_DUE_HELD (G_MAXINT64 - 1)

/* One meeting and its rows; all of it is borrowed. */
typedef struct {
  const OneMeeting *meeting;
  const GArray *slots;   /* of OneSlot; the functions below are about one of these */
  const GPtrArray *left; /* of OneSent: its other rows, by id */
  const OneSettings *settings;
  gint64 since; /* first sight, UTC seconds */
  gint64 now;   /* UTC seconds */
} OneDue;

/* By the lead alone. */
gint64 one_due_lead (const OneDue *due, const OneSlot *slot);

/* From then on it is of no use: the end of the meeting; for a nudge a day after it. */
gint64 one_due_end (const OneDue *due, const OneSlot *slot);

/* When it is to be shown, which may be past; ONE_DUE_HELD if it is due and waits until the user may
 * be disturbed again; ONE_DUE_NEVER if it was shown for this start, or will
 * not be. */
gint64 one_due_at (const OneDue *due, const OneSlot *slot);

/* Whether the reminder was shown, and says what is still true: this very start. */
gboolean one_due_is_done (const OneDue *due, const OneSlot *slot);

/* Shown a day or more ahead of its time, or put off a day or more ahead of now: the clock was
 * wrong, and it is to come again when it is due. It counts as not done. */
gboolean one_due_is_from_the_future (const OneDue *due, const OneSlot *slot);

/* Whether the row speaks of the meeting as it is: of this very start, or, a nudge, of its end. */
gboolean one_due_is_current (const OneDue *due, const OneSlot *slot);

/* Whether there may be a notification of that row on screen. */
gboolean one_due_is_on_screen (const OneDue *due, const OneSlot *slot);

/* Of two: whether `slot` is the one that comes later and silences `other`. */
gboolean one_due_is_later (const OneSlot *slot, const OneSlot *other);

/* Whether the meeting is to be reminded of at all: it will take place or took place. */
gboolean one_due_is_living (const OneMeeting *meeting);
