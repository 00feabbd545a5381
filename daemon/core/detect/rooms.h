/* SPDX-License-Identifier: MIT */
/* Who among the people of an event is a room. Pure. */
#pragma once

#include <glib.h>
#include "model/calendar/event.h"
#include "model/settings.h"

/* TRUE if the calendar or user says it is one: CUTYPE, Google's domain for rooms, patterns. */
gboolean one_rooms_has (const OneAttendee *attendee, const OneSettings *settings);

/* Guess at an attendee whom nobody calls a room. */
typedef enum {
  ONE_ROOMS_NONE,
  ONE_ROOMS_MAYBE, /* by a name that people have too; a person if nobody else is there */
  ONE_ROOMS_SURE,  /* by an address that only a room has, "meetingroom@", "raum412@" */
} OneRoomsGuess;

/* Whoever invites, or answers as CUTYPE=INDIVIDUAL, is none, on whichever line it stands. `copies`
 * (nullable): of OneEvent, the same in other calendars. */
OneRoomsGuess one_rooms_guess (const OneAttendee *attendee, const OneEvent *event,
                               const GPtrArray *copies);
