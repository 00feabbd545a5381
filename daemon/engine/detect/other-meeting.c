/* SPDX-License-Identifier: MIT */
#include "engine/detect/other-meeting.h"

#include "core/detect/accepted.h"
#include "engine/detect/spoken-of.h"
#include "store/series-choices.h"

/* All that is known, from which to find some. */
typedef struct {
  GPtrArray *readings;    /* (owned) */
  GPtrArray *merged;      /* (owned) */
  GHashTable *tracked;    /* (owned, nullable) */
  OneSpokenOf *spoken_of; /* (owned) */
  OneDetectInput input;   /* of them */
} Known;

static void
known_read (const OneBase *base, const char *const *me, Known *known)
{
  known->readings = one_readings_list (base->calendars.readings);
  known->merged = one_series_merge (known->readings);
  known->tracked = one_series_choices_list (base->store, NULL);
  known->spoken_of = one_spoken_of_new (base);
  known->input = (OneDetectInput){ me, base->settings, known->tracked,
                                   one_spoken_of_get_known (known->spoken_of) };
}

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->spoken_of, one_spoken_of_free);
  g_clear_pointer (&known->tracked, g_hash_table_unref);
  g_clear_pointer (&known->merged, g_ptr_array_unref);
  g_clear_pointer (&known->readings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

OneMeeting *
one_other_meeting_find (const OneBase *base, const char *const *me, const OneMeeting *meeting)
{
  g_auto (Known) known = { 0 };

  known_read (base, me, &known);
  return one_accepted_find (&known.input, known.merged, meeting);
}

GArray *
one_other_meeting_list (const OneBase *base, const char *const *me, gint64 from, gint64 to)
{
  g_auto (Known) known = { 0 };

  known_read (base, me, &known);
  return one_accepted_list (&known.input, known.merged, from, to);
}
