/* SPDX-License-Identifier: MIT */
#include "reader/expand/event-words.h"

#include <string.h>

#include "reader/parse/vevent-read.h"

#define MAX_COPIES 16 /* of one series that are listened to */

static void
adopt_answer (OneAttendee *attendee, const OneEvent *from)
{
  for (guint i = 0; i < from->attendees->len; i++) {
    const OneAttendee *other = g_ptr_array_index (from->attendees, i);

    if (attendee->partstat == ONE_PARTSTAT_NEEDS_ACTION && !other->organizer && *other->address
        && strcmp (other->address, attendee->address) == 0)
      attendee->partstat = other->partstat;
  }
}

/* A calendar that somebody shares may not know yet what I answered. */
static void
adopt_answers (OneEvent *event, const OneEvent *from)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    OneAttendee *attendee = g_ptr_array_index (event->attendees, i);

    if (!attendee->organizer)
      adopt_answer (attendee, from);
  }
}

void
one_event_words_read (OneFileContext *context, const OneGroup *group, const GPtrArray *taken,
                      const GPtrArray *events)
{
  for (guint i = 0; i < taken->len; i++)
    one_vevent_read_words (context, g_ptr_array_index (taken, i), g_ptr_array_index (events, i));
  for (guint i = 0; i < MIN (group->copies->len, MAX_COPIES); i++) {
    const OneVEvent *copy = g_ptr_array_index (group->copies, i);

    if (copy->unusable || copy->sequence != group->master->sequence)
      continue;
    one_vevent_read_words (context, copy, copy->event);
    adopt_answers (g_ptr_array_index (events, 0), copy->event);
  }
}
