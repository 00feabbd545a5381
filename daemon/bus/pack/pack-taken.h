/* SPDX-License-Identifier: MIT */
/* The changes that a page made, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "engine/pages/page-report.h"

void one_pack_taken (OneRecord *record, const OnePageReport *taken);
