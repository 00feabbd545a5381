/* SPDX-License-Identifier: MIT */
#include "engine/reminders/own/ask-reminder.h"

#include "core/notice/ask-text.h"
#include "core/plan/plan-ask.h"
#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "engine/reminders/own/ask-rows.h"
#include "engine/reminders/reminder-draft.h"
#include "engine/reminders/reminders-state.h"
#include "model/base/instant.h"
#include "store/askings.h"
#include "store/meetings.h"
#include "store/promises.h"

/* One of them, while it is looked at. */
typedef struct {
  const OnePoint *point; /* (borrowed) */
  OneAsking *row;        /* (owned, nullable) */
  OneNotice *notice;     /* (owned) */
  guint32 look;          /* of it */
  OneAskShown *shown;    /* (borrowed) */
} Ask;

static void
ask_clear (Ask *ask)
{
  g_clear_pointer (&ask->row, one_asking_free);
  g_clear_pointer (&ask->notice, one_notice_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ask, ask_clear)

gboolean
one_ask_reminder_is_awaited (const OneReminders *reminders)
{
  GHashTableIter iter;
  gpointer shown;

  g_hash_table_iter_init (&iter, reminders->asks);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    if (((OneAskShown *) shown)->awaited)
      return TRUE;
  return FALSE;
}

static OneAskShown *
get_shown (OneReminders *reminders, gint64 point)
{
  OneAskShown *shown = g_hash_table_lookup (reminders->asks, &point);

  if (!shown) {
    shown = g_new0 (OneAskShown, 1);
    g_hash_table_insert (reminders->asks, g_memdup2 (&point, sizeof point), shown);
  }
  return shown;
}

/* FALSE if the store does not know whom to ask. */
static gboolean
ask_read (OneReminders *reminders, const OnePoint *point, gint64 now, Ask *ask)
{
  g_autoptr (OnePerson) person = one_lookup_get (reminders->base, point->person, NULL);
  g_autoptr (GError) error = NULL;
  OneView view = one_reminder_draft_view (reminders, now);

  ask->row = one_askings_find (reminders->base->store, point->id, &error);
  if (error || !person)
    return FALSE;
  ask->point = point;
  ask->shown = get_shown (reminders, point->id);
  ask->notice = one_ask_text_compose (point, person->name, &view);
  ask->look = one_ask_text_get_look (ask->notice);
  return TRUE;
}

/* The server is called, and its answer awaited; `again`: it is on the screen, or was in an earlier
 * run. */
static void
call_server (OneReminders *reminders, const Ask *ask, gboolean again)
{
  ask->shown->awaited = TRUE;
  ask->shown->adopted = TRUE;
  ask->shown->look = ask->look;
  ask->notice->quiet = again;
  one_notice_set_place (ask->notice, ask->row->server, ask->row->notification_id);
  if (again)
    one_notify_adopt (reminders->notify, ask->notice);
  else
    one_notify_show (reminders->notify, ask->notice);
}

static void
show_ask (OneReminders *reminders, Ask *ask, gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (!ask->row)
    ask->row = one_asking_new (ask->point->id);
  ask->row->state = ONE_SENT_INTENT;
  ask->row->at = now;
  ask->row->until = 0;
  ask->row->look = ask->look;
  if (!one_askings_set (reminders->base->store, ask->row, &error)) {
    one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, error->message);
    return;
  }
  g_info ("point p%" G_GINT64_FORMAT " is to be asked now", ask->point->id);
  call_server (reminders, ask, FALSE);
}

/* Takes the row's notification off, also where only an earlier run showed it. */
static void
close_ask (OneReminders *reminders, OneAsking *row)
{
  const OneAskShown *shown = g_hash_table_lookup (reminders->asks, &row->point);
  gint64 number = one_asking_get_number (row->point);

  if (row->state == ONE_SENT_SHOWN && !(shown && shown->adopted)) {
    g_autoptr (OneNotice) notice = one_notice_new (number, ONE_STAGE_PREP);

    one_notice_set_place (notice, row->server, row->notification_id);
    one_notify_recall (reminders->notify, notice);
  }
  one_notify_close (reminders->notify, number);
  one_ask_rows_set (reminders, row, ONE_SENT_SUPERSEDED);
}

static void
forget_ask (OneReminders *reminders, OneAsking *row)
{
  g_autoptr (GError) error = NULL;

  if (row->state == ONE_SENT_INTENT || row->state == ONE_SENT_SHOWN)
    close_ask (reminders, row);
  if (!one_askings_del (reminders->base->store, row->point, &error))
    one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, error->message);
}

