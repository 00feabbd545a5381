/* SPDX-License-Identifier: MIT */
/* From the VEVENTs of a file to its series: who belongs together, and which copy holds. */
#pragma once

#include "reader/parse/file-context.h"

/* Groups the VEVENTs of the context, expands each group and adds the series to the reading, by uid.
 */
void one_group_events_add_all (OneFileContext *context);
