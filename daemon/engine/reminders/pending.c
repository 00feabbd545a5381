/* SPDX-License-Identifier: MIT */
#include "engine/reminders/pending.h"

#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "engine/reminders/notification-rows.h"
#include "engine/reminders/reminder-draft.h"
#include "engine/reminders/reminders-state.h"
#include "engine/reminders/sent-rows.h"
#include "store/db/transaction.h"
#include "store/sent.h"

static void
add_said (OnePending *pending, gint64 id, guint32 look)
{
  OneSaid said = { id, look };

  g_array_append_val (pending->rows, said);
}

void
one_pending_free (OnePending *pending)
{
  g_array_unref (pending->rows);
  g_free (pending);
}

static OnePending *
expect (OneReminders *reminders, gint64 sent)
{
  OnePending *pending = g_new0 (OnePending, 1);

  pending->rows = g_array_new (FALSE, FALSE, sizeof (OneSaid));
  g_hash_table_insert (reminders->pending, g_memdup2 (&sent, sizeof sent), pending);
  return pending;
}

OnePending *
one_pending_await (OneReminders *reminders, gint64 sent)
{
  OnePending *pending = expect (reminders, sent);

  add_said (pending, sent, 0);
  return pending;
}

OnePending *
one_pending_await_all (OneReminders *reminders, const GPtrArray *group)
{
  OnePending *pending = expect (reminders, ((OneReminderDraft *) group->pdata[0])->sent->id);

  for (guint i = 0; i < group->len; i++) {
    const OneSent *sent = ((OneReminderDraft *) group->pdata[i])->sent;

    add_said (pending, sent->id, sent->fingerprint);
  }
  return pending;
}

static gboolean
speaks_of (const OnePending *pending, gint64 sent)
{
  for (guint i = 0; i < pending->rows->len; i++)
    if (g_array_index (pending->rows, OneSaid, i).id == sent)
      return TRUE;
  return FALSE;
}

gboolean
one_pending_is_awaited (const OneReminders *reminders, gint64 sent)
{
  GHashTableIter iter;
  gpointer pending;

  g_hash_table_iter_init (&iter, reminders->pending);
  while (g_hash_table_iter_next (&iter, NULL, &pending))
    if (speaks_of (pending, sent))
      return TRUE;
  return FALSE;
}

/* The user's word meanwhile, on the screen or elsewhere, counts more than the server's answer. */
static gboolean
is_overruled (const OnePending *pending, const OneSent *sent)
{
  return pending->adopted ? sent->state != ONE_SENT_SHOWN : sent->state == ONE_SENT_SNOOZED;
}

static void
add_shown (OneReminders *reminders, GPtrArray *rows, const OnePending *pending,
           const OneSent *answer)
{
  OneSent *sent = one_sent_find (reminders->base->store, answer->id, NULL);

  if (!sent)
    return;
  g_ptr_array_add (rows, sent);
  if (is_overruled (pending, sent))
    return;
  g_free (sent->server);
  sent->server = g_strdup (answer->server);
  sent->notification_id = answer->notification_id;
  sent->fingerprint = answer->fingerprint;
  sent->until = pending->until;
  one_sent_rows_set (reminders, sent, sent->until > 0 ? ONE_SENT_SNOOZED : ONE_SENT_SHOWN);
}

/* The user was told another start: what the row said counts as never shown, should that start be
 * the meeting's again. */
static void
add_replaced (OneReminders *reminders, GPtrArray *rows, gint64 id)
{
  OneSent *sent = one_sent_find (reminders->base->store, id, NULL);
  const OneSent *newer = rows->len > 0 ? rows->pdata[0] : NULL;

  if (!sent)
    return;
  if (newer && newer->start != sent->start)
    sent->notification_id = 0;
  one_sent_rows_set (reminders, sent, ONE_SENT_SUPERSEDED);
  g_ptr_array_add (rows, sent);
}

/* Writes the rows, now that the server has answered. */
static void
write_answer (OneReminders *reminders, const OnePending *pending, const char *server, guint32 shown)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  OneSent answer = { .server = (char *) server, .notification_id = shown };

  for (guint i = 0; i < pending->rows->len; i++) {
    const OneSaid *said = &g_array_index (pending->rows, OneSaid, i);

    answer.id = said->id;
    answer.fingerprint = said->look;
    add_shown (reminders, rows, pending, &answer);
  }
  if (pending->replaces > 0)
    add_replaced (reminders, rows, pending->replaces);
  one_sent_rows_write (reminders, rows);
}

static void
close_if_over (OneReminders *reminders, gint64 id)
{
  g_autoptr (OneSent) sent = one_sent_find (reminders->base->store, id, NULL);

  if (!sent || !one_reminder_is_on_screen (sent))
    one_notify_close (reminders->notify, id);
}

void
one_pending_shown (OneReminders *reminders, gint64 id, const char *server, guint32 shown)
{
  const OnePending *pending = g_hash_table_lookup (reminders->pending, &id);

  if (!pending) {
    close_if_over (reminders, id);
    return;
  }
  if (!pending->told) {
    write_answer (reminders, pending, server, shown);
    one_notification_rows_keep (reminders, id, pending->before,
                                pending->rows->len > 1 || pending->adopted ? pending->rows : NULL);
    if (pending->rows->len == 1 && !pending->adopted)
      close_if_over (reminders, id);
  }
  g_hash_table_remove (reminders->pending, &id);
}
