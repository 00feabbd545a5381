/* SPDX-License-Identifier: MIT */
/* Runs oned-reader and waits for it without ever blocking the loop.
 *
 * I promise: `done` comes exactly once, from the main loop, with a reading for every path of the
 * request, in its order, however the reader behaves. A file that kills, stalls or floods the reader
 * is a reading that is `refused`, with the stamp it had and a trouble that says so, and the next
 * child reads the rest. A file that is gone is refused with a trouble too. */
#pragma once

#include <glib.h>
#include "model/reading.h"

typedef struct OneReaderClient OneReaderClient;

/* `readings` of OneReading, `troubles` of OneTrouble: those that belong to no file (the reader does
 * not start, the kernel has no landlock). Both are the callee's (transfer full). The run may be
 * freed in it. */
typedef void (*OneReadingDone) (GPtrArray *readings, GPtrArray *troubles, gpointer data);

/* `reader`: absolute path of oned-reader. `request` is taken over. Never NULL, and `done` never
 * comes before this returns. */
OneReaderClient *one_reader_client_new (const char *reader, OneRequest *request,
                                        OneReadingDone done, gpointer data);

/* Before the main loop goes on: each reading is handed to `take` (transfer full) as soon as it is
 * complete, with the same data, and `done` gets none. The run is not to be freed in it. */
typedef void (*OneReadingTake) (OneReading *reading, gpointer data);
void one_reader_client_hand_over (OneReaderClient *run, OneReadingTake take);

/* In done: the version of the bytes (model/pack.h) that the reader last said it speaks; 0 if it
 * said none. */
guint32 one_reader_client_get_version (const OneReaderClient *run);

/* Kills the reader if it still runs; `done` does not come any more. */
void one_reader_client_free (OneReaderClient *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReaderClient, one_reader_client_free)
