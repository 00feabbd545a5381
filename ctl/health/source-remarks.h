/* SPDX-License-Identifier: MIT */
/* Doctor's remarks on calendars that are well, and on those that are not read. */
#pragma once

#include "ctl/health/checks.h"

/* Why so little is found in a source, if that is so. `name` as for people. */
void one_source_remarks_add (OneChecks *checks, GVariant *source, const char *name);

/* Calendars that are not read because their own program hides them. */
void one_source_remarks_add_hidden (OneChecks *checks, GVariant *status);
