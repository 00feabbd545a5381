/* SPDX-License-Identifier: MIT */
/* Who among the people of an event is a room. Pure. */
#pragma once

#include <glib.h>
#include "model/event.h"
#include "model/settings.h"

/* What the calendar or the user says to be one: CUTYPE, Google's domain for them, patterns. */
gboolean one_rooms_has (const OneAttendee *attendee, const OneSettings *settings);

/* What an attendee of whom nobody says it may be. */
typedef enum {
  ONE_ROOMS_NONE,
  ONE_ROOMS_MAYBE, /* by a name that people have too; a person if nobody else is there */
  ONE_ROOMS_SURE,  /* by an address that only a room has, "meetingroom@", "raum412@" */
} OneRoomsGuess;

/* Whoever invites, or answers as CUTYPE=INDIVIDUAL, is none. */
OneRoomsGuess one_rooms_guess (const OneAttendee *attendee, const OneEvent *event);
