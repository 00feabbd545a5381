/* SPDX-License-Identifier: MIT */
/* Occurrences -> one-on-ones, in the store: judges what the calendars say, and what is new in them
 * alone where that can be told from the rest. */
#pragma once

#include "engine/base/base.h"
#include "engine/base/news.h"

typedef struct OneDetector OneDetector;

/* `base` is borrowed and outlives it. */
OneDetector *one_detector_new (const OneBase *base);
void one_detector_free (OneDetector *detector);

/* Looks whether the cache was judged in an earlier life and the store has all that came of it.
 * If so, the user's own addresses are known again. */
gboolean one_detector_recall (OneDetector *detector);

/* Judges the news, or everything if it has to, and clears the news. */
void one_detector_run (OneDetector *detector, OneNews *news, gint64 now);

/* Does the same where nobody waits for it. TRUE if that is done; if it is FALSE, very many series
 * are judged in turns of the main loop, each of which writes some of the rows, and `judged` is
 * called afterwards. What is run meanwhile brings it to its end first. */
gboolean one_detector_run_in_turns (OneDetector *detector, OneNews *news, gint64 now,
                                    void (*judged) (gpointer data), gpointer data);

/* Whether no `judged` is to come: before it the store may have only some of what is judged. */
gboolean one_detector_is_idle (const OneDetector *detector);

/* Makes the next run judge everything. */
void one_detector_invalidate (OneDetector *detector);

/* Whether that is still to be done: the store refused. */
gboolean one_detector_is_stale (const OneDetector *detector);

/* Whose addresses are mine. (borrowed) until the next run. */
const char *const *one_detector_get_me (const OneDetector *detector, gboolean *inferred);

/* Describes the readings for the cache: the set of those that can have a say (transfer full),
 * and a note on their judgement (transfer full). */
GHashTable *one_detector_describe (OneDetector *detector, const GPtrArray *readings, char **note);

/* Whether the note that the cache has was made by other rules than those in force. */
gboolean one_detector_is_outdated (const OneDetector *detector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneDetector, one_detector_free)
