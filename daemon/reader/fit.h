/* SPDX-License-Identifier: MIT */
/* Which days a rule allows: its BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY. */
#pragma once

#include "reader/civil.h"
#include "reader/rule.h"

/* One day, seen from all sides that a rule can ask about. */
typedef struct {
  gint64 day;
  OneDate date;
  int month_length, year_day, year_length, weekday;
} OneFit;

void one_fit_begin (OneFit *fit, gint64 day);
/* To the next day. */
void one_fit_step (OneFit *fit);
gboolean one_fit_check (const OneRule *rule, const OneFit *fit);
