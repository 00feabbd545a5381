/* SPDX-License-Identifier: MIT */
/* Actions and points, as records: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/results.h"

void one_pack_promise_action (OneRecord *record, const OneActionView *view);
void one_pack_promise_point (OneRecord *record, const OnePointView *view);
void one_pack_promise (OneRecord *record, const OnePromiseView *view);
