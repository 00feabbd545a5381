/* SPDX-License-Identifier: MIT */
#include "ctl/tally.h"

#include <string.h>
#include "ctl/unpack.h"
#include "ctl/when.h"
#include "wire/words.h"

static void
tally_add (OneTallyMeetings *tally, GVariant *meeting)
{
  OneMeetingState state = ONE_MEETING_PLANNED;

  if (one_unpack_instant (meeting, "moved_from") != 0)
    tally->moved++;
  one_words_parse_meeting_state (one_unpack_string (meeting, "state"), &state);
  switch (state) {
  case ONE_MEETING_PLANNED:
    tally->planned++;
    return;
  case ONE_MEETING_HELD:
    tally->held++;
    return;
  case ONE_MEETING_SKIPPED:
    tally->skipped++;
    return;
  case ONE_MEETING_CANCELLED:
  case ONE_MEETING_DECLINED:
    tally->called_off++;
    return;
  }
}

OneTallyMeetings
one_tally_meetings (GVariant *meetings)
{
  OneTallyMeetings tally = { 0 };

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    tally_add (&tally, meeting);
  }
  return tally;
}

/* Days as ISO writes them sort as texts. */
static gboolean
tally_is_late (GVariant *action, GTimeZone *zone)
{
  const char *due = one_unpack_string (action, "due");
  g_autofree char *closed = NULL;
  GDate day;

  if (!*due)
    return FALSE;
  one_when_get_day (one_unpack_instant (action, "closed"), zone, &day);
  closed = one_when_format_day (&day);
  return strcmp (closed, due) > 0;
}

OneTallyOutcome
one_tally_outcome (GVariant *action, GTimeZone *zone)
{
  OneState state = ONE_STATE_OPEN;

  one_words_parse_state (one_unpack_string (action, "state"), &state);
  switch (state) {
  case ONE_STATE_OPEN:
    return one_unpack_bool (action, "overdue") ? ONE_TALLY_BROKEN : ONE_TALLY_OPEN;
  case ONE_STATE_DONE:
    return tally_is_late (action, zone) ? ONE_TALLY_LATE : ONE_TALLY_KEPT;
  case ONE_STATE_DROPPED:
    return ONE_TALLY_DROPPED;
  }
  g_return_val_if_reached (ONE_TALLY_OPEN);
}
