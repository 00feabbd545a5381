/* SPDX-License-Identifier: MIT */
#include "model/calendar/event.h"

OneAttendee *
one_attendee_new (void)
{
  OneAttendee *attendee = g_new0 (OneAttendee, 1);

  attendee->address = g_strdup ("");
  attendee->name = g_strdup ("");
  return attendee;
}

void
one_attendee_free (OneAttendee *attendee)
{
  g_free (attendee->address);
  g_free (attendee->name);
  g_free (attendee);
}

OneEvent *
one_event_new (void)
{
  OneEvent *event = g_new0 (OneEvent, 1);

  event->summary = g_strdup ("");
  event->location = g_strdup ("");
  event->links = g_new0 (char *, 1);
  event->attendees = g_ptr_array_new_with_free_func ((GDestroyNotify) one_attendee_free);
  return event;
}

void
one_event_free (OneEvent *event)
{
  g_free (event->summary);
  g_free (event->location);
  g_strfreev (event->links);
  g_ptr_array_unref (event->attendees);
  g_free (event);
}

OneSeries *
one_series_new (const char *uid)
{
  OneSeries *series = g_new0 (OneSeries, 1);

  series->uid = g_strdup (uid);
  series->zone = g_strdup ("");
  series->zone_how = g_strdup ("");
  series->producer = g_strdup ("");
  series->events = g_ptr_array_new_with_free_func ((GDestroyNotify) one_event_free);
  series->occurrences = g_array_new (FALSE, TRUE, sizeof (OneOccurrence));
  return series;
}

void
one_series_free (OneSeries *series)
{
  g_free (series->uid);
  g_free (series->zone);
  g_free (series->zone_how);
  g_free (series->producer);
  g_ptr_array_unref (series->events);
  g_array_unref (series->occurrences);
  g_free (series);
}
