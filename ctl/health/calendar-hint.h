/* SPDX-License-Identifier: MIT */
/* How to come by a calendar, and whether one is kept up to date. */
#pragma once

#include "ctl/context.h"

/* Ways to come by a calendar, by what is installed here (transfer full). */
char *one_calendar_hint_dup_ways (void);

/* A single file that nothing has written for two weeks was exported once, and is out of date. */
gboolean one_calendar_hint_is_old_export (OneContext *context, GVariant *source);
