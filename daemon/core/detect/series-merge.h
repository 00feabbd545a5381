/* SPDX-License-Identifier: MIT */
/* Identity over sources: the same UID in several files is one series. Pure: the result is the same
 * in whatever order the files come. Everything in it is borrowed from the readings, which must
 * outlive it.
 *
 * The newest master rules: highest SEQUENCE, then the one that names people, then LAST-MODIFIED,
 * then DTSTAMP, then the first path. Overrides without a master, from other files, replace its
 * occurrences by original start (and join them where there is none). Copies with a master of their
 * own are older states of the whole and add nothing. METHOD:CANCEL with a SEQUENCE not below the
 * master's cancels what it holds.
 *
 * The readings have no copy that ended before the horizon, because to hand over what has ended
 * would cost a tenth of all reading. So if the newest copy has ended and an older one goes on, the
 * older one rules. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

/* RECURRENCE-ID and times as in OneOccurrence, and whose words hold. */
typedef struct {
  gint64 original;
  gint64 start;
  gint64 end;
  const OneEvent *event;   /* (borrowed) */
  const OneSeries *series; /* (borrowed) the file's series that `event` is of */
  const char *source;      /* (borrowed) path of that file */
  gboolean override;       /* by a RECURRENCE-ID of its own */
  gboolean cancelled;      /* by METHOD:CANCEL or by STATUS */
} OneMergedOccurrence;

/* All of one UID. */
typedef struct {
  const char *uid;         /* (borrowed) */
  const OneSeries *series; /* (borrowed) the one that rules; without any master, the newest */
  const char *source;      /* (borrowed) path of its file */
  const OneEvent *master;  /* (borrowed) NULL if the master is nowhere */
  gboolean recurring;
  gboolean cancelled; /* all of it, by METHOD:CANCEL */
  guint copies;       /* masters found, also those that lost */
  GPtrArray *same; /* (owned, nullable) of OneSeries (borrowed): masters with the same SEQUENCE as
                      the one that rules; they may know an answer that it does not */
  GArray *occurrences; /* (owned) of OneMergedOccurrence, by original, each once */
} OneMergedSeries;

/* (transfer full) of OneMergedSeries, by uid. `readings`: of OneReading; refused ones add nothing.
 */
GPtrArray *one_series_merge (const GPtrArray *readings);

/* The event whose title, place, links and status hold for an occurrence of `event`: an override
 * that says only when (no title, no people) has them from the master. */
const OneEvent *one_series_merge_words (const OneMergedSeries *merged, const OneEvent *event);

void one_merged_series_free (OneMergedSeries *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMergedSeries, one_merged_series_free)
