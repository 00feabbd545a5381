/* SPDX-License-Identifier: MIT */
/* All that is remembered of a person, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/results.h"

void one_pack_chronicle (OneRecord *record, const OneChronicle *chronicle);
