/* SPDX-License-Identifier: MIT */
/* An agenda, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "model/agenda.h"

void one_pack_agenda (OneRecord *record, const OneAgenda *agenda);
