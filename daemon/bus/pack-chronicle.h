/* SPDX-License-Identifier: MIT */
/* As bus/pack, for all that is remembered of a person. */
#pragma once

#include "bus/pack.h"
#include "engine/ops/chronicle.h"

GVariant *one_pack_chronicle (const OneChronicle *chronicle);
