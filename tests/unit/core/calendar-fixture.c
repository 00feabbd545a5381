/* SPDX-License-Identifier: MIT */
#include "calendar-fixture.h"

#include <string.h>

static void
attendee_set (OneAttendee *attendee, const char *word)
{
  if (g_str_equal (word, "organizer"))
    attendee->organizer = TRUE;
  else if (g_str_equal (word, "observer"))
    attendee->non_participant = TRUE;
  else if (g_str_equal (word, "room"))
    attendee->cutype = ONE_CUTYPE_ROOM;
  else if (g_str_equal (word, "resource"))
    attendee->cutype = ONE_CUTYPE_RESOURCE;
  else if (g_str_equal (word, "group"))
    attendee->cutype = ONE_CUTYPE_GROUP;
  else if (g_str_equal (word, "declined"))
    attendee->partstat = ONE_PARTSTAT_DECLINED;
  else if (g_str_equal (word, "accepted"))
    attendee->partstat = ONE_PARTSTAT_ACCEPTED;
  else if (g_str_equal (word, "tentative"))
    attendee->partstat = ONE_PARTSTAT_TENTATIVE;
  else if (g_str_equal (word, "delegated"))
    attendee->partstat = ONE_PARTSTAT_DELEGATED;
  else if (g_str_has_prefix (word, "name=")) {
    g_free (attendee->name);
    attendee->name = g_strdelimit (g_strdup (word + 5), "_", ' ');
  } else
    g_error ("no such word: %s", word);
}

OneEvent *
calendar_event (const char *summary, const char *people)
{
  OneEvent *event = one_event_new ();
  g_auto (GStrv) lines = g_strsplit (people, ",", -1);

  g_free (event->summary);
  event->summary = g_strdup (summary);
  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", -1);
    OneAttendee *attendee = one_attendee_new ();

    g_free (attendee->address);
    attendee->address = g_strdup (g_str_equal (words[0], "-") ? "" : words[0]);
    for (guint j = 1; words[j]; j++)
      attendee_set (attendee, words[j]);
    g_ptr_array_add (event->attendees, attendee);
  }
  return event;
}

OneSeries *
calendar_fragment (const char *uid, const char *producer)
{
  OneSeries *series = one_series_new (uid);

  g_free (series->producer);
  series->producer = g_strdup (producer);
  series->recurring = TRUE;
  return series;
}

OneSeries *
calendar_weekly (const char *uid, const char *producer, OneEvent *master, guint n)
{
  OneSeries *series = calendar_fragment (uid, producer);

  series->has_master = TRUE;
  g_ptr_array_add (series->events, master);
  for (guint i = 0; i < n; i++) {
    gint64 start = T0 + (gint64) i * WEEK;
    OneOccurrence occurrence = { start, start, start + HOUR / 2, 0, FALSE };

    g_array_append_val (series->occurrences, occurrence);
  }
  return series;
}

OneOccurrence *
calendar_override (OneSeries *series, guint index, gint64 shift, OneEvent *event)
{
  gint64 original = T0 + (gint64) index * WEEK;
  OneOccurrence occurrence = { original, original + shift, original + shift + HOUR / 2,
                               series->events->len, TRUE };

  g_ptr_array_add (series->events, event);
  for (guint i = 0; i < series->occurrences->len; i++) {
    OneOccurrence *known = &g_array_index (series->occurrences, OneOccurrence, i);

    if (known->original != original)
      continue;
    *known = occurrence;
    return known;
  }
  g_array_append_val (series->occurrences, occurrence);
  return &g_array_index (series->occurrences, OneOccurrence, series->occurrences->len - 1);
}

GPtrArray *
calendar_files (const char *path, ...)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  va_list arguments;

  va_start (arguments, path);
  for (const char *at = path; at; at = va_arg (arguments, const char *)) {
    OneReading *reading = one_reading_new (at);

    g_ptr_array_add (reading->series, va_arg (arguments, OneSeries *));
    g_ptr_array_add (readings, reading);
  }
  va_end (arguments);
  return readings;
}
