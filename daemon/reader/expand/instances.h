/* SPDX-License-Identifier: MIT */
/* The recurrence set of a master: DTSTART, RRULE and RDATE without EXRULE and EXDATE. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"

typedef struct {
  gint64 original; /* UTC seconds */
  gint64 wall;     /* in the master's zone */
  gint64 end;      /* UTC seconds, of a PERIOD; G_MININT64: as the master lasts */
} OneInstance;

typedef struct {
  OneFileContext *context;
  const OneVEvent *master;
  const OneZone *zone; /* the master's */
  gboolean all_day;
  gint64 low, high;       /* originals wanted, UTC seconds */
  GArray *all;            /* (owned) of OneInstance, by original, each once */
  GArray *excluded_times; /* (owned) of gint64, sorted: UTC seconds */
  GArray *excluded_days;  /* (owned) of gint64, sorted: midnights on the wall */
} OneInstances;

void one_instances_begin (OneInstances *instances, OneFileContext *context, const OneVEvent *master,
                          const OneZone *zone);
/* Fills `all` with what lies between `low` and `high`, and RDATEs from anywhere. */
void one_instances_count (OneInstances *instances, gint64 low, gint64 high);
/* Whether an EXDATE takes the instance away. */
gboolean one_instances_exclude (const OneInstances *instances, gint64 original);
/* The original start that a RECURRENCE-ID, EXDATE or RDATE of the series names. */
gint64 one_instances_resolve (const OneInstances *instances, const OneVEvent *vevent,
                              const OneDateTime *written);
void one_instances_finish (OneInstances *instances);
