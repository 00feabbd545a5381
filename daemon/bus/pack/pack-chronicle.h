/* SPDX-License-Identifier: MIT */
/* All that is remembered of a person, as a record: see bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/results.h"

GVariant *one_pack_chronicle (const OneChronicle *chronicle);
