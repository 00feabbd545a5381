/* SPDX-License-Identifier: MIT */
/* Chooses the questions to ask: those asked longest ago. */
#pragma once

#include "core/agenda/candidate.h"

/* One or two prompts of the category, according to the minutes there are, and to how many there are
 * that did not come up in the last five meetings; those of the agenda as prepared if there are any
 * left. None comes twice before all others have come once, except to keep two people on one day
 * from getting the same.
 * (transfer full) of OnePrompt. */
GPtrArray *one_prompts_list (const OneComposeInput *input, const OneCandidate *candidate,
                             guint minutes);
