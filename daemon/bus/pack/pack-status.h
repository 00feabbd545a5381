/* SPDX-License-Identifier: MIT */
/* oned's report of itself, as records: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/results.h"

void one_pack_status_explained (OneRecord *record, const OneExplained *explained);
void one_pack_status_trouble (OneRecord *record, const OneTrouble *trouble);
void one_pack_status (OneRecord *record, const OneStatusView *status);
