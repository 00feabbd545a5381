/* SPDX-License-Identifier: MIT */
/* oned's report of itself, as records: see bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/results.h"

GVariant *one_pack_status_explained (const OneExplained *explained);
GVariant *one_pack_status_trouble (const OneTrouble *trouble);
GVariant *one_pack_status (const OneStatusView *status);
