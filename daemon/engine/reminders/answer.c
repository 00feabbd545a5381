/* SPDX-License-Identifier: MIT */
#include "engine/reminders/answer.h"

#include "core/plan/plan.h"
#include "engine/base/load.h"
#include "engine/base/which.h"
#include "engine/reminders/confirm.h"
#include "engine/reminders/press.h"
#include "engine/reminders/screen.h"
#include "engine/reminders/trial.h"
#include "engine/state.h"

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
  one_load_trouble (engine, ONE_SUBJECT_NOTIFICATIONS, "", 0, NULL);
  if (id == ONE_NOTICE_TRIAL)
    one_trial_answer (engine, NULL);
  else
    one_confirm_shown (engine, id, server, number);
  one_engine_say_changed (engine);
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
  one_load_trouble (engine, ONE_SUBJECT_NOTIFICATIONS, "", 0,
                    no_server ? "there is no notification server: reminders wait for one" : why);
  if (id == ONE_NOTICE_TRIAL)
    one_trial_answer (engine, why);
  one_engine_say_changed (engine);
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

static OneSentState
state_of_closed (OneEngine *engine, const OneSent *sent, OneClosed reason)
{
  switch (reason) {
  case ONE_CLOSED_DISMISSED:
    return ONE_SENT_DISMISSED;
  case ONE_CLOSED_LOST:
    return state_of_lost (engine, sent);
  case ONE_CLOSED_EXPIRED:
  case ONE_CLOSED_UNDEFINED:
    return ONE_SENT_EXPIRED;
  case ONE_CLOSED_BY_US:
    return ONE_SENT_SUPERSEDED;
  }
  g_return_val_if_reached (ONE_SENT_EXPIRED);
}

static void
closed (gint64 id, OneClosed reason, gpointer data)
{
  OneEngine *engine = data;
  g_autoptr (GPtrArray) rows = one_screen_take (engine, id);

  forget_adoption (engine, id);
  for (guint i = 0; i < rows->len; i++)
    one_confirm_take_off (engine, rows->pdata[i], state_of_closed (engine, rows->pdata[i], reason));
  one_confirm_rows (engine, rows);
  one_engine_say_changed (engine);
}

static void
pressed (gint64 id, OneButton button, const char *token, gpointer data)
{
  forget_adoption (data, id);
  one_press_answer (data, id, button, token);
  one_engine_say_changed (data);
}

static void
server_changed (gboolean present, gboolean inhibited, gpointer data)
{
  OneEngine *engine = data;

  engine->inhibited = inhibited;
  one_load_desktop (engine);
  engine->no_server = !present;
  engine->retry = 0;
  one_engine_say_changed (engine);
}

const OneNotifyEvents one_answer_events = {
  .shown = shown,
  .failed = failed,
  .closed = closed,
  .pressed = pressed,
  .server_changed = server_changed,
};
