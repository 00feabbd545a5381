/* SPDX-License-Identifier: MIT */
/* The agenda of a meeting: a pure function of what is known. The same input, the same answer. */
#pragma once

#include "core/agenda/compose-input.h"

/* Never fails. If the history has proposals of this very meeting, the agenda was prepared before:
 * it keeps their categories, order and prompts, and new points and actions join it. `prepared` is
 * then set, also of one that is chosen anew: its proposals are to be replaced. A point without a
 * category stands under the one which the catalogue names for that. (transfer full) */
OneAgenda *one_compose_agenda (const OneComposeInput *input);

/* The proposals to store once the agenda counts as prepared: a OneProposal for each item. (transfer
 * full) */
GPtrArray *one_compose_proposals (const OneAgenda *agenda);
