/* SPDX-License-Identifier: MIT */
#include "engine/reminders/sent-rows.h"

#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "engine/reminders/reminders-state.h"
#include "store/db/transaction.h"
#include "store/sent.h"

/* An adopted row keeps its instant. */
void
one_sent_rows_set (const OneReminders *reminders, OneSent *sent, OneSentState state)
{
  if (sent->state != state)
    sent->at = one_base_now (reminders->base);
  sent->state = state;
}

void
one_sent_rows_take_off (const OneReminders *reminders, OneSent *sent, OneSentState state)
{
  if (!one_reminder_is_on_screen (sent))
    return;
  if (sent->state == ONE_SENT_INTENT)
    state = ONE_SENT_INTENT;
  if (sent->state == ONE_SENT_SNOOZED)
    state = ONE_SENT_SUPERSEDED;
  one_sent_rows_set (reminders, sent, state);
  if (state != ONE_SENT_INTENT)
    return;
  sent->notification_id = 0;
  *sent->server = '\0';
}

/* Half of a group would be shown again after a crash. */
static gboolean
write_rows (OneReminders *reminders, const GPtrArray *rows, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (reminders->base->store, error);

  for (guint i = 0; all && i < rows->len; i++)
    if (!one_sent_update (reminders->base->store, rows->pdata[i], error))
      return FALSE;
  return all && one_transaction_commit (all, error);
}

void
one_sent_rows_write (OneReminders *reminders, const GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;

  if (write_rows (reminders, rows, &error))
    return;
  /* The answer of the server must not be lost with the disk: memory takes it. */
  if (!one_storage_settle (reminders->base, one_base_now (reminders->base))
      || !write_rows (reminders, rows, NULL))
    one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, error->message);
}
