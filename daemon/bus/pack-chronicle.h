/* SPDX-License-Identifier: MIT */
/* As bus/pack, for all that is remembered of a person. */
#pragma once

#include "bus/pack.h"
#include "engine/ops/results.h"

GVariant *one_pack_chronicle (const OneChronicle *chronicle);
