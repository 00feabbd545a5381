/* SPDX-License-Identifier: MIT */
/* How far ahead the reminders of one meeting come, by its start. */
#pragma once

#include "model/settings.h"

/* The leads of a stage for that person, with working days counted back from a meeting that begins
 * at `start`: as many seconds, all different, the longest first. Days off are the quiet days of
 * oned.conf, or else Saturday and Sunday. */
OneLeads one_leads_resolve (const OneSettings *settings, const char *address, OneStage stage,
                            gint64 start);

/* No reminder of anybody is due more than these seconds ahead of a start. Working days count as the
 * longest lead there is, because they depend on the start. */
gint64 one_leads_get_longest (const OneSettings *settings);
