/* SPDX-License-Identifier: MIT */
/* ATTENDEE and ORGANIZER lines, RFC 5545 3.8.4.1 and 3.8.4.3. */
#pragma once

#include "model/calendar/event.h"
#include "reader/value/line.h"

#define ONE_ATTENDEE_MAX 400 /* in one event */

/* The values of an event's lines: one may say who it is (EMAIL=), and another not. Begins as zeros.
 */
typedef struct {
  GHashTable *known; /* (owned, nullable) char* -> OneAttendee (borrowed), of lines with EMAIL= */
  GHashTable *bare;  /* (owned, nullable) OneAttendee (borrowed) -> char*, of lines without */
} OneAttendeeValues;

/* Adds the person of the line to the event, and its X-NUM-GUESTS. FALSE if there are
 * ONE_ATTENDEE_MAX already. `cache` is property.h's. */
gboolean one_attendee_take (OneAttendeeValues *values, OneEvent *event, GHashTable *cache,
                            const OneLine *line);
/* Gives those without an address of their own the one that their value has on another line. Frees
 * what is in `values`. Call it while all attendees are there. */
void one_attendee_finish (OneAttendeeValues *values);
