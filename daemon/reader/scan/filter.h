/* SPDX-License-Identifier: MIT */
/* Which events are worth parsing. Judged by a few lines only, and erring towards keeping: what is
 * dropped provably has no occurrence in the horizon that could be, or change, a one-on-one. */
#pragma once

#include "model/calendar/reading.h"
#include "reader/scan/walk.h"

typedef enum {
  ONE_FILTER_KEEP,
  ONE_FILTER_DROP_MASTER,
  ONE_FILTER_DROP_OVERRIDE,
} OneFilterVerdict;

typedef struct {
  gint64 from, to; /* the horizon in days, with the day before and after that zones can make */
  gboolean all;    /* keep everything */
} OneFilter;

OneFilter one_filter_new (const OneRequest *request);
OneFilterVerdict one_filter_judge (const OneFilter *filter, const OnePiece *piece);

/* Whether the event stands in for an instance that was before the horizon: then older or newer
 * copies of it may have been dropped. */
gboolean one_filter_is_moved_here (const OneFilter *filter, const OnePiece *piece);

/* The UID as it stands in the file; "" if there is none. FALSE if it may read otherwise once it is
 * parsed: it has parameters, blanks or letters beyond ASCII. */
gboolean one_filter_find_uid (const OnePiece *piece, const char **uid, gsize *length);
/* Tells different UIDs apart, nearly always. */
guint64 one_filter_hash_uid (const char *uid, gsize length);
