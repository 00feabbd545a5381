/* SPDX-License-Identifier: MIT */
/* How long to speak about each item. */
#pragma once

#include "model/agenda.h"

/* Gives each OneItem its minutes, which add up to `total`. The project update has at most two,
 * unless it is the main subject; the main subject has the most. If the update is all there is, the
 * rest of the time stays free. */
void one_minutes_share (const GPtrArray *items, guint total);
