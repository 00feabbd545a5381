/* SPDX-License-Identifier: MIT */
/* The answer to a log, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/logged.h"

void one_pack_logged (OneRecord *record, const OneLogged *logged);
