/* SPDX-License-Identifier: MIT */
/* A category of the catalogue, as a record: see bus/pack/pack-list.h. And its parts, for the
 * records in which an agenda or a coverage speaks of it. */
#pragma once

#include <glib.h>
#include "model/agenda.h"
#include "model/catalogue.h"

GVariant *one_pack_category (const OneCategory *category);

/* Each adds its keys to `record`. `prompts` of OnePrompt. */
void one_pack_category_add_prompts (GVariantDict *record, const GPtrArray *prompts);
void one_pack_category_add_limits (GVariantDict *record, const OneLimits *limits);
void one_pack_category_add_neglect (GVariantDict *record, const OneNeglect *neglect);
