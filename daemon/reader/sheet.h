/* SPDX-License-Identifier: MIT */
/* All that is kept of one file between the walk and the occurrences. */
#pragma once

#include "model/reading.h"
#include "reader/source.h"
#include "reader/tells.h"
#include "reader/zones.h"

/* A VTIMEZONE as it stands in the file. */
typedef struct {
  char *name;    /* (owned) TZID; NULL until it is looked for */
  GString *text; /* (owned) its lines */
  guint line;
} OneOwnZone;

/* What a VCALENDAR says of all its events. */
typedef struct {
  char *producer;     /* (owned) PRODID, cleaned; "" */
  char *zone;         /* (owned) X-WR-TIMEZONE; NULL if none */
  gboolean cancel;    /* METHOD:CANCEL */
  GPtrArray *zones;   /* (owned) of OneOwnZone */
  GHashTable *placed; /* (owned) zone name -> OneFound, see place.h */
} OneCalendar;

typedef struct {
  OneReading *reading;       /* (borrowed) where series and troubles go */
  OneSource *source;         /* (borrowed) the file, to read again what is wanted of it */
  const OneRequest *request; /* (borrowed) */
  OneZones *zones;           /* (borrowed) */
  const OneZone *user_zone;  /* (borrowed) */
  GPtrArray *calendars;      /* (owned) of OneCalendar; never empty */
  GPtrArray *drafts;         /* (owned) of OneDraft */
  GHashTable *words;         /* (owned) set of char*: zone names and such, kept once */
  GHashTable *told;          /* (owned) set of char*: what a trouble was made of already */
  guint64 budget;            /* periods of rules that may still be looked at, see recur.h */
  char line_end;
} OneSheet;

/* A sheet is used for one file after the other, between begin and end. */
OneSheet *one_sheet_new (const OneRequest *request, OneZones *zones);
void one_sheet_begin (OneSheet *sheet, OneReading *reading, OneSource *source);
void one_sheet_end (OneSheet *sheet);

/* Adds a trouble; more than 100 of one file are not kept. */
void one_sheet_tell (OneSheet *sheet, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* The same, once for each text in a file. */
void one_sheet_tell_once (OneSheet *sheet, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The text, kept once for all of the file. (transfer none) */
const char *one_sheet_keep (OneSheet *sheet, const char *text);

void one_sheet_begin_calendar (OneSheet *sheet);
OneCalendar *one_sheet_get_calendar (OneSheet *sheet);
/* A property of the calendar in hand; a VTIMEZONE of it. */
void one_sheet_add_property (OneSheet *sheet, const char *text, gsize length);
void one_sheet_add_zone (OneSheet *sheet, const char *text, gsize length, guint line);

/* The lines of the VTIMEZONE of that name that counts for the calendar; NULL if there is none. */
const GString *one_sheet_find_zone (OneSheet *sheet, const OneCalendar *calendar, const char *name);

void one_sheet_free (OneSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSheet, one_sheet_free)
