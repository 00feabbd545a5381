/* SPDX-License-Identifier: MIT */
/* All that is kept of one file between the walk and the occurrences. */
#pragma once

#include "model/calendar/reading.h"
#include "reader/parse/calendar.h"
#include "reader/scan/bytes.h"
#include "reader/scan/key-lines.h"
#include "reader/zone/zones.h"

typedef struct {
  OneReading *reading;       /* (borrowed) where series and troubles go */
  OneBytes *bytes;           /* (borrowed) the file, to read again what is wanted of it */
  const OneRequest *request; /* (borrowed) */
  OneZones *zones;           /* (borrowed) */
  const OneZone *user_zone;  /* (borrowed) */
  GPtrArray *calendars;      /* (owned) of OneCalendar; never empty */
  GPtrArray *vevents;        /* (owned) of OneVEvent */
  GHashTable *properties;    /* (owned) parameters, see property.h */
  GHashTable *words;         /* (owned) set of char*: zone names and such, kept once */
  GHashTable *told;          /* (owned) set of char*: what a trouble was made of already */
  guint64 budget;            /* periods of rules that may still be looked at, see recur.h */
  char line_end;
} OneFileContext;

/* A context is used for one file after the other, between begin and end. */
OneFileContext *one_file_context_new (const OneRequest *request, OneZones *zones);
void one_file_context_begin (OneFileContext *context, OneReading *reading, OneBytes *bytes);
void one_file_context_end (OneFileContext *context);

/* Adds a trouble; more than 100 of one file are not kept. */
void one_file_context_tell (OneFileContext *context, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* The same, once for each text in a file. */
void one_file_context_tell_once (OneFileContext *context, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Whether it was asked about this before, in this file. */
gboolean one_file_context_is_told (OneFileContext *context, const char *what);

/* The text, kept once for all of the file. (transfer none) */
const char *one_file_context_keep (OneFileContext *context, const char *text);

void one_file_context_begin_calendar (OneFileContext *context);
OneCalendar *one_file_context_get_calendar (OneFileContext *context);
/* A property of the calendar in hand; a VTIMEZONE of it. */
void one_file_context_add_property (OneFileContext *context, const char *text, gsize length);
void one_file_context_add_zone (OneFileContext *context, const char *text, gsize length,
                                guint line);

/* The lines of the VTIMEZONE of that name that counts for the calendar; NULL if there is none. */
const GString *one_file_context_find_zone (OneFileContext *context, const OneCalendar *calendar,
                                           const char *name);

void one_file_context_free (OneFileContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFileContext, one_file_context_free)
