/* SPDX-License-Identifier: MIT */
/* The form in which oned-reader hands over what it read. Written by the reader, which may have been
 * taken over by a hostile file; read by the daemon, which believes none of it before it is checked.
 */
#pragma once

#include <glib.h>
#include "model/base/trouble.h"
#include "model/calendar/event.h"

/* A file's stat; another stamp means another content. */
typedef struct {
  guint64 inode;
  guint64 size;
  gint64 mtime; /* nanoseconds since the epoch */
  gint64 ctime; /* nanoseconds since the epoch */
} OneStamp;

/* One file, read. */
typedef struct {
  char *path;           /* (owned) absolute */
  OneStamp stamp;       /* by fstat, before the first byte was read */
  gboolean refused;     /* nothing in it could be used; what was known before stays */
  gboolean busy;        /* refused only because somebody writes to it: try again */
  gboolean stale;       /* it cannot be read now; what is here is from an earlier reading */
  guint holds;          /* events in the database of another program, read or not */
  gboolean incomplete;  /* some of it could not be used, and nobody knows of which series */
  GHashTable *left_out; /* (owned) set of UIDs that lack an event that was not usable; NULL: none */
  GPtrArray *series;    /* (owned) of OneSeries, by uid */
  GPtrArray *troubles;  /* (owned) of OneTrouble */
} OneReading;

#define ONE_REQUEST_MAX_ZONES 100
#define ONE_REQUEST_MAX_ZONE 200 /* bytes */

/* A task for the reader. */
typedef struct {
  GPtrArray *roots; /* (owned) of char*: absolute paths of the sources; nothing else is opened */
  GPtrArray *paths; /* (owned) of char*: absolute paths of the files to read, each beneath a root */
  char *zone;       /* (owned) the user's zone, an IANA name: for floating and all-day times */
  GPtrArray *zones; /* (owned) of char*: "NAME=ZONE", what the user says that a TZID means */
  char *zone_folder; /* (owned) absolute: the system's zone data */
  gint64 now;        /* UTC seconds: the time at which it is read */
  gint64 from, to;   /* occurrences that overlap [from, to), UTC seconds */
  gboolean all;      /* every event, also single and all-day ones (`onectl explain`); otherwise only
                        what can be, or can change, a one-on-one */
} OneRequest;

OneReading *one_reading_new (const char *path);
gboolean one_reading_has_series (const OneReading *reading, const char *uid);

#define ONE_READING_MAX_LEFT_OUT 1000
/* Notes that not all events of that UID could be used. After ONE_READING_MAX_LEFT_OUT UIDs one more
 * makes the reading incomplete. */
void one_reading_leave_out (OneReading *reading, const char *uid);

/* TRUE if the file may have occurrences of that UID that the reading lacks: a missing one need not
 * be gone. With the master all of them are known, but for those over a cap. */
gboolean one_reading_may_lack (const OneReading *reading, const char *uid);

/* TRUE if the file may have overrides of that UID that the reading lacks: an occurrence that the
 * master describes here may have one. */
gboolean one_reading_may_lack_override (const OneReading *reading, const char *uid);

/* Moves from `known`, an earlier reading of the same file, whatever the file may still have. */
void one_reading_keep (OneReading *reading, OneReading *known);

void one_reading_free (OneReading *reading);
OneRequest *one_request_new (void);
void one_request_free (OneRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReading, one_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneRequest, one_request_free)
