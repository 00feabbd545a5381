/* SPDX-License-Identifier: MIT */
/* A judgement of everything: begun at once, and gone on with in parts. Inner part of the room. */
#pragma once

#include "core/detect/detect.h"
#include "engine/base/base.h"
#include "engine/detect/spoken-of.h"

typedef struct OneJudging OneJudging;

/* Judges what the calendars are now. Both are borrowed and outlive it. */
OneJudging *one_judging_new (const OneBase *base, OneSpokenOf *asked, gint64 now);
void one_judging_free (OneJudging *judging);

/* The series that can have a say, in all files. */
guint one_judging_count (const OneJudging *judging);

/* The first part: finds out what is the same in several files. FALSE if that was done before. */
gboolean one_judging_merge (OneJudging *judging);

/* After that: whose calendars these are, if that is not configured. (transfer full) NULL for
 * nobody's. */
char **one_judging_dup_me (const OneJudging *judging);

/* The other parts: goes on with the verdicts, then with so many rows of the store. `done`: the
 * store has it all. */
gboolean one_judging_go_on (OneJudging *judging, char *const *me, guint most, gboolean *done,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Afterwards: the set of the UIDs of series that share a meeting with another one (transfer full);
 * NULL if it is not certain of all meetings whether they are gone. */
GHashTable *one_judging_take_overlapping (OneJudging *judging);

/* (borrowed) of OneReading: what it judged. */
const GPtrArray *one_judging_get_readings (const OneJudging *judging);

/* Replaces the troubles of the calendars: in the files, between them, and in watching them. */
void one_judging_tell (const OneBase *base, const GPtrArray *readings);

/* Logs what onectl explain says. */
void one_judging_log (const OneDetectInput *who, const GPtrArray *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneJudging, one_judging_free)
