/* SPDX-License-Identifier: MIT */
/* As bus/pack, for what oned says of itself. */
#pragma once

#include "bus/pack.h"
#include "engine/ops/results.h"

GVariant *one_pack_status_explained (const OneExplained *explained);
GVariant *one_pack_status_trouble (const OneTrouble *trouble);
GVariant *one_pack_status (const OneStatusView *status);
