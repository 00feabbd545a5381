/* SPDX-License-Identifier: MIT */
#include "engine/confirm.h"

#include "engine/change.h"
#include "engine/load.h"
#include "engine/reminder.h"
#include "engine/state.h"
#include "store/sent.h"
#include "store/transaction.h"

OneUnderWay *
one_confirm_await (OneEngine *engine, gint64 sent)
{
  OneUnderWay *under_way = g_new0 (OneUnderWay, 1);

  under_way->others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (engine->under_way, g_memdup2 (&sent, sizeof sent), under_way);
  return under_way;
}

void
one_confirm_await_others (OneUnderWay *under_way, const GPtrArray *group)
{
  for (guint i = 1; i < group->len; i++)
    g_array_append_val (under_way->others, ((OneReminder *) group->pdata[i])->sent->id);
}

static gboolean
speaks_of (const OneUnderWay *under_way, gint64 sent)
{
  for (guint i = 0; i < under_way->others->len; i++)
    if (g_array_index (under_way->others, gint64, i) == sent)
      return TRUE;
  return FALSE;
}

gboolean
one_confirm_is_awaited (const OneEngine *engine, gint64 sent)
{
  GHashTableIter iter;
  gpointer id, under_way;

  g_hash_table_iter_init (&iter, engine->under_way);
  while (g_hash_table_iter_next (&iter, &id, &under_way))
    if (*(const gint64 *) id == sent || speaks_of (under_way, sent))
      return TRUE;
  return FALSE;
}

void
one_confirm_row (OneEngine *engine, OneSent *sent, OneSentState state)
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
write_shown (OneEngine *engine, gint64 id, OneSentState state, const OneSent *answer)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  if (!sent)
    return;
  g_free (sent->server);
  sent->server = g_strdup (answer->server);
  sent->shown = answer->shown;
  sent->look = answer->look;
  one_confirm_row (engine, sent, state);
}

static void
set_until (OneEngine *engine, gint64 id, gint64 until)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  if (!sent)
    return;
  sent->until = until;
  one_confirm_row (engine, sent, ONE_SENT_SNOOZED);
}

/* The user was told another start: what the row said counts as never shown, should that start be
 * the meeting's again. */
static void
replace (OneEngine *engine, gint64 id, gint64 by)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);
  g_autoptr (OneSent) newer = one_sent_find (engine->store, by, NULL);

  if (!sent)
    return;
  if (newer && newer->start != sent->start)
    sent->shown = 0;
  one_confirm_row (engine, sent, ONE_SENT_SUPERSEDED);
}

/* What was to be written once the server had answered. */
static void
write_answer (OneEngine *engine, gint64 id, const OneUnderWay *under_way, const OneSent *answer)
{
  write_shown (engine, id, ONE_SENT_SHOWN, answer);
  if (under_way->until > 0)
    set_until (engine, id, under_way->until);
  for (guint i = 0; i < under_way->others->len; i++)
    write_shown (engine, g_array_index (under_way->others, gint64, i), ONE_SENT_SUPERSEDED, answer);
  if (under_way->replaces > 0)
    replace (engine, under_way->replaces, id);
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
close_if_over (OneEngine *engine, gint64 id)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  if (!sent || !one_sent_is_on_screen (sent))
    one_notify_close (engine->notify, id);
}

void
one_confirm_shown (OneEngine *engine, gint64 id, const char *server, guint32 shown)
{
  const OneUnderWay *under_way = g_hash_table_lookup (engine->under_way, &id);
  OneSent answer = { .server = (char *) server, .shown = shown };

  if (!under_way) {
    close_if_over (engine, id);
    return;
  }
  answer.look = under_way->look;
  if (!under_way->told)
    write_whole_answer (engine, id, under_way, &answer);
  g_hash_table_remove (engine->under_way, &id);
}
