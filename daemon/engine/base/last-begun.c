/* SPDX-License-Identifier: MIT */
#include "engine/base/last-begun.h"

#include "model/meeting.h"

static gboolean
may_be_meant (const OneMeeting *meeting)
{
  return (meeting->state == ONE_MEETING_PLANNED && !meeting->other_declined)
         || meeting->state == ONE_MEETING_HELD || meeting->state == ONE_MEETING_SKIPPED;
}

/* Leaves the last of those that have begun, and what was going on with others at its start. */
static void
keep_last (GPtrArray *list)
{
  gint64 last = G_MAXINT64;

  for (guint i = list->len; i > 0; i--) {
    const OneMeeting *meeting = list->pdata[i - 1];

    if (!may_be_meant (meeting) || (last < G_MAXINT64 && meeting->end <= last))
      g_ptr_array_remove_index (list, i - 1);
    else if (last == G_MAXINT64)
      last = meeting->start;
  }
}

/* Drops logged meetings, unless all of them are logged. */
static void
keep_open (GPtrArray *list)
{
  guint open = 0;

  for (guint i = 0; i < list->len; i++)
    open += !((OneMeeting *) list->pdata[i])->logged;
  for (guint i = list->len; open > 0 && i > 0; i--)
    if (((OneMeeting *) list->pdata[i - 1])->logged)
      g_ptr_array_remove_index (list, i - 1);
}

void
one_last_begun_keep (GPtrArray *meetings)
{
  keep_last (meetings);
  if (meetings->len > 1)
    keep_open (meetings);
}
