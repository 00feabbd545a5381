/* SPDX-License-Identifier: MIT */
#include "engine/answer.h"

#include "core/plan.h"
#include "edge/launch.h"
#include "engine/confirm.h"
#include "engine/cycle.h"
#include "engine/load.h"
#include "engine/ops.h"
#include "engine/prepare.h"
#include "engine/reminder.h"
#include "engine/snooze.h"
#include "engine/state.h"
#include "engine/which.h"
#include "store/sent.h"

/* It is there no more, which is the answer to showing it again. */
static void
forget_adoption (OneEngine *engine, gint64 id)
{
  const OneUnderWay *under_way = g_hash_table_lookup (engine->under_way, &id);

  if (under_way && under_way->adopted)
    g_hash_table_remove (engine->under_way, &id);
}

static void
shown (gint64 id, const char *server, guint32 number, gpointer data)
{
  OneEngine *engine = data;

  engine->retry = 0;
  one_load_trouble (engine, "notifications", "", 0, NULL);
  if (id == ONE_NOTICE_TRIAL)
    one_ops_trial_answer (engine, NULL);
  else
    one_confirm_shown (engine, id, server, number);
  one_cycle_run (engine);
}

static void
failed (gint64 id, const char *why, gboolean no_server, gpointer data)
{
  OneEngine *engine = data;

  g_hash_table_remove (engine->under_way, &id);
  if (no_server)
    engine->no_server = TRUE;
  else
    engine->retry = one_engine_now (engine) + ONE_ANSWER_RETRY;
  one_load_trouble (engine, "notifications", "", 0,
                    no_server ? "there is no notification server: reminders wait for one" : why);
  if (id == ONE_NOTICE_TRIAL)
    one_ops_trial_answer (engine, why);
  one_cycle_run (engine);
}

/* Nothing of it is on screen any more. */
static void
take_off (OneEngine *engine, OneSent *sent, OneSentState state)
{
  if (state == ONE_SENT_INTENT) {
    sent->shown = 0;
    *sent->server = '\0';
  }
  one_confirm_row (engine, sent, state);
}

/* A press or a close on what only waits for its reminder: that comes in its own time. */
static void
stop_waiting (OneEngine *engine, OneSent *sent)
{
  take_off (engine, sent, sent->state == ONE_SENT_INTENT ? ONE_SENT_INTENT : ONE_SENT_SUPERSEDED);
}

/* Gone with its server: it comes again if it is still worth it. */
static OneSentState
state_of_lost (OneEngine *engine, const OneSent *sent)
{
  g_autoptr (OneMeeting) meeting = one_which_meeting (engine, sent->meeting, NULL);
  OneSent row = *sent;

  row.state = ONE_SENT_SHOWN;
  return meeting && one_plan_is_lost (&row, meeting, "", one_engine_now (engine))
             ? ONE_SENT_INTENT
             : ONE_SENT_SUPERSEDED;
}

/* The others that the same notification spoke of are lost with it. */
static void
lose (OneEngine *engine, OneSent *sent)
{
  g_autoptr (GPtrArray) others = one_reminder_list_others (engine, sent);

  for (guint i = 0; i < others->len; i++)
    take_off (engine, others->pdata[i], state_of_lost (engine, others->pdata[i]));
  take_off (engine, sent, state_of_lost (engine, sent));
}

static void
closed (gint64 id, OneClosed reason, gpointer data)
{
  OneEngine *engine = data;
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  forget_adoption (engine, id);
  if (!sent || !one_sent_is_on_screen (sent))
    return;
  if (sent->state != ONE_SENT_SHOWN) {
    stop_waiting (engine, sent);
    one_cycle_run (engine);
    return;
  }
  switch (reason) {
  case ONE_CLOSED_DISMISSED:
    one_confirm_row (engine, sent, ONE_SENT_DISMISSED);
    break;
  case ONE_CLOSED_LOST:
    lose (engine, sent);
    break;
  case ONE_CLOSED_EXPIRED:
  case ONE_CLOSED_UNDEFINED:
    one_confirm_row (engine, sent, ONE_SENT_EXPIRED);
    break;
  case ONE_CLOSED_BY_US:
    one_confirm_row (engine, sent, ONE_SENT_SUPERSEDED);
    break;
  }
  one_cycle_run (engine);
}

static void
launched (const GError *error, gpointer data)
{
  one_load_trouble (data, "launch", "", 0, error ? error->message : NULL);
}

static void
open_page (OneEngine *engine, const OneMeeting *meeting, const char *token, GError **error)
{
  g_autofree char *path = NULL;

  if (one_prepare_page (engine, meeting, &path, error))
    one_launch_open (path, token, NULL, launched, engine);
}

static void
log_skipped (OneEngine *engine, const OneMeeting *meeting, GError **error)
{
  g_autofree char *which = g_strdup_printf ("m%" G_GINT64_FORMAT, meeting->id);
  OneLogEntry entry = { .note = "", .skipped = TRUE };
  g_autoptr (OneMeeting) logged G_GNUC_UNUSED = one_ops_log (engine, which, &entry, error);
}

static void
answer (OneEngine *engine, const OneMeeting *meeting, OneButton button, const char *token,
        GError **error)
{
  gint64 until;

  switch (button) {
  case ONE_BUTTON_AGENDA:
  case ONE_BUTTON_LOG:
    open_page (engine, meeting, token, error);
    break;
  case ONE_BUTTON_JOIN:
    one_launch_open (meeting->join, token, NULL, launched, engine);
    break;
  case ONE_BUTTON_SNOOZE:
    (void) one_snooze_put_off (engine, meeting, engine->settings->snooze, &until, error);
    break;
  case ONE_BUTTON_SKIPPED:
    log_skipped (engine, meeting, error);
    break;
  }
}

static void
pressed (gint64 id, OneButton button, const char *token, gpointer data)
{
  OneEngine *engine = data;
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);
  g_autoptr (OneMeeting) meeting = sent ? one_which_meeting (engine, sent->meeting, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  forget_adoption (engine, id);
  if (!meeting)
    return;
  if (sent->state == ONE_SENT_SHOWN)
    one_confirm_row (engine, sent, ONE_SENT_ACTED);
  else if (one_sent_is_on_screen (sent))
    stop_waiting (engine, sent);
  answer (engine, meeting, button, token, &error);
  one_load_trouble (engine, "answer", "", 0, error ? error->message : NULL);
  one_cycle_run (engine);
}

static void
server_changed (gboolean present, gboolean inhibited, gpointer data)
{
  OneEngine *engine = data;

  engine->inhibited = inhibited;
  one_load_desktop (engine);
  engine->no_server = !present;
  engine->retry = 0;
  one_cycle_run (engine);
}

const OneNotifyEvents one_answer_events = {
  .shown = shown,
  .failed = failed,
  .closed = closed,
  .pressed = pressed,
  .server_changed = server_changed,
};
