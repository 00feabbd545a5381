/* SPDX-License-Identifier: MIT */
#include "core/due.h"

#define DAY (24 * 60 * 60)

/* A nudge of yesterday's meeting still helps the next morning; what is older is asked for by
 * `onectl log`. */
#define NUDGE_WINDOW DAY

/* The lead in seconds; FALSE if the stage is not shown. */
static gboolean
due_get_lead (const OneDue *due, OneStage stage, gint64 *lead)
{
  return one_settings_get_lead (due->settings, due->meeting->address, stage, lead);
}

gint64
one_due_lead (const OneDue *due, OneStage stage)
{
  gint64 lead;

  (void) due_get_lead (due, stage, &lead);
  return stage == ONE_STAGE_NUDGE ? due->meeting->end + lead : due->meeting->start - lead;
}

gint64
one_due_end (const OneDue *due, OneStage stage)
{
  if (stage == ONE_STAGE_NUDGE)
    return one_due_lead (due, stage) + NUDGE_WINDOW;
  return due->meeting->end;
}

gboolean
one_due_is_later (const OneDue *due, OneStage stage, OneStage other)
{
  gint64 lead, other_lead;

  if (stage == other)
    return FALSE;
  if (stage == ONE_STAGE_NUDGE || other == ONE_STAGE_NUDGE)
    return stage == ONE_STAGE_NUDGE;
  (void) due_get_lead (due, stage, &lead);
  (void) due_get_lead (due, other, &other_lead);
  return lead != other_lead ? lead < other_lead : stage == ONE_STAGE_START;
}

/* A nudge asks about what took place: it was right if it came after the end, even when the times
 * of a past meeting are corrected. The others announce a start. */
static gboolean
row_is_current (const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];

  if (row->start == due->meeting->start)
    return TRUE;
  return stage == ONE_STAGE_NUDGE && row->at >= one_due_lead (due, stage);
}

/* A moved meeting's notification that was replaced waits, on screen, for the reminder of the new
 * start. What the user put off does not: it has no server. */
static gboolean
row_waits_on_screen (const OneSent *row)
{
  return row->state == ONE_SENT_SNOOZED && one_sent_is_on_screen (row);
}

gboolean
one_due_is_on_screen (const OneDue *due, OneStage stage)
{
  return due->rows[stage] && one_sent_is_on_screen (due->rows[stage]);
}

static gboolean
row_was_shown (const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];

  if (!row || !row_is_current (due, stage))
    return FALSE;
  switch (row->state) {
  case ONE_SENT_INTENT:
  case ONE_SENT_SNOOZED:
    return FALSE;
  case ONE_SENT_SUPERSEDED:
    /* Before its time, only the line that told of a move can have been on screen. */
    return row->shown != 0 && row->at >= one_due_lead (due, stage);
  case ONE_SENT_SHOWN:
  case ONE_SENT_ACTED:
  case ONE_SENT_DISMISSED:
  case ONE_SENT_EXPIRED:
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}

gboolean
one_due_is_from_the_future (const OneDue *due, OneStage stage)
{
  return row_was_shown (due, stage) && due->now < one_due_lead (due, stage) - DAY;
}

gboolean
one_due_is_done (const OneDue *due, OneStage stage)
{
  return row_was_shown (due, stage) && !one_due_is_from_the_future (due, stage);
}

/* Whether it was shown for this start, maybe to come again. */
static gboolean
stage_has_spoken (const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];

  if (one_due_is_done (due, stage))
    return TRUE;
  return row && row->state == ONE_SENT_SNOOZED && row->start == due->meeting->start
         && !row_waits_on_screen (row);
}

/* What was never due is not silenced by what was shown in a future that a wrong clock made up. */
static gboolean
stage_silences (const OneDue *due, OneStage stage, OneStage earlier)
{
  const OneSent *row = due->rows[earlier];
  gboolean early =
      row && row->state == ONE_SENT_SUPERSEDED && row->at < one_due_lead (due, earlier);
  gboolean was_due =
      row && row->start == due->meeting->start && row->state != ONE_SENT_INTENT && !early;

  return stage_has_spoken (due, stage) && (was_due || due->rows[stage]->at <= due->now);
}

static gboolean
stage_is_silenced (const OneDue *due, OneStage stage)
{
  for (guint other = 0; other < ONE_N_STAGES; other++)
    if (one_due_is_later (due, (OneStage) other, stage)
        && stage_silences (due, (OneStage) other, stage))
      return TRUE;
  return FALSE;
}

/* Silence about what was over, or had begun, at first sight. A first sight in the future was
 * written down while the clock was wrong, and says nothing. */
static gboolean
stage_was_before_us (const OneDue *due, OneStage stage)
{
  gint64 point = stage == ONE_STAGE_NUDGE ? due->meeting->end : due->meeting->start;

  return due->since <= due->now && point <= due->since;
}

/* Never past the start. After a move the new lead holds too: what waits on screen for a start that
 * is no more waits for the new one. */
static gint64
snoozed_until (const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];
  gint64 until = MIN (row->until, due->meeting->start);

  if (stage == ONE_STAGE_NUDGE)
    return row->until;
  if (row->start == due->meeting->start)
    return until;
  return row_waits_on_screen (row) ? one_due_lead (due, stage)
                                   : MAX (until, one_due_lead (due, stage));
}

gint64
one_due_at (const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];
  gint64 at, lead;

  if (one_due_is_done (due, stage) || due->now >= one_due_end (due, stage))
    return ONE_DUE_NEVER;
  if (stage == ONE_STAGE_NUDGE && due->meeting->logged)
    return ONE_DUE_NEVER;
  if (row && row->state == ONE_SENT_SNOOZED)
    return snoozed_until (due, stage);
  if (!due_get_lead (due, stage, &lead) || stage_is_silenced (due, stage))
    return ONE_DUE_NEVER;
  at = one_settings_end_quiet (due->settings, stage, one_due_lead (due, stage));
  if (at >= one_due_end (due, stage))
    return ONE_DUE_NEVER;
  if (row && row->state == ONE_SENT_INTENT)
    return at;
  return stage_was_before_us (due, stage) ? ONE_DUE_NEVER : at;
}

gboolean
one_due_is_living (const OneMeeting *meeting)
{
  switch (meeting->state) {
  case ONE_MEETING_PLANNED:
  case ONE_MEETING_HELD:
    return !meeting->other_declined;
  case ONE_MEETING_SKIPPED:
  case ONE_MEETING_CANCELLED:
  case ONE_MEETING_DECLINED:
    return FALSE;
  }
  g_return_val_if_reached (FALSE);
}