static gboolean
is_open (const GPtrArray *points, gint64 id)
{
  for (guint i = 0; i < points->len; i++)
    if (((OnePoint *) points->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* Rows of points that were closed, taken back or forgotten go. Returns how many of the others are
 * not to be shown any more. */
static guint
end_closed (OneReminders *reminders, const GPtrArray *points, const GPtrArray *rows)
{
  GHashTableIter iter;
  gpointer id;
  guint settled = 0;

  for (guint i = 0; i < rows->len; i++) {
    OneAsking *row = rows->pdata[i];

    if (!is_open (points, row->point))
      forget_ask (reminders, row);
    else if (row->state != ONE_SENT_INTENT && row->state != ONE_SENT_SNOOZED)
      settled++;
  }
  g_hash_table_iter_init (&iter, reminders->asks);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_open (points, *(gint64 *) id))
      g_hash_table_iter_remove (&iter);
  return settled;
}

/* All the meetings that are known to take some of the time in which something may be asked: the
 * one-on-ones, and others that recur and that I accepted. (transfer full) */
static GArray *
list_busy (OneReminders *reminders, gint64 now)
{
  gint64 to = now + (ONE_PLAN_ASK_DAYS + 1) * ONE_DAY;
  GArray *busy = reminders->calls->list_accepted (now, to, reminders->data);
  g_autoptr (GPtrArray) meetings =
      one_meetings_list_current (reminders->base->store, now, to, NULL);

  for (guint i = 0; meetings && i < meetings->len; i++) {
    const OneMeeting *meeting = meetings->pdata[i];
    OneBusy taken = { meeting->start, meeting->end };

    if (meeting->state == ONE_MEETING_PLANNED || meeting->state == ONE_MEETING_HELD)
      g_array_append_val (busy, taken);
  }
  return busy;
}

static void
take_ask_step (OneReminders *reminders, Ask *ask, OneAskStep step, gint64 now)
{
  gboolean listens = !reminders->no_server && now >= reminders->retry;

  switch (step) {
  case ONE_ASK_SHOW:
    if (listens)
      show_ask (reminders, ask, now);
    break;
  case ONE_ASK_REFRESH:
    if (listens && reminders->base->settings->inhibited != ONE_INHIBITION_ALL)
      call_server (reminders, ask, TRUE);
    break;
  case ONE_ASK_CLOSE:
    close_ask (reminders, ask->row);
    break;
  case ONE_ASK_KEEP:
    /* Its buttons are to work in this run, too. */
    if (ask->row && ask->row->state == ONE_SENT_SHOWN && !ask->shown->adopted)
      call_server (reminders, ask, TRUE);
    break;
  case ONE_ASK_FORGET:
    forget_ask (reminders, ask->row);
    g_clear_pointer (&ask->row, one_asking_free);
    break;
  }
}

static void
carry_out_one (OneReminders *reminders, const OnePoint *point, const OneAskPresent *present)
{
  g_auto (Ask) ask = { 0 };
  OneAskStep step;
  gint64 at, wake;

  if (!ask_read (reminders, point, present->now, &ask) || ask.shown->awaited)
    return;
  at = one_plan_ask_get (point, ask.row, present);
  step = one_plan_ask_step (ask.row, at, ask.look, present);
  take_ask_step (reminders, &ask, step, present->now);
  at = one_plan_ask_get (point, ask.row, present);
  ask.shown->at = at == ONE_PLAN_ASK_NEVER || ask.shown->awaited ? 0 : at;
  /* A forgotten one is shown anew, once the server has taken it off. */
  wake =
      step == ONE_ASK_FORGET ? present->now + ONE_MINUTE : one_plan_ask_wake (ask.row, at, present);
  if (wake > 0 && (reminders->ask_wake == 0 || wake < reminders->ask_wake))
    reminders->ask_wake = wake;
}

void
one_ask_reminder_carry_out (OneReminders *reminders, gint64 now)
{
  const OneBase *base = reminders->base;
  g_autoptr (GPtrArray) points = one_promises_list_asks (base->store, NULL);
  g_autoptr (GPtrArray) rows = one_askings_list (base->store, NULL);
  g_autoptr (GArray) busy = NULL;
  OneAskPresent present = { base->settings, NULL, now,
                            one_settings_is_held (base->settings, ONE_STAGE_PREP) };
  guint settled;

  reminders->ask_wake = 0;
  if (!points || !rows)
    return;
  settled = end_closed (reminders, points, rows);
  /* The busy time is asked for only where something waits for a time that is not. */
  busy = settled < points->len ? list_busy (reminders, now)
                               : g_array_new (FALSE, FALSE, sizeof (OneBusy));
  present.busy = busy;
  for (guint i = 0; i < points->len; i++)
    carry_out_one (reminders, points->pdata[i], &present);
}
