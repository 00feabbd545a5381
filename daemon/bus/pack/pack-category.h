/* SPDX-License-Identifier: MIT */
/* A category of the catalogue, as a record: see bus/pack/record.h. And its parts, for the records
 * in which an agenda or a coverage speaks of it. */
#pragma once

#include "bus/pack/record.h"
#include "model/agenda.h"
#include "model/catalogue.h"

void one_pack_category (OneRecord *record, const OneCategory *category);

/* Each adds its keys to `record`. `prompts` of OnePrompt. */
void one_pack_category_add_prompts (OneRecord *record, const GPtrArray *prompts);
void one_pack_category_add_limits (OneRecord *record, const OneLimits *limits);
void one_pack_category_add_neglect (OneRecord *record, const OneNeglect *neglect);
