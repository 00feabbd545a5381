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

/* The meetings of these series alone (transfer full), as one_detect_meetings lists them; NULL if
 * one shares a meeting with another of them. `readings` of OneReading: at least all that hold one.
 */
GPtrArray *one_judging_list_alone (const OneDetectInput *who, const GPtrArray *readings,
                                   GHashTable *uids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneJudging, one_judging_free)
