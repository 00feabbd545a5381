/* SPDX-License-Identifier: MIT */
#include "core/agenda/neglect.h"

#include "core/agenda/past.h"
#include "model/base/instant.h"

/* The first that was held since oned is used. */
static const OnePast *
history_first_held (const OneHistory *history, const OneMeeting *meeting)
{
  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);

    if (past->start >= history->since && one_past_is_held (past, meeting))
      return past;
  }
  return NULL;
}

static const OneTouch *
history_last_touch (const OneHistory *history, const OneMeeting *meeting, const char *category)
{
  const OneTouch *last = NULL;

  for (guint i = 0; i < history->touches->len; i++) {
    const OneTouch *touch = g_ptr_array_index (history->touches, i);

    if (one_past_is_before (meeting, touch->meeting, touch->at)
        && g_str_equal (touch->category, category) && (!last || touch->at >= last->at))
      last = touch;
  }
  return last;
}

static gboolean
history_has_proposal (const OneHistory *history, gint64 meeting, const char *category)
{
  for (guint i = 0; i < history->proposals->len; i++) {
    const OneProposal *proposal = g_ptr_array_index (history->proposals, i);

    if (proposal->meeting == meeting && g_str_equal (proposal->category, category))
      return TRUE;
  }
  return FALSE;
}

static guint
history_count_unknown (const OneHistory *history, const OneMeeting *meeting, const char *category,
                       gint64 since)
{
  guint unknown = 0;

  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);

    if (past->start > since && one_past_is_held (past, meeting))
      unknown += !past->noted || history_has_proposal (history, past->meeting, category);
  }
  return unknown;
}

static gint64
days_between (gint64 from, gint64 to)
{
  return (to - from + ONE_DAY / 2) / ONE_DAY;
}

static OneNeglectState
neglect_judge (const OneNeglect *neglect, const OneLimits *limits)
{
  if (neglect->meetings_since >= limits->max_meetings || neglect->weeks_since >= limits->max_weeks)
    return ONE_NEGLECT_OVERDUE;
  return neglect->score >= 1 ? ONE_NEGLECT_DUE : ONE_NEGLECT_FRESH;
}

double
one_neglect_score (const OneHistory *history, const OneMeeting *meeting, gint64 since,
                   const OneLimits *limits)
{
  guint meetings = one_past_count_held (history, meeting, since) + 1;
  double weeks = days_between (since, meeting->start) / 7.0;

  return MAX ((double) meetings / limits->ideal_meetings, weeks / limits->ideal_weeks);
}

gboolean
one_neglect_is_by_weeks (const OneNeglect *neglect, const OneLimits *limits)
{
  return neglect->weeks_since / limits->ideal_weeks
         > (double) neglect->meetings_since / limits->ideal_meetings;
}

OneNeglect
one_neglect_get (const OneHistory *history, const OneMeeting *meeting, const char *category,
                 const OneLimits *limits)
{
  OneNeglect neglect = { .state = ONE_NEGLECT_FRESH };
  const OneTouch *touch = history_last_touch (history, meeting, category);
  const OnePast *first = history_first_held (history, meeting);
  gint64 since = touch ? touch->at : first ? first->start : 0;

  g_return_val_if_fail (limits->ideal_meetings > 0 && limits->ideal_weeks > 0, neglect);
  if (!touch && !first)
    return neglect;
  neglect.last_touched = touch ? touch->at : 0;
  neglect.meetings_since = one_past_count_held (history, meeting, since) + 1;
  neglect.unknown = history_count_unknown (history, meeting, category, touch ? since : since - 1);
  neglect.weeks_since = days_between (since, meeting->start) / 7.0;
  neglect.score = one_neglect_score (history, meeting, since, limits);
  neglect.state = neglect_judge (&neglect, limits);
  return neglect;
}
