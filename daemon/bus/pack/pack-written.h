/* SPDX-License-Identifier: MIT */
/* A note, a point or an action that was found again, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/results.h"

void one_pack_written (OneRecord *record, const OneWrittenView *view);
