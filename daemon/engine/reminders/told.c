/* SPDX-License-Identifier: MIT */
#include "engine/reminders/told.h"

#include "engine/reminders/reminders-state.h"

typedef struct {
  gint64 sent;
  gint64 until;
} Told;

void
one_told_add (OneReminders *reminders, gint64 sent, gint64 until)
{
  Told told = { sent, until };

  if (!reminders->told)
    reminders->told = g_array_new (FALSE, FALSE, sizeof (Told));
  g_array_append_val (reminders->told, told);
}

void
one_told_close (OneReminders *reminders, gint64 now)
{
  for (guint i = reminders->told ? reminders->told->len : 0; i-- > 0;) {
    const Told *told = &g_array_index (reminders->told, Told, i);

    if (told->until > now)
      continue;
    one_notify_close (reminders->notify, told->sent);
    g_array_remove_index (reminders->told, i);
  }
}

gint64
one_told_get_next (const OneReminders *reminders)
{
  gint64 next = 0;

  for (guint i = 0; reminders->told && i < reminders->told->len; i++) {
    gint64 until = g_array_index (reminders->told, Told, i).until;

    if (next == 0 || until < next)
      next = until;
  }
  return next;
}
