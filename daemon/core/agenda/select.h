/* SPDX-License-Identifier: MIT */
/* Which kinds of conversation a meeting should be about. */
#pragma once

#include "core/agenda/candidate.h"

/* Selects categories, in the order of the agenda. `due`: the OnePoints to raise; `review`: whether
 * there is anything to review. (transfer full) of OneCandidate. */
GPtrArray *one_select_list (const OneComposeInput *input, const GPtrArray *due, gboolean review);
