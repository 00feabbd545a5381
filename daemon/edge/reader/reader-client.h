/* SPDX-License-Identifier: MIT */
/* Runs oned-reader on a list of files, without blocking the loop.
 *
 * `done` is called exactly once, from the main loop, with a reading for every path of the request,
 * in its order, however the reader behaves. A file that kills, stalls or floods the reader gets a
 * reading that is `refused`, with its stamp and a trouble that says why; another child reads the
 * rest. A file that is gone is refused with a trouble, too. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef struct OneReaderClient OneReaderClient;

/* `readings` (transfer full) of OneReading. `troubles` (transfer full) of OneTrouble, that belong
 * to no file: the reader does not start, the kernel has no landlock. The client may be freed in it.
 */
typedef void (*OneReadingDone) (GPtrArray *readings, GPtrArray *troubles, gpointer data);

/* `reader`: absolute path of oned-reader; oned-store-reader, for databases, is beside it. `request`
 * (transfer full) is about one source; its zone data is the system's.
 * Never NULL; `done` is called after this has returned. */
OneReaderClient *one_reader_client_new (const char *reader, OneRequest *request,
                                        OneReadingDone done, gpointer data);

/* To be called right after one_reader_client_new: passes each reading (transfer full) to `take` as
 * soon as it is complete, with the same data, and none to `done`. Must not free the client. */
typedef void (*OneReadingTake) (OneReading *reading, gpointer data);
void one_reader_client_hand_over (OneReaderClient *run, OneReadingTake take);

/* In done: the version of the bytes (model/calendar/pack.h) that the reader last said it speaks; 0
 * if it said none. */
guint32 one_reader_client_get_version (const OneReaderClient *run);

/* Kills the reader if it still runs; `done` is not called any more. */
void one_reader_client_free (OneReaderClient *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReaderClient, one_reader_client_free)
