/* SPDX-License-Identifier: MIT */
/* Plans what to show now and when to wake next. Pure: rows in, steps out; the caller writes the
 * rows.
 *
 * A row speaks for the start that it announces, which never changes: a moved meeting gets new rows.
 * Once shown for a start, a stage is done for that start, whatever became of the notification;
 * another start is announced anew. Each lead of a prep counts as a stage of its own. A later stage
 * silences the earlier ones of the same start.
 *
 * Reminders due at once become one notification: those of one stage always; those of different
 * stages if one of them is late by more than two minutes (the machine slept). Stages on time stay
 * apart, so that back-to-back meetings keep their agendas and buttons. */
#pragma once

#include <glib.h>
#include "core/plan/plan-step.h"
#include "model/meeting.h"
#include "model/reminder.h"
#include "model/settings.h"

typedef struct {
  GPtrArray *steps; /* (owned) of OneStep, in the order to take them */
  gint64 wake;      /* the earliest instant at which this plan changes; 0: none. Always after now */
  gint64 next_at;   /* the next reminder, UTC seconds; 0: none */
  OneStage next_stage;
  gint64 next_meeting;
} OnePlan;

/* `meetings` of OneMeeting with ids: all that are not over since a day, in any state; a row still
 * open of a meeting that is not among them is closed. `sent` of OneSent: the rows of these
 * meetings and all open ones. `since`: when oned first saw the calendars; what had begun by then
 * gets no reminder, what was over no nudge either. A SHOW of an intent that is on its way to the
 * server already is for the caller to leave out. */
OnePlan *one_plan_new (const GPtrArray *meetings, const GPtrArray *sent,
                       const OneSettings *settings, gint64 since, gint64 now);
void one_plan_free (OnePlan *plan);

/* A reminder that is still to come. */
typedef struct {
  gint64 at; /* UTC seconds */
  OneStage stage;
} OneAhead;

/* (transfer full) of OneAhead: the reminders of one meeting that are due after now, the first one
 * first. */
GArray *one_plan_list (const OneMeeting *meeting, const GPtrArray *sent,
                       const OneSettings *settings, gint64 since, gint64 now);

/* Until when a snooze lasts: `seconds` from now (-1: up to the start), never past the start.
 * 0: the meeting has begun, there is nothing to snooze. */
gint64 one_plan_snooze (const OneMeeting *meeting, gint64 seconds, gint64 now);

/* Whether a row shown by a server that is gone becomes an intent again, because what it says is
 * still worth saying. `server`: the unique name of the one there now; "" for none. */
gboolean one_plan_is_lost (const OneSent *sent, const OneMeeting *meeting, const char *server,
                           gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePlan, one_plan_free)
