/* SPDX-License-Identifier: MIT */
/* Which days a rule allows: its BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY. */
#pragma once

#include "reader/recur/rule.h"
#include "reader/value/civil.h"

/* One day, seen from all sides that a rule can ask about. */
typedef struct {
  gint64 day;
  OneDate date;
  int month_length, year_day, year_length, weekday;
} OneRuleDay;

void one_rule_day_begin (OneRuleDay *rule_day, gint64 day);
/* To the next day. */
void one_rule_day_step (OneRuleDay *rule_day);
gboolean one_rule_day_check (const OneRule *rule, const OneRuleDay *rule_day);
