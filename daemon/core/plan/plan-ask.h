/* SPDX-License-Identifier: MIT */
/* When a point that is to be asked at once is shown, and what becomes of its notification. It comes
 * at the next free quarter of an hour of the same day; if none is left, on the next working
 * morning; never in quiet hours or days, and never in a meeting. Pure. */
#pragma once

#include "model/asking.h"
#include "model/base/busy.h"
#include "model/promise.h"
#include "model/settings.h"

#define ONE_PLAN_ASK_NEVER G_MAXINT64

/* So far ahead a free quarter is looked for; what is busy needs to be known until then. */
#define ONE_PLAN_ASK_DAYS 15

typedef enum {
  ONE_ASK_KEEP,    /* nothing is to be done */
  ONE_ASK_SHOW,    /* intent, then the call, then shown */
  ONE_ASK_REFRESH, /* what it says has changed: it is shown again in its place, quietly */
  ONE_ASK_CLOSE,   /* superseded: its day is over */
  ONE_ASK_FORGET,  /* likewise, and its row goes: a clock that was ahead has written it */
} OneAskStep;

/* The time that it is, and what it is made of. */
typedef struct {
  const OneSettings *settings; /* (borrowed) */
  const GArray *busy;          /* (borrowed) of OneBusy, in any order */
  gint64 now;                  /* UTC seconds */
  gboolean held;               /* no notification may be shown now */
} OneAskPresent;

/* When it is shown, `now` or later; NEVER if it was shown already, or no quarter is free.
 * `row`: (nullable) its row. */
gint64 one_plan_ask_get (const OnePoint *point, const OneAsking *row, const OneAskPresent *present);

/* The next step for it. `at`: see one_plan_ask_get. `look`: of what it would say. */
OneAskStep one_plan_ask_step (const OneAsking *row, gint64 at, guint32 look,
                              const OneAskPresent *present);

/* The next instant at which it changes by itself; 0: none. */
gint64 one_plan_ask_wake (const OneAsking *row, gint64 at, const OneAskPresent *present);
