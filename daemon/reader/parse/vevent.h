/* SPDX-License-Identifier: MIT */
/* One VEVENT, parsed, but not yet placed in time: its zones are names still. */
#pragma once

#include "model/calendar/event.h"
#include "reader/parse/calendar.h"
#include "reader/recur/rule.h"

typedef struct {
  OneDateTime start;
  OneDateTime end;      /* kind NONE if there is none */
  OneDuration duration; /* for a PERIOD with a duration */
  gboolean has_duration;
} OneExtra;

typedef struct {
  char *uid;                   /* (owned) */
  const OneCalendar *calendar; /* (borrowed) */
  OneEvent *event;             /* (owned until it is handed over; NULL then) */
  guint line;
  gint64 offset; /* of its lines in the file, to read its words; -1: they were read */
  gsize length;
  guint order;                      /* in the file */
  OneDateTime start, end, original; /* DTSTART, DTEND, RECURRENCE-ID */
  OneDuration duration;             /* DURATION */
  gboolean has_duration, this_and_future;
  GArray *rules, *exrules; /* (owned, nullable) of OneRule */
  GArray *extras;          /* (owned, nullable) of OneExtra: RDATE */
  GArray *excluded;        /* (owned, nullable) of OneDateTime: EXDATE */
  gint64 sequence, last_modified, dtstamp;
  gboolean sub_daily;
  gboolean names_people, has_title; /* an ATTENDEE; a SUMMARY that says more than "Busy" */
  gboolean unusable;                /* what it needs to be placed is missing or refused */
  gboolean clipped;                 /* it has more rules or dates than are taken */
} OneVEvent;

void one_vevent_free (OneVEvent *vevent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneVEvent, one_vevent_free)
