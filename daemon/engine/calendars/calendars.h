/* SPDX-License-Identifier: MIT */
/* Changed files -> readings: watches the configured sources, asks oned-reader about what changed in
 * them, one run at a time, and keeps what it answers, in memory and in the cache. */
#pragma once

#include "engine/base/base.h"
#include "engine/base/news.h"
#include "engine/calendars/calendars-calls.h"
#include "model/base/instant.h"

/* Interval at which the horizon is moved, in seconds. */
#define ONE_CALENDARS_STEP (4 * ONE_WEEK)

typedef struct OneCalendars OneCalendars;

/* How far the reading has come. */
typedef enum {
  ONE_CALENDARS_STARTING, /* nothing is known yet */
  ONE_CALENDARS_RECALLED, /* what was known before is: good for an answer, not for a reminder */
  ONE_CALENDARS_READ,     /* everything was read, or found to be as it was */
} OneCalendarsState;

/* Keeps base->calendars. `base` and `calls` are borrowed and outlive it. */
OneCalendars *one_calendars_new (OneBase *base, const OneCalendarsCalls *calls, gpointer data);

/* Writes to the cache what is not there yet. */
void one_calendars_free (OneCalendars *calendars);

/* Takes the readings of an earlier life out of the cache. FALSE if there are none of use. */
gboolean one_calendars_recall (OneCalendars *calendars);

/* Begins to watch the sources; what changed in them is read. `recalled`: what the cache had is in
 * the store, else everything is news. */
void one_calendars_start (OneCalendars *calendars, gboolean recalled);

/* Writes the cache if it is time for it, and frees memory. Nothing happens while something is read.
 */
void one_calendars_rest (OneCalendars *calendars);

/* Starts again: other sources, or another zone. Readings stay until their files were read again. */
void one_calendars_restart (OneCalendars *calendars);

/* Restarts when the horizon has come too close, or the clock was set far back; reads again what
 * could not be read before, or was not believed. */
void one_calendars_keep_up (OneCalendars *calendars, gint64 now);

/* When that is next to be done, UTC seconds. */
gint64 one_calendars_get_next (const OneCalendars *calendars);

OneCalendarsState one_calendars_get_state (const OneCalendars *calendars);

/* Whether nothing is being read. */
gboolean one_calendars_is_idle (const OneCalendars *calendars);

/* (borrowed) For engine/detect, which clears it. */
OneNews *one_calendars_get_news (OneCalendars *calendars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCalendars, one_calendars_free)
