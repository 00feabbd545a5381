/* SPDX-License-Identifier: MIT */
/* A person, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/results.h"

void one_pack_person (OneRecord *record, const OnePersonView *view);
