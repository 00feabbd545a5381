/* SPDX-License-Identifier: MIT */
#include "engine/detect/matter.h"

#include "engine/detect/verdict-note.h"
#include "store/series-choices.h"

OneDetectInput
one_matter_get_input (const OneMatter *matter, const OneBase *base, OneSpokenOf *asked,
                      char *const *me)
{
  return (OneDetectInput){ (const char *const *) me, base->settings, matter->tracked,
                           one_spoken_of_get_known (asked) };
}

OneMatter
one_matter_open (const OneBase *base, OneSpokenOf *asked)
{
  OneMatter matter = { .tracked = one_series_choices_list (base->store, NULL) };
  OneDetectInput who = one_matter_get_input (&matter, base, asked, NULL);

  matter.is_partial = one_verdict_note_is_judged (base, &who);
  matter.readings = matter.is_partial ? one_readings_list_relevant (base->calendars.readings)
                                      : one_readings_list (base->calendars.readings);
  return matter;
}

void
one_matter_close (OneMatter *matter)
{
  g_clear_pointer (&matter->readings, g_ptr_array_unref);
  g_clear_pointer (&matter->tracked, g_hash_table_unref);
}
