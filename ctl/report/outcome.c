/* SPDX-License-Identifier: MIT */
#include "ctl/report/outcome.h"

#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/local.h"
#include "wire/words.h"

static void
outcome_add (OneOutcomeMeetings *counts, GVariant *meeting)
{
  OneMeetingState state = ONE_MEETING_PLANNED;

  if (one_unpack_instant (meeting, "moved_from") != 0)
    counts->moved++;
  one_words_parse_meeting_state (one_unpack_string (meeting, "state"), &state);
  switch (state) {
  case ONE_MEETING_PLANNED:
    counts->planned++;
    return;
  case ONE_MEETING_HELD:
    counts->held++;
    return;
  case ONE_MEETING_SKIPPED:
    counts->skipped++;
    return;
  case ONE_MEETING_CANCELLED:
  case ONE_MEETING_DECLINED:
    counts->called_off++;
    return;
  }
}

OneOutcomeMeetings
one_outcome_count_meetings (GVariant *meetings)
{
  OneOutcomeMeetings counts = { 0 };

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    outcome_add (&counts, meeting);
  }
  return counts;
}

/* ISO days sort as texts. */
static gboolean
outcome_is_late (GVariant *action, GTimeZone *zone)
{
  const char *due = one_unpack_string (action, "due");
  g_autofree char *closed = NULL;

  if (!*due)
    return FALSE;
  closed = one_local_format_day (one_unpack_instant (action, "closed"), zone);
  return strcmp (closed, due) > 0;
}

OneOutcome
one_outcome_get (GVariant *action, GTimeZone *zone)
{
  OneState state = ONE_STATE_OPEN;

  one_words_parse_state (one_unpack_string (action, "state"), &state);
  switch (state) {
  case ONE_STATE_OPEN:
    return one_unpack_bool (action, "overdue") ? ONE_OUTCOME_BROKEN : ONE_OUTCOME_OPEN;
  case ONE_STATE_DONE:
    return outcome_is_late (action, zone) ? ONE_OUTCOME_LATE : ONE_OUTCOME_KEPT;
  case ONE_STATE_DROPPED:
    return ONE_OUTCOME_DROPPED;
  }
  g_return_val_if_reached (ONE_OUTCOME_OPEN);
}
