/* SPDX-License-Identifier: MIT */
/* Which calendars are read: those of the configuration and of the subscriptions, or all that are
 * found. */
#pragma once

#include "engine/base/base.h"

/* Looks for calendars, and sets `found` and `sources` of the settings. Without any source in the
 * configuration, all that were found are sources. That there is none is a trouble. */
void one_found_sources_set (const OneBase *base, OneSettings *settings);
