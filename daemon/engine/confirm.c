/* SPDX-License-Identifier: MIT */
#include "engine/confirm.h"

#include "engine/change.h"
#include "engine/load.h"
#include "engine/reminder.h"
#include "engine/screen.h"
#include "engine/state.h"
#include "store/db/transaction.h"
#include "store/sent.h"

static void
add_said (OneUnderWay *under_way, gint64 id, guint32 look)
{
  OneSaid said = { id, look };

  g_array_append_val (under_way->rows, said);
}

static OneUnderWay *
expect (OneEngine *engine, gint64 sent)
{
  OneUnderWay *under_way = g_new0 (OneUnderWay, 1);

  under_way->rows = g_array_new (FALSE, FALSE, sizeof (OneSaid));
  g_hash_table_insert (engine->under_way, g_memdup2 (&sent, sizeof sent), under_way);
  return under_way;
}

OneUnderWay *
one_confirm_await (OneEngine *engine, gint64 sent)
{
  OneUnderWay *under_way = expect (engine, sent);

  add_said (under_way, sent, 0);
  return under_way;
}

OneUnderWay *
one_confirm_await_all (OneEngine *engine, const GPtrArray *group)
{
  OneUnderWay *under_way = expect (engine, ((OneReminder *) group->pdata[0])->sent->id);

  for (guint i = 0; i < group->len; i++) {
    const OneSent *sent = ((OneReminder *) group->pdata[i])->sent;

    add_said (under_way, sent->id, sent->fingerprint);
  }
  return under_way;
}

static gboolean
speaks_of (const OneUnderWay *under_way, gint64 sent)
{
  for (guint i = 0; i < under_way->rows->len; i++)
    if (g_array_index (under_way->rows, OneSaid, i).id == sent)
      return TRUE;
  return FALSE;
}

gboolean
one_confirm_is_awaited (const OneEngine *engine, gint64 sent)
{
  GHashTableIter iter;
  gpointer under_way;

  g_hash_table_iter_init (&iter, engine->under_way);
  while (g_hash_table_iter_next (&iter, NULL, &under_way))
    if (speaks_of (under_way, sent))
      return TRUE;
  return FALSE;
}

/* What was adopted is as old as it was. */
void
one_confirm_set (const OneEngine *engine, OneSent *sent, OneSentState state)
{
  if (sent->state != state)
    sent->at = one_engine_now (engine);
  sent->state = state;
}

void
one_confirm_take_off (const OneEngine *engine, OneSent *sent, OneSentState state)
{
  if (!one_sent_is_on_screen (sent))
    return;
  if (sent->state == ONE_SENT_INTENT)
    state = ONE_SENT_INTENT;
  if (sent->state == ONE_SENT_SNOOZED)
    state = ONE_SENT_SUPERSEDED;
  one_confirm_set (engine, sent, state);
  if (state != ONE_SENT_INTENT)
    return;
  sent->notification_id = 0;
  *sent->server = '\0';
}

/* Half of a group would be shown again after a crash. */
static gboolean
write_rows (OneEngine *engine, const GPtrArray *rows, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (engine->store, error);

  for (guint i = 0; all && i < rows->len; i++)
    if (!one_sent_update (engine->store, rows->pdata[i], error))
      return FALSE;
  return all && one_transaction_commit (all, error);
}

void
one_confirm_rows (OneEngine *engine, const GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;

  if (write_rows (engine, rows, &error))
    return;
  /* What the server said must not get lost with the disk: memory takes it. */
  if (!one_change_settle (engine, one_engine_now (engine)) || !write_rows (engine, rows, NULL))
    one_load_trouble (engine, ONE_SUBJECT_REMINDERS, "", 0, error->message);
}

static void
add_shown (OneEngine *engine, GPtrArray *rows, const OneUnderWay *under_way, const OneSent *answer)
{
  OneSent *sent = one_sent_find (engine->store, answer->id, NULL);

  if (!sent)
    return;
  g_ptr_array_add (rows, sent);
  if (under_way->adopted && sent->state != ONE_SENT_SHOWN)
    return;
  g_free (sent->server);
  sent->server = g_strdup (answer->server);
  sent->notification_id = answer->notification_id;
  sent->fingerprint = answer->fingerprint;
  sent->until = under_way->until;
  one_confirm_set (engine, sent, sent->until > 0 ? ONE_SENT_SNOOZED : ONE_SENT_SHOWN);
}

/* The user was told another start: what the row said counts as never shown, should that start be
 * the meeting's again. */
static void
add_replaced (OneEngine *engine, GPtrArray *rows, gint64 id)
{
  OneSent *sent = one_sent_find (engine->store, id, NULL);
  const OneSent *newer = rows->len > 0 ? rows->pdata[0] : NULL;

  if (!sent)
    return;
  if (newer && newer->start != sent->start)
    sent->notification_id = 0;
  one_confirm_set (engine, sent, ONE_SENT_SUPERSEDED);
  g_ptr_array_add (rows, sent);
}

/* What was to be written once the server had answered. */
static void
write_answer (OneEngine *engine, const OneUnderWay *under_way, const char *server, guint32 shown)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  OneSent answer = { .server = (char *) server, .notification_id = shown };

  for (guint i = 0; i < under_way->rows->len; i++) {
    const OneSaid *said = &g_array_index (under_way->rows, OneSaid, i);

    answer.id = said->id;
    answer.fingerprint = said->look;
    add_shown (engine, rows, under_way, &answer);
  }
  if (under_way->replaces > 0)
    add_replaced (engine, rows, under_way->replaces);
  one_confirm_rows (engine, rows);
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

  if (!under_way) {
    close_if_over (engine, id);
    return;
  }
  if (!under_way->told) {
    write_answer (engine, under_way, server, shown);
    one_screen_keep (engine, id, under_way);
  }
  g_hash_table_remove (engine->under_way, &id);
}
