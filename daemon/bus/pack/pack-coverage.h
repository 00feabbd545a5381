/* SPDX-License-Identifier: MIT */
/* The categories that were spoken of with a person, and when, as a record: see bus/pack/record.h.
 */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/results.h"

void one_pack_coverage (OneRecord *record, const OneCoverage *coverage);
