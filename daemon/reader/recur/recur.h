/* SPDX-License-Identifier: MIT */
/* Counts out a rule on the wall clock, RFC 5545 3.3.10. It can begin far from DTSTART without
 * walking there, except where COUNT has to be counted, and it stops at a limit.
 *
 * Where the RFC leaves something open: DTSTART is always the first instance, and counted, also when
 * the rule does not give it; parts that may not stand with a FREQ only limit (BYMONTHDAY with
 * WEEKLY, BYYEARDAY with any but YEARLY) or do nothing (BYWEEKNO, numbers in BYDAY). */
#pragma once

#include "reader/recur/rule.h"

typedef struct {
  OneRule rule; /* with what it takes from DTSTART written into it */
  gint64 start; /* DTSTART on the wall */
  gint64 limit; /* no instance after this is wanted */
  gint64 skip;  /* with COUNT: periods after the first and before this one are not looked at */
  gint64 period;
  guint32 left;   /* instances still allowed by COUNT */
  gboolean begun; /* the first instance was given */
  gboolean bare;  /* set by the user after begin: DTSTART is an instance only if the rule says so */
  GArray *found;  /* (owned) of gint64: the instances of the period in hand */
  guint given;    /* of `found` */
} OneRecur;

/* `from` and `limit`: instances before and after need not be given, though some may. A sub-daily
 * rule gives none. */
void one_recur_begin (OneRecur *recur, const OneRule *rule, gint64 start, gint64 from,
                      gint64 limit);
/* The next instance, in order. Each period looked at takes one from `budget`; at 0 there are no
 * more instances. */
gboolean one_recur_next (OneRecur *recur, guint64 *budget, gint64 *wall);
void one_recur_finish (OneRecur *recur);
