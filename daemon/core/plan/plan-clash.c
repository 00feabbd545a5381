/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-clash.h"

#include "core/plan/plan-due.h"

static gboolean
will_be (const OneMeeting *meeting)
{
  return meeting->state == ONE_MEETING_PLANNED && one_plan_due_is_living (meeting);
}

/* An assumed end is no knowledge: only what begins at the same time surely clashes then. */
static gboolean
overlaps (const OneMeeting *a, const OneMeeting *b)
{
  gint64 a_end = a->assumed_length ? a->start + 1 : a->end;
  gint64 b_end = b->assumed_length ? b->start + 1 : b->end;

  return a->start < b_end && b->start < a_end;
}

/* By start, then by id. */
static gboolean
is_before (const OneMeeting *a, const OneMeeting *b)
{
  return a->start != b->start ? a->start < b->start : a->id < b->id;
}

const OneMeeting *
one_plan_clash_find (const OneMeeting *meeting, const GPtrArray *meetings)
{
  const OneMeeting *found = NULL;

  if (!will_be (meeting))
    return NULL;
  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *other = g_ptr_array_index (meetings, i);

    if (other->id != meeting->id && other->person != meeting->person && will_be (other)
        && overlaps (meeting, other) && (!found || is_before (other, found)))
      found = other;
  }
  return found;
}
