/* SPDX-License-Identifier: MIT */
#include "plan-fixture.h"

#include <string.h>

PlanFixture *
fixture_new (void)
{
  PlanFixture *fixture = g_new0 (PlanFixture, 1);

  fixture->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);
  fixture->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  fixture->settings = one_settings_new ();
  fixture->log = g_string_new (NULL);
  return fixture;
}

void
fixture_free (PlanFixture *fixture)
{
  g_ptr_array_unref (fixture->meetings);
  g_ptr_array_unref (fixture->rows);
  one_settings_free (fixture->settings);
  g_string_free (fixture->log, TRUE);
  g_clear_pointer (&fixture->plan, one_plan_free);
  g_free (fixture);
}

void
fixture_move (OneMeeting *meeting, gint64 start)
{
  meeting->start = T10 + start;
  meeting->end = meeting->start + 30 * MIN_;
}

OneMeeting *
fixture_meet (PlanFixture *fixture, gint64 id, gint64 start)
{
  OneMeeting *meeting = one_meeting_new ();

  meeting->id = id;
  fixture_move (meeting, start);
  g_ptr_array_add (fixture->meetings, meeting);
  return meeting;
}

OneMeeting *
fixture_meeting (PlanFixture *fixture, gint64 id)
{
  for (guint i = 0; i < fixture->meetings->len; i++) {
    OneMeeting *meeting = g_ptr_array_index (fixture->meetings, i);

    if (meeting->id == id)
      return meeting;
  }
  g_error ("no meeting %d", (int) id);
}

static OneSent *
desk_row_by_id (PlanFixture *fixture, gint64 id)
{
  for (guint i = 0; i < fixture->rows->len; i++) {
    OneSent *row = g_ptr_array_index (fixture->rows, i);

    if (row->id == id)
      return row;
  }
  g_error ("no row %d", (int) id);
}

OneSent *
fixture_row (PlanFixture *fixture, gint64 meeting, OneStage stage)
{
  for (guint i = fixture->rows->len; i > 0; i--) {
    OneSent *row = g_ptr_array_index (fixture->rows, i - 1);

    if (row->meeting == meeting && row->stage == stage)
      return row;
  }
  g_assert_not_reached ();
}

static OneSent *
step_row (PlanFixture *fixture, const OneStep *step)
{
  OneSent *row;

  if (step->sent != 0)
    return desk_row_by_id (fixture, step->sent);
  for (guint i = 0; i < fixture->rows->len; i++) {
    row = g_ptr_array_index (fixture->rows, i);
    g_assert_false (row->meeting == step->meeting && row->stage == step->stage
                    && row->lead == step->lead && row->start == step->start);
  }
  row = one_sent_new (step->meeting, step->stage);
  row->lead = step->lead;
  row->start = step->start;
  row->id = ++fixture->last_id;
  g_ptr_array_add (fixture->rows, row);
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
row_show (PlanFixture *fixture, OneSent *row, const OneStep *step, gboolean leads)
{
  g_assert_cmpint (row->start, ==, step->start);
  row->state = ONE_SENT_INTENT;
  row->at = fixture->now;
  row->until = 0;
  if (fixture->mute)
    return;
  g_free (row->server);
  row->server = g_strdup (":1.7");
  row->notification_id = leads ? ++fixture->last_shown : fixture->last_shown;
  row->fingerprint = step->fingerprint;
  row->state = ONE_SENT_SHOWN;
  if (step->until == 0)
    return;
  row->state = ONE_SENT_SNOOZED;
  row->until = step->until;
}

static void
log_step (PlanFixture *fixture, const OneStep *step, gboolean joins)
{
  static const char *const words[] = { "show", "replace", "refresh", "tell", "close", "pass" };

  if (fixture->log->len > 0)
    g_string_append (fixture->log, joins ? " + " : "; ");
  g_string_append_printf (fixture->log, "%s m%d %s", words[step->kind], (int) step->meeting,
                          one_words_format_stage (step->stage));
  if (fixture->leads && step->stage == ONE_STAGE_PREP)
    g_string_append_printf (fixture->log, " %d", (int) step->lead / MIN_);
  if (step->moved_from != 0)
    g_string_append_printf (fixture->log, " from %d", (int) (step->moved_from - T10) / MIN_);
  if (step->until != 0)
    g_string_append_printf (fixture->log, " until %d", (int) (step->until - T10) / MIN_);
}

static void
take_step (PlanFixture *fixture, const OneStep *step, gboolean joins)
{
  OneSent *row = step_row (fixture, step);

  log_step (fixture, step, joins);
  switch (step->kind) {
  case ONE_STEP_SHOW:
  case ONE_STEP_REPLACE:
    row_show (fixture, row, step, !joins);
    if (step->replaces != 0 && !fixture->mute)
      row_replace (desk_row_by_id (fixture, step->replaces), step, fixture->now);
    break;
  case ONE_STEP_REFRESH:
    row->fingerprint = step->fingerprint;
    break;
  case ONE_STEP_TELL:
  case ONE_STEP_CLOSE:
  case ONE_STEP_PASS:
    row_end (row, fixture->now);
    break;
  }
}

const char *
fixture_run (PlanFixture *fixture, gint64 now)
{
  const OneStep *before = NULL;

  fixture->now = T10 + now;
  g_string_truncate (fixture->log, 0);
  g_clear_pointer (&fixture->plan, one_plan_free);
  fixture->plan = one_plan_new (fixture->meetings, fixture->rows, fixture->settings, fixture->since,
                                fixture->now);
  for (guint i = 0; i < fixture->plan->steps->len; i++) {
    const OneStep *step = g_ptr_array_index (fixture->plan->steps, i);

    take_step (fixture, step, before && step->group != 0 && before->group == step->group);
    before = step;
  }
  g_assert_true (fixture->plan->wake == 0 || fixture->plan->wake > fixture->now);
  return fixture->log->str;
}
