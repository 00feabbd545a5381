/* SPDX-License-Identifier: MIT */
/* One series and when it happens: RFC 5545 3.8.4.4 and 3.8.5. */
#pragma once

#include "reader/expand/group.h"
#include "reader/parse/file-context.h"

/* The series of a group with its occurrences in the horizon; NULL if nothing of it is asked for.
 * Takes the events out of the VEVENTs. (transfer full) */
OneSeries *one_expand (OneFileContext *context, OneGroup *group);
