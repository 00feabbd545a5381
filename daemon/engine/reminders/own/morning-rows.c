/* SPDX-License-Identifier: MIT */
#include "engine/reminders/own/morning-rows.h"

#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "engine/reminders/reminders-state.h"
#include "store/mornings.h"

void
one_morning_rows_set (OneReminders *reminders, OneMorning *row, OneSentState state)
{
  g_autoptr (GError) error = NULL;

  if (row->state != state)
    row->at = one_base_now (reminders->base);
  row->state = state;
  if (one_mornings_set (reminders->base->store, row, &error))
    return;
  /* The answer of the server must not be lost with the disk: memory takes it. */
  if (!one_storage_settle (reminders->base, one_base_now (reminders->base))
      || !one_mornings_set (reminders->base->store, row, NULL))
    one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, error->message);
}
