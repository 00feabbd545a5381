/* SPDX-License-Identifier: MIT */
#include "engine/reminders/snooze-asked.h"

#include "core/plan/plan.h"
#include "engine/reminders/notification-rows.h"
#include "engine/reminders/reminders-state.h"
#include "model/leads.h"
#include "store/sent.h"
#include "wire/error.h"

/* Prefers the row on the screen, then the newest one. */
static gboolean
is_nearer (const OneSent *row, const OneSent *known)
{
  if (!known || row->state == ONE_SENT_SHOWN || known->state == ONE_SENT_SHOWN)
    return !known || row->state == ONE_SENT_SHOWN;
  return row->id > known->id;
}

static OneSent *
find_to_snooze (const GPtrArray *rows, const OneMeeting *meeting)
{
  OneSent *found = NULL;

  for (guint i = 0; i < rows->len; i++) {
    OneSent *row = rows->pdata[i];

    if (row->meeting == meeting->id && row->start == meeting->start && is_nearer (row, found))
      found = row;
  }
  return found;
}

/* When the first reminder comes; the start if there is none. */
static gint64
first_lead (const OneSettings *settings, const OneMeeting *meeting)
{
  gint64 first = meeting->start;

  for (guint stage = 0; stage < ONE_STAGE_NUDGE; stage++) {
    OneLeads leads =
        one_leads_resolve (settings, meeting->address, (OneStage) stage, meeting->start);

    if (leads.n > 0)
      first = MIN (first, meeting->start - leads.seconds[0]);
  }
  return first;
}

gboolean
one_snooze_asked_put_off (OneReminders *reminders, const OneMeeting *meeting, gint64 seconds,
                          gint64 *until, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (OneSent) fresh = one_sent_new (meeting->id, ONE_STAGE_PREP);
  OneSent *sent;

  *until = one_plan_snooze (meeting, seconds, one_base_now (reminders->base));
  if (*until == 0) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED,
                 "the meeting with %s has begun: there is nothing left to snooze", meeting->name);
    return FALSE;
  }
  if (!(rows = one_sent_list (reminders->base->store, meeting->end, error)))
    return FALSE;
  fresh->lead = one_leads_resolve (reminders->base->settings, meeting->address, ONE_STAGE_PREP,
                                   meeting->start)
                    .seconds[0];
  if (!(sent = find_to_snooze (rows, meeting)))
    sent = fresh;
  /* Shown ahead of its time it would count as shown, and be missing at its time. */
  if (sent->notification_id == 0 && *until < first_lead (reminders->base->settings, meeting)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED,
                 "the first reminder of the meeting with %s comes later than that anyway",
                 meeting->name);
    return FALSE;
  }
  if (one_reminder_is_on_screen (sent))
    one_notification_rows_close (reminders, sent);
  *sent->server = '\0';
  sent->state = ONE_SENT_SNOOZED;
  sent->at = one_base_now (reminders->base);
  sent->start = meeting->start;
  sent->until = *until;
  return sent->id > 0 ? one_sent_update (reminders->base->store, sent, error)
                      : one_sent_add (reminders->base->store, sent, error);
}
