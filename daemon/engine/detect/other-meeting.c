/* SPDX-License-Identifier: MIT */
#include "engine/detect/other-meeting.h"

#include "core/detect/accepted.h"
#include "engine/detect/spoken-of.h"
#include "store/series-choices.h"

OneMeeting *
one_other_meeting_find (const OneBase *base, const char *const *me, const OneMeeting *meeting)
{
  g_autoptr (GPtrArray) readings = one_readings_list (base->calendars.readings);
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (GHashTable) tracked = one_series_choices_list (base->store, NULL);
  g_autoptr (OneSpokenOf) spoken_of = one_spoken_of_new (base);
  OneDetectInput input = { me, base->settings, tracked, one_spoken_of_get_known (spoken_of) };

  return one_accepted_find (&input, merged, meeting);
}
