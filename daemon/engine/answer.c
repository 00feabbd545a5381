/* SPDX-License-Identifier: MIT */
#include "engine/answer.h"

#include "core/plan.h"
#include "edge/launch.h"
#include "engine/change.h"
#include "engine/cycle.h"
#include "engine/load.h"
#include "engine/ops.h"
#include "engine/prepare.h"
#include "engine/reminder.h"
#include "engine/snooze.h"
#include "engine/state.h"
#include "engine/which.h"
#include "store/sent.h"
#include "store/transaction.h"

/* A server that refuses is asked again after this, in seconds. */
#define RETRY 60

gboolean
one_answer_is_awaited (const OneEngine *engine, gint64 sent)
{
  return g_hash_table_contains (engine->under_way, &sent);
}

static void
update_row (OneEngine *engine, OneSent *sent, OneSentState state)
{
  g_autoptr (GError) error = NULL;

  /* What was adopted is as old as it was. */
  if (sent->state != state)
    sent->at = one_engine_now (engine);
  sent->state = state;
  if (one_sent_update (engine->store, sent, &error))
    return;
  /* What the server said must not get lost with the disk: memory takes it. */
  if (!one_change_settle (engine, one_engine_now (engine))
      || !one_sent_update (engine->store, sent, NULL))
    one_load_trouble (engine, "reminders", "", 0, error->message);
}

static void
write_shown (OneEngine *engine, gint64 id, OneSentState state, const char *server, guint32 shown)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  if (!sent)
    return;
  g_free (sent->server);
  sent->server = g_strdup (server);
  sent->shown = shown;
  update_row (engine, sent, state);
}

/* The row, if it is still on the screen as far as the store knows. */
static OneSent *
find_live (OneEngine *engine, gint64 id)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  return sent && sent->state == ONE_SENT_SHOWN ? g_steal_pointer (&sent) : NULL;
}

static void
set_until (OneEngine *engine, gint64 id, gint64 until)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  if (!sent)
    return;
  sent->until = until;
  update_row (engine, sent, ONE_SENT_SNOOZED);
}

/* What was to be written once the server had answered. */
static void
write_answer (OneEngine *engine, gint64 id, const OneUnderWay *under_way, const OneSent *answer)
{
  g_autoptr (OneSent) replaced =
      under_way->replaces > 0 ? one_sent_find (engine->store, under_way->replaces, NULL) : NULL;

  write_shown (engine, id, ONE_SENT_SHOWN, answer->server, answer->shown);
  if (under_way->until > 0)
    set_until (engine, id, under_way->until);
  for (guint i = 0; i < under_way->others->len; i++)
    write_shown (engine, g_array_index (under_way->others, gint64, i), ONE_SENT_SUPERSEDED,
                 answer->server, answer->shown);
  if (replaced)
    update_row (engine, replaced, ONE_SENT_SUPERSEDED);
}

/* All or nothing: half of a group would be shown again after a crash. */
static void
write_whole_answer (OneEngine *engine, gint64 id, const OneUnderWay *under_way,
                    const OneSent *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_transaction_new (engine->store, &error);

  write_answer (engine, id, under_way, answer);
  if (!all || !one_transaction_commit (all, &error))
    one_load_trouble (engine, "reminders", "", 0, error->message);
}

static void
shown (gint64 id, const char *server, guint32 number, gpointer data)
{
  OneEngine *engine = data;
  OneUnderWay *under_way = g_hash_table_lookup (engine->under_way, &id);
  g_autoptr (OneSent) live = find_live (engine, id);
  OneSent answer = { .server = (char *) server, .shown = number };

  engine->retry = 0;
  one_load_trouble (engine, "notifications", "", 0, NULL);
  if (under_way && !under_way->told)
    write_whole_answer (engine, id, under_way, &answer);
  else if (!under_way && live)
    write_shown (engine, id, ONE_SENT_SHOWN, server, number);
  g_hash_table_remove (engine->under_way, &id);
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
    engine->retry = one_engine_now (engine) + RETRY;
  one_load_trouble (engine, "notifications", "", 0,
                    no_server ? "there is no notification server: reminders wait for one" : why);
  one_cycle_run (engine);
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

  for (guint i = 0; i < others->len; i++) {
    OneSent *other = others->pdata[i];

    update_row (engine, other, state_of_lost (engine, other));
  }
  update_row (engine, sent, state_of_lost (engine, sent));
}

static void
closed (gint64 id, OneClosed reason, gpointer data)
{
  OneEngine *engine = data;
  g_autoptr (OneSent) sent = find_live (engine, id);
  const OneUnderWay *under_way = g_hash_table_lookup (engine->under_way, &id);

  if (under_way && under_way->adopted && reason == ONE_CLOSED_LOST)
    g_hash_table_remove (engine->under_way, &id);
  if (!sent)
    return;
  switch (reason) {
  case ONE_CLOSED_DISMISSED:
    update_row (engine, sent, ONE_SENT_DISMISSED);
    break;
  case ONE_CLOSED_LOST:
    lose (engine, sent);
    break;
  case ONE_CLOSED_EXPIRED:
  case ONE_CLOSED_UNDEFINED:
    update_row (engine, sent, ONE_SENT_EXPIRED);
    break;
  case ONE_CLOSED_BY_US:
    update_row (engine, sent, ONE_SENT_SUPERSEDED);
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

  if (!meeting)
    return;
  if (sent->state == ONE_SENT_SHOWN)
    update_row (engine, sent, ONE_SENT_ACTED);
  answer (engine, meeting, button, token, &error);
  one_load_trouble (engine, "answer", "", 0, error ? error->message : NULL);
  one_cycle_run (engine);
}

static void
server_changed (gboolean present, gpointer data)
{
  OneEngine *engine = data;

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
