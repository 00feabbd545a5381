/* SPDX-License-Identifier: MIT */
/* The steps of one plan while it is made. */
#pragma once

#include "core/plan/plan-due.h"
#include "core/plan/plan-step.h"

/* A step to show that may become part of a group. */
typedef struct {
  OneStep *step;
  gint64 behind;           /* seconds since it was due */
  const OneSent *replaced; /* (borrowed) the row that `step` replaces; NULL: none */
} OneStepShow;

/* Adds all steps for a meeting that will take place or took place to `steps`; those that may be
 * grouped go to `shows` instead, of OneStepShow. */
void one_plan_steps_add_living (GPtrArray *steps, GArray *shows, const OnePlanDue *due);

/* Adds the steps for a meeting that will not take place, or is in no calendar any more (no
 * meeting). */
void one_plan_steps_add_dead (GPtrArray *steps, const OnePlanDue *due);
