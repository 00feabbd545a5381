/* SPDX-License-Identifier: MIT */
/* The calendars in databases of other programs that cannot be read, or are not believed, and when
 * to look at them again. Inner part of the room. */
#pragma once

#include "engine/base/base.h"

typedef struct OneDoubts OneDoubts;

OneDoubts *one_doubts_new (void);

/* Whether what becomes of a reading depends on an earlier one of the same file. */
gboolean one_doubts_needs_known (const OneReading *reading);

/* Looks at a new reading beside the one that was known (NULL for none). What is not to be believed
 * becomes refused and stale, with a trouble if the user is to know. Does nothing for files. */
void one_doubts_take (OneDoubts *doubts, OneReading *reading, const OneReading *known, gint64 now);

void one_doubts_forget (OneDoubts *doubts, const char *path);

/* The next instant at which one is to be read again, UTC seconds; `latest` if none is before. */
gint64 one_doubts_get_next (const OneDoubts *doubts, gint64 latest);

/* Adds the paths that are to be read again now to `dirty`, a set of char* (owned). */
void one_doubts_list_due (OneDoubts *doubts, gint64 now, GHashTable *dirty);

void one_doubts_free (OneDoubts *doubts);
