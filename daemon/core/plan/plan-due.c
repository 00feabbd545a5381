/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-due.h"

#include "model/base/instant.h"

/* A nudge still helps the next morning; later, `onectl log` asks. */
#define NUDGE_WINDOW ONE_DAY
/* Seconds of a meeting after which its reminder is of no use. */
#define INTO_IT (5 * 60)

gint64
one_plan_due_lead (const OnePlanDue *due, const OnePlanSlot *slot)
{
  if (slot->stage == ONE_STAGE_NUDGE)
    return due->meeting->end + slot->lead;
  return due->meeting->start - slot->lead;
}

gint64
one_plan_due_end (const OnePlanDue *due, const OnePlanSlot *slot)
{
  if (slot->stage == ONE_STAGE_NUDGE)
    return one_plan_due_lead (due, slot) + NUDGE_WINDOW;
  return due->meeting->end;
}

gint64
one_plan_due_leaves (const OnePlanDue *due, const OnePlanSlot *slot)
{
  gint64 end = one_plan_due_end (due, slot);
  gint64 from = MAX (slot->row->at, due->meeting->start);

  if (slot->stage == ONE_STAGE_NUDGE)
    return MIN (end, one_plan_gap_pass (due->taken, slot->row->at, due->settings->zone));
  return MIN (end, from + INTO_IT);
}

gboolean
one_plan_due_is_later (const OnePlanSlot *slot, const OnePlanSlot *other)
{
  if (slot == other)
    return FALSE;
  if (slot->stage == ONE_STAGE_NUDGE || other->stage == ONE_STAGE_NUDGE)
    return slot->stage == ONE_STAGE_NUDGE;
  return slot->lead != other->lead ? slot->lead < other->lead : slot->stage == ONE_STAGE_START;
}

/* A nudge is right if it came after the end, even if the times are corrected later. The others
 * announce a start. */
gboolean
one_plan_due_is_current (const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;

  if (row->start == due->meeting->start)
    return TRUE;
  return slot->stage == ONE_STAGE_NUDGE && row->at >= one_plan_due_lead (due, slot);
}

/* TRUE if a moved meeting's notification waits on screen for the new reminder. A snoozed one has no
 * server. */
static gboolean
row_waits_on_screen (const OneSent *row)
{
  return row->state == ONE_SENT_SNOOZED && one_reminder_is_on_screen (row);
}

gboolean
one_plan_due_is_on_screen (const OnePlanDue *due, const OnePlanSlot *slot)
{
  return slot->row && one_reminder_is_on_screen (slot->row);
}

static gboolean
row_was_shown (const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;

  if (!row || !one_plan_due_is_current (due, slot))
    return FALSE;
  switch (row->state) {
  case ONE_SENT_INTENT:
  case ONE_SENT_SNOOZED:
    return FALSE;
  case ONE_SENT_SUPERSEDED:
    /* Before its time, only the line that told of a move can have been on screen. */
    return row->notification_id != 0 && row->at >= one_plan_due_lead (due, slot);
  case ONE_SENT_SHOWN:
  case ONE_SENT_ACTED:
  case ONE_SENT_DISMISSED:
  case ONE_SENT_EXPIRED:
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}

/* TRUE if a clock that was ahead set the instant it waits for. */
static gboolean
row_was_put_off_ahead (const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;

  return row && row->state == ONE_SENT_SNOOZED && !row_waits_on_screen (row)
         && row->at > due->now + ONE_DAY;
}

gboolean
one_plan_due_is_from_the_future (const OnePlanDue *due, const OnePlanSlot *slot)
{
  return row_was_put_off_ahead (due, slot)
         || (row_was_shown (due, slot) && due->now < one_plan_due_lead (due, slot) - ONE_DAY);
}

gboolean
one_plan_due_is_done (const OnePlanDue *due, const OnePlanSlot *slot)
{
  return row_was_shown (due, slot) && !one_plan_due_is_from_the_future (due, slot);
}

/* TRUE if it was shown for this start, even if it comes again. */
static gboolean
slot_has_spoken (const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;

  if (one_plan_due_is_done (due, slot))
    return TRUE;
  return row && row->state == ONE_SENT_SNOOZED && row->start == due->meeting->start
         && !row_waits_on_screen (row) && !one_plan_due_is_from_the_future (due, slot);
}

/* A reminder shown by a clock that was ahead silences no reminder that was never due. */
static gboolean
slot_silences (const OnePlanDue *due, const OnePlanSlot *slot, const OnePlanSlot *earlier)
{
  const OneSent *row = earlier->row;
  gboolean early =
      row && row->state == ONE_SENT_SUPERSEDED && row->at < one_plan_due_lead (due, earlier);
  gboolean was_due =
      row && row->start == due->meeting->start && row->state != ONE_SENT_INTENT && !early;

  return slot_has_spoken (due, slot) && (was_due || slot->row->at <= due->now);
}

static gboolean
slot_is_silenced (const OnePlanDue *due, const OnePlanSlot *slot)
{
  for (guint i = 0; i < due->slots->len; i++) {
    const OnePlanSlot *other = &g_array_index (due->slots, OnePlanSlot, i);

    if (one_plan_due_is_later (other, slot) && slot_silences (due, other, slot))
      return TRUE;
  }
  return FALSE;
}

/* Stays silent about meetings that were over, or had begun, at first sight. A first sight in the
 * future was recorded by a wrong clock and says nothing. */
static gboolean
slot_was_before_us (const OnePlanDue *due, const OnePlanSlot *slot)
{
  gint64 point = slot->stage == ONE_STAGE_NUDGE ? due->meeting->end : due->meeting->start;

  return due->since <= due->now && point <= due->since;
}

/* Ends a snooze at the start at the latest. After a move the new lead holds too: a notification
 * that waits on screen comes at the new lead. */
static gint64
snoozed_until (const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;
  gint64 until = MIN (row->until, due->meeting->start);

  if (slot->stage == ONE_STAGE_NUDGE)
    return row->until;
  if (row->start == due->meeting->start)
    return until;
  return row_waits_on_screen (row) ? one_plan_due_lead (due, slot)
                                   : MAX (until, one_plan_due_lead (due, slot));
}

static gint64
plan_due_at (const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;
  gint64 at;

  if (one_plan_due_is_done (due, slot) || due->now >= one_plan_due_end (due, slot))
    return ONE_PLAN_DUE_NEVER;
  if (slot->stage == ONE_STAGE_NUDGE && due->meeting->logged)
    return ONE_PLAN_DUE_NEVER;
  if (row && row->state == ONE_SENT_SNOOZED && !one_plan_due_is_from_the_future (due, slot))
    return snoozed_until (due, slot);
  if (!slot->wanted || slot_is_silenced (due, slot))
    return ONE_PLAN_DUE_NEVER;
  at = one_settings_end_quiet (due->settings, slot->stage, one_plan_due_lead (due, slot),
                               slot->stage == ONE_STAGE_NUDGE ? due->meeting->end
                                                              : due->meeting->start);
  if (at >= one_plan_due_end (due, slot))
    return ONE_PLAN_DUE_NEVER;
  if (row && row->state == ONE_SENT_INTENT)
    return at;
  return slot_was_before_us (due, slot) ? ONE_PLAN_DUE_NEVER : at;
}

gint64
one_plan_due_at (const OnePlanDue *due, const OnePlanSlot *slot)
{
  gint64 at = plan_due_at (due, slot);

  return at <= due->now && one_settings_is_held (due->settings, slot->stage) ? ONE_PLAN_DUE_HELD
                                                                             : at;
}

gboolean
one_plan_due_is_living (const OneMeeting *meeting)
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
