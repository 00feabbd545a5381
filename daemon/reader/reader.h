/* SPDX-License-Identifier: MIT */
/* Reads iCalendar exactly: bytes -> components -> events -> occurrences.
 *
 * I own: what a file says and when it happens. I judge nobody: who is a one-on-one is core's.
 * I need: the request, which outlives the reader, and the system's zone data.
 * I promise: no input makes a call fail, hang or grow without bound; what cannot be read exactly is
 * left out and named in `troubles` with its line. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"
#include "reader/zone/zones.h"

/* For one run of the program: the request's horizon and zone, and all zones met so far, each
 * expanded once. */
typedef struct OneReader OneReader;

OneReader *one_reader_new (const OneRequest *request);

/* Reads a whole regular file from `fd`, which stands at its beginning and stays open, in chunks of
 * bounded size. `path` only goes into the reading and its troubles. The stamp is the caller's to
 * fill. NULL if there is nothing to say of it, as of most files (transfer full). */
OneReading *one_reader_read_fd (OneReader *reader, const char *path, int fd);

/* The same over bytes in memory. Never NULL. */
OneReading *one_reader_read (OneReader *reader, const char *path, const char *bytes, gsize length);

/* (borrowed) All zones met so far, for what makes iCalendar of other things. */
OneZones *one_reader_get_zones (OneReader *reader);

/* Whether the file that was read last came in one piece of so many bytes. */
gboolean one_reader_took_at_once (const OneReader *reader, guint64 size);

void one_reader_free (OneReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReader, one_reader_free)
