/* SPDX-License-Identifier: MIT */
#pragma once

#include "bus/pack/record.h"
#include "engine/ops/answers/logged.h"

void one_pack_logged (OneRecord *record, const OneLogged *logged);
