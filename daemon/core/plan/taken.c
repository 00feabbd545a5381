/* SPDX-License-Identifier: MIT */
#include "core/plan/taken.h"

#include "core/plan/plan-due.h"
#include "model/base/compare.h"
#include "model/base/instant.h"

static int
taken_compare (gconstpointer left, gconstpointer right)
{
  const OneTaken *a = left, *b = right;

  return one_compare_int64 (a->start, b->start);
}

GArray *
one_taken_list (const GPtrArray *meetings, gint64 now)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (OneTaken));

  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = g_ptr_array_index (meetings, i);
    OneTaken one = { meeting->start, meeting->end };

    if (one_plan_due_is_living (meeting) && one.end > now - ONE_DAY && one.start < now + ONE_DAY)
      g_array_append_val (taken, one);
  }
  g_array_sort (taken, taken_compare);
  return taken;
}
