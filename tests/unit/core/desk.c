/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include <string.h>

Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);
  desk->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  desk->settings = one_settings_new ();
  desk->log = g_string_new (NULL);
  return desk;
}

void
desk_free (Desk *desk)
{
  g_ptr_array_unref (desk->meetings);
  g_ptr_array_unref (desk->rows);
  one_settings_free (desk->settings);
  g_string_free (desk->log, TRUE);
  g_clear_pointer (&desk->plan, one_plan_free);
  g_free (desk);
}

void
desk_move (OneMeeting *meeting, gint64 start)
{
  meeting->start = T10 + start;
  meeting->end = meeting->start + 30 * MIN_;
}

OneMeeting *
desk_meet (Desk *desk, gint64 id, gint64 start)
{
  OneMeeting *meeting = one_meeting_new ();

  meeting->id = id;
  desk_move (meeting, start);
  g_ptr_array_add (desk->meetings, meeting);
  return meeting;
}

OneMeeting *
desk_meeting (Desk *desk, gint64 id)
{
  for (guint i = 0; i < desk->meetings->len; i++) {
    OneMeeting *meeting = g_ptr_array_index (desk->meetings, i);

    if (meeting->id == id)
      return meeting;
  }
  g_error ("no meeting %d", (int) id);
}

static OneSent *
desk_row_by_id (Desk *desk, gint64 id)
{
  for (guint i = 0; i < desk->rows->len; i++) {
    OneSent *row = g_ptr_array_index (desk->rows, i);

    if (row->id == id)
      return row;
  }
  g_error ("no row %d", (int) id);
}

OneSent *
desk_row (Desk *desk, gint64 meeting, OneStage stage)
{
  for (guint i = desk->rows->len; i > 0; i--) {
    OneSent *row = g_ptr_array_index (desk->rows, i - 1);

    if (row->meeting == meeting && row->stage == stage)
      return row;
  }
  g_assert_not_reached ();
}

static OneSent *
step_row (Desk *desk, const OneStep *step)
{
  OneSent *row;

  if (step->sent != 0)
    return desk_row_by_id (desk, step->sent);
  for (guint i = 0; i < desk->rows->len; i++) {
    row = g_ptr_array_index (desk->rows, i);
    g_assert_false (row->meeting == step->meeting && row->stage == step->stage
                    && row->lead == step->lead && row->start == step->start);
  }
  row = one_sent_new (step->meeting, step->stage);
  row->lead = step->lead;
  row->start = step->start;
  row->id = ++desk->last_id;
  g_ptr_array_add (desk->rows, row);
  return row;
}

static void
row_end (OneSent *row, gint64 now)
{
  if (row->state == ONE_SENT_INTENT || row->state == ONE_SENT_SNOOZED)
    row->notification_id = 0;
  row->state = ONE_SENT_SUPERSEDED;
  row->at = now;
  row->until = 0;
}

/* The start that it announced is no more: should it be that again, it has not been said. */
static void
row_replace (OneSent *row, const OneStep *step, gint64 now)
{
  row_end (row, now);
  if (row->start != step->start)
    row->notification_id = 0;
}

/* A group shares a notification. */
static void
row_show (Desk *desk, OneSent *row, const OneStep *step, gboolean leads)
{
  g_assert_cmpint (row->start, ==, step->start);
  row->state = ONE_SENT_INTENT;
  row->at = desk->now;
  row->until = 0;
  if (desk->mute)
    return;
  g_free (row->server);
  row->server = g_strdup (":1.7");
  row->notification_id = leads ? ++desk->last_shown : desk->last_shown;
  row->fingerprint = step->fingerprint;
  row->state = ONE_SENT_SHOWN;
  if (step->until == 0)
    return;
  row->state = ONE_SENT_SNOOZED;
  row->until = step->until;
}

static void
log_step (Desk *desk, const OneStep *step, gboolean joins)
{
  static const char *const words[] = { "show", "replace", "refresh", "tell", "close", "pass" };

  if (desk->log->len > 0)
    g_string_append (desk->log, joins ? " + " : "; ");
  g_string_append_printf (desk->log, "%s m%d %s", words[step->kind], (int) step->meeting,
                          one_words_format_stage (step->stage));
  if (desk->leads && step->stage == ONE_STAGE_PREP)
    g_string_append_printf (desk->log, " %d", (int) step->lead / MIN_);
  if (step->moved_from != 0)
    g_string_append_printf (desk->log, " from %d", (int) (step->moved_from - T10) / MIN_);
  if (step->until != 0)
    g_string_append_printf (desk->log, " until %d", (int) (step->until - T10) / MIN_);
}

static void
take_step (Desk *desk, const OneStep *step, gboolean joins)
{
  OneSent *row = step_row (desk, step);

  log_step (desk, step, joins);
  switch (step->kind) {
  case ONE_STEP_SHOW:
  case ONE_STEP_REPLACE:
    row_show (desk, row, step, !joins);
    if (step->replaces != 0 && !desk->mute)
      row_replace (desk_row_by_id (desk, step->replaces), step, desk->now);
    break;
  case ONE_STEP_REFRESH:
    row->fingerprint = step->fingerprint;
    break;
  case ONE_STEP_TELL:
  case ONE_STEP_CLOSE:
  case ONE_STEP_PASS:
    row_end (row, desk->now);
    break;
  }
}

const char *
desk_run (Desk *desk, gint64 now)
{
  const OneStep *before = NULL;

  desk->now = T10 + now;
  g_string_truncate (desk->log, 0);
  g_clear_pointer (&desk->plan, one_plan_free);
  desk->plan = one_plan_new (desk->meetings, desk->rows, desk->settings, desk->since, desk->now);
  for (guint i = 0; i < desk->plan->steps->len; i++) {
    const OneStep *step = g_ptr_array_index (desk->plan->steps, i);

    take_step (desk, step, before && step->group != 0 && before->group == step->group);
    before = step;
  }
  g_assert_true (desk->plan->wake == 0 || desk->plan->wake > desk->now);
  return desk->log->str;
}
