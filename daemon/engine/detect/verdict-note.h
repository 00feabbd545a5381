/* SPDX-License-Identifier: MIT */
/* When all readings are judged, a note on that goes into the cache beside them: by which rules they
 * were judged, whether the store has all the results, and whose calendars these are. The next start
 * of oned reads it, to know what need not be judged again. */
#pragma once

#include "core/detect/detect.h"
#include "engine/base/base.h"
#include "engine/detect/spoken-of.h"

/* Whether the readings marked as relevant are enough for a judgement by these rules (`who` without
 * `me`). */
gboolean one_verdict_note_is_judged (const OneBase *base, const OneDetectInput *who);

/* Whether the readings of the cache, judged by the rules in force, are in the store. */
gboolean one_verdict_note_is_kept (const OneBase *base);

/* Whether the note was made by other rules than those in force. */
gboolean one_verdict_note_is_outdated (const OneBase *base);

/* Whose calendars these were found to be, if that was not configured. (transfer full) NULL for
 * nobody's. */
char **one_verdict_note_dup_me (const OneBase *base);

/* Has `spoken_of` remember about whom that judgement asked, and what the answers were. */
void one_verdict_note_recall (const OneBase *base, OneSpokenOf *spoken_of);

/* (transfer full) The note on a judgement by `who`; `kept`: the store has all that came of it.
 * `asked`: about whom it asked. */
char *one_verdict_note_make (const OneBase *base, const OneDetectInput *who, gboolean kept,
                             const OneSpokenOf *asked);
