/* SPDX-License-Identifier: MIT */
/* The ledger of troubles: what is wrong now, and since when. */
#pragma once

#include "engine/base/base.h"
#include "model/base/trouble.h"

OneTroubles *one_troubles_new (void);
void one_troubles_free (OneTroubles *troubles);

/* Keeps the one trouble about a subject; of ONE_SUBJECT_FILE, the one about the file `source`. It
 * is logged when it is new. With `what` NULL it is over. */
void one_troubles_set (const OneBase *base, OneSubject subject, const char *source, guint line,
                       const char *what);

/* The trouble about the subject; NULL for none. (borrowed) until it is set again. */
const char *one_troubles_find (const OneBase *base, OneSubject subject);

/* Replaces the troubles of the calendars (of OneTrouble). Those that were there keep the instant at
 * which they were first seen. */
void one_troubles_set_calendars (const OneBase *base, const GPtrArray *troubles);

/* (transfer full) of OneTrouble: those of oned itself by age, then those of the calendars. */
GPtrArray *one_troubles_list (const OneBase *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTroubles, one_troubles_free)
