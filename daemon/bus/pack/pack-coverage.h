/* SPDX-License-Identifier: MIT */
/* The categories that were spoken of with a person, and when, as a record: see
 * bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/results.h"

GVariant *one_pack_coverage (const OneCoverage *coverage);
