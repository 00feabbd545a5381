/* SPDX-License-Identifier: MIT */
/* Chooses the questions to ask: those asked longest ago. */
#pragma once

#include "core/agenda/candidate.h"

/* One or two prompts of the category, according to the minutes there are; those of the agenda as
 * prepared if there are any left. None comes twice before all others have come once.
 * (transfer full) of OnePrompt. */
GPtrArray *one_prompts_list (const OneComposeInput *input, const OneCandidate *candidate,
                             guint minutes);
