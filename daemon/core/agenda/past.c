/* SPDX-License-Identifier: MIT */
#include "core/agenda/past.h"

gboolean
one_past_is_before (const OneMeeting *meeting, gint64 id, gint64 start)
{
  return start < meeting->start && (id == 0 || id != meeting->id);
}

gboolean
one_past_is_held (const OnePast *past, const OneMeeting *meeting)
{
  return past->state == ONE_MEETING_HELD
         && one_past_is_before (meeting, past->meeting, past->start);
}

guint
one_past_count_held (const OneHistory *history, const OneMeeting *meeting, gint64 since)
{
  guint held = 0;

  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);

    if (one_past_is_held (past, meeting) && past->start > since)
      held++;
  }
  return held;
}

const OnePast *
one_past_find_last (const OneHistory *history, const OneMeeting *meeting)
{
  for (guint i = history->past->len; i > 0; i--) {
    const OnePast *past = &g_array_index (history->past, OnePast, i - 1);

    if (one_past_is_held (past, meeting))
      return past;
  }
  return NULL;
}

const OnePast *
one_past_find (const OneHistory *history, gint64 meeting)
{
  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);

    if (past->meeting == meeting)
      return past;
  }
  return NULL;
}
