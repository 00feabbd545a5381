/* SPDX-License-Identifier: MIT */
/* Calendar things as the reader hands them over: cleaned, bounded, in UTC, not yet judged.
 * Made by oned-reader or by one_pack_parse_reading (model/calendar/pack.h); never changed
 * afterwards.
 * lint-allow: header-length, because it is one value: events, their people, their times. */
#pragma once

#include <glib.h>

/* RFC 5545 3.2.3; what is written otherwise counts as INDIVIDUAL, as the RFC rules. */
typedef enum {
  ONE_CUTYPE_INDIVIDUAL,
  ONE_CUTYPE_GROUP,
  ONE_CUTYPE_RESOURCE,
  ONE_CUTYPE_ROOM,
} OneCutype;
#define ONE_N_CUTYPES 4

/* RFC 5545 3.2.12; unknown words count as NEEDS-ACTION, as the RFC rules. */
typedef enum {
  ONE_PARTSTAT_NEEDS_ACTION,
  ONE_PARTSTAT_ACCEPTED,
  ONE_PARTSTAT_TENTATIVE,
  ONE_PARTSTAT_DECLINED,
  ONE_PARTSTAT_DELEGATED,
} OnePartstat;
#define ONE_N_PARTSTATS 5

/* One ATTENDEE or ORGANIZER line, RFC 5545 3.8.4.1 and 3.8.4.3. */
typedef struct {
  char *address; /* (owned) EMAIL=, else mailto:; lower case; "" if the line has none */
  char *name;    /* (owned) CN, cleaned; "" if none */
  OneCutype cutype;
  OnePartstat partstat;
  gboolean organizer;       /* an ORGANIZER line; otherwise an ATTENDEE */
  gboolean non_participant; /* ROLE=NON-PARTICIPANT */
  gboolean chair;           /* ROLE=CHAIR */
  gboolean individual;      /* CUTYPE=INDIVIDUAL is written; otherwise it may be the default */
} OneAttendee;

/* One VEVENT as written: the master of a series, or an override. */
typedef struct {
  char *summary;        /* (owned) cleaned, at most 256 characters; "" if none */
  char *location;       /* (owned) likewise */
  char **links;         /* (owned) candidates for Join, best property first, at most 16 of at most
                           2,048 bytes; not yet judged (core/detect/link.h). Each is written
                           "property:url": the property's name in lower case, a colon, the text as it
                           stands there: "conference:https://…", "x-google-conference:https://…",
                           "description:https://…" (for texts, each thing that looks like a link) */
  GPtrArray *attendees; /* (owned) of OneAttendee, as written, at most 400 */
  guint line;           /* of its BEGIN:VEVENT in the file, from 1 */
  guint guests;         /* X-NUM-GUESTS, summed over the attendees; Google */
  gboolean all_day;     /* DTSTART is a DATE */
  gboolean cancelled;   /* STATUS:CANCELLED */
  gboolean shows_free;  /* TRANSP:TRANSPARENT, or Microsoft's busy status is FREE */
  gboolean no_end;      /* neither DTEND nor DURATION: RFC 5545 3.6.1 */
} OneEvent;

/* One happening of a series that overlaps the horizon. */
typedef struct {
  gint64 original;   /* what RECURRENCE-ID says or would say, UTC seconds: its identity */
  gint64 start;      /* UTC seconds */
  gint64 end;        /* UTC seconds, >= start */
  guint32 event;     /* index in OneSeries.events: whose words hold */
  gboolean override; /* by a RECURRENCE-ID of its own (not inherited from THISANDFUTURE) */
} OneOccurrence;

/* All events of one UID in one file. */
typedef struct {
  char *uid;            /* (owned) */
  char *zone;           /* (owned) the zone in force for DTSTART, an IANA name, "UTC", "floating" or
                           the file's private name */
  char *zone_how;       /* (owned) how it was found, a few words for `onectl explain` */
  char *producer;       /* (owned) PRODID, cleaned; "" if none */
  gint64 sequence;      /* of the master: RFC 5545 3.8.7.4 */
  gint64 last_modified; /* of the master, UTC seconds; 0 if none */
  gint64 dtstamp;       /* of the master, UTC seconds; 0 if none */
  gboolean has_master;  /* otherwise overrides only: their master is lost or in another file */
  gboolean recurring;   /* RRULE, RDATE, or an override is there */
  gboolean sub_daily;   /* FREQ below DAILY: never a one-on-one, and not expanded */
  gboolean cancelled;   /* METHOD:CANCEL for all of it */
  GPtrArray *events;    /* (owned) of OneEvent: the master first if there is one */
  GArray *occurrences;  /* (owned) of OneOccurrence, by original; those of cancelled events are in
                           it (see OneEvent.cancelled), EXDATEs are not */
} OneSeries;

OneAttendee *one_attendee_new (void);
void one_attendee_free (OneAttendee *attendee);
OneEvent *one_event_new (void);
void one_event_free (OneEvent *event);
OneSeries *one_series_new (const char *uid);
void one_series_free (OneSeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAttendee, one_attendee_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneEvent, one_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSeries, one_series_free)
