/* SPDX-License-Identifier: MIT */
#include "model/reminder.h"

OneSent *
one_sent_new (gint64 meeting, OneStage stage)
{
  OneSent *sent = g_new0 (OneSent, 1);

  sent->meeting = meeting;
  sent->stage = stage;
  sent->server = g_strdup ("");
  return sent;
}

OneSent *
one_sent_dup (const OneSent *sent)
{
  OneSent *copy = g_memdup2 (sent, sizeof *sent);

  copy->server = g_strdup (sent->server);
  return copy;
}

void
one_sent_free (OneSent *sent)
{
  g_free (sent->server);
  g_free (sent);
}

gboolean
one_reminder_is_on_screen (const OneSent *sent)
{
  switch (sent->state) {
  case ONE_SENT_SHOWN:
    return TRUE;
  case ONE_SENT_INTENT:
  case ONE_SENT_SNOOZED:
    return sent->notification_id != 0 && *sent->server;
  case ONE_SENT_ACTED:
  case ONE_SENT_DISMISSED:
  case ONE_SENT_EXPIRED:
  case ONE_SENT_SUPERSEDED:
    return FALSE;
  }
  g_return_val_if_reached (FALSE);
}
