/* SPDX-License-Identifier: MIT */
/* Which of my promises are told on the morning of a day, and what becomes of the notification that
 * tells them. Each day's comes once; a day that is over has none on the screen. Pure. */
#pragma once

#include "model/morning.h"
#include "model/promise.h"
#include "model/settings.h"

#define ONE_PLAN_MORNING_NEVER G_MAXINT64

typedef enum {
  ONE_MORNING_KEEP,    /* nothing is to be done */
  ONE_MORNING_SHOW,    /* intent, then the call, then shown */
  ONE_MORNING_REFRESH, /* what it says has changed: it is shown again in its place, quietly */
  ONE_MORNING_CLOSE,   /* superseded: it goes, or never came */
  ONE_MORNING_FORGET,  /* likewise, and its row goes: a clock that was ahead has written it */
} OneMorningStep;

/* The day that it is. */
typedef struct {
  GDate today;
  gint64 morning; /* see one_plan_morning_get */
  gint64 now;     /* UTC seconds */
  guint32 look;   /* of what is to be told; 0: nothing */
  gboolean held;  /* no notification may be shown now */
} OneMorningDay;

/* When the promises of that day are told, UTC seconds: at the time that oned.conf says, or at the
 * end of the quiet hours in which it falls; NEVER if it is off. */
gint64 one_plan_morning_get (const OneSettings *settings, const GDate *day);

/* The day on which a promise that is due then is told: the day itself, or the last one before it
 * that is not quiet. */
GDate one_plan_morning_day (const OneSettings *settings, const GDate *due);

/* Which of `actions` (of OneAction, open and mine, by due day) are told on that day: not what was
 * promised after its morning. (transfer container) of OneAction (borrowed). */
GPtrArray *one_plan_morning_list (const GPtrArray *actions, const GDate *day,
                                  const OneSettings *settings);

/* The step that a row takes; NULL stands for today's if it has none. */
OneMorningStep one_plan_morning_step (const OneMorning *row, const OneMorningDay *day);

/* The next instant at which any of it changes by itself; 0: none. `row`: (nullable) today's. */
gint64 one_plan_morning_wake (const GPtrArray *actions, const OneMorning *row,
                              const OneSettings *settings, const OneMorningDay *day);
