/* SPDX-License-Identifier: MIT */
/* A content line, as libical reads it: parameters (RFC 6868 too), words that RFC 5545 lists,
 * escaped text. libical gets one bounded line at a time, in a component of its own, written so that
 * nothing in it leads astray; nothing of a stranger's is serialized, cloned or merged. */
#pragma once

#include <libical/ical.h>

#include "reader/value/line.h"

/* Parameters that were read, by their text: most are in many events. */
GHashTable *one_property_cache_new (void);

typedef void (*OnePropertyTake) (icalparameter *param, gpointer data);
/* Calls back for each parameter of the line, but for VALUE and beyond a hundred. */
void one_property_each_param (GHashTable *cache, const OneLine *line, OnePropertyTake take,
                              gpointer data);

/* A value of TEXT, unescaped: RFC 5545 3.3.11. (transfer full) */
char *one_property_dup_text (const char *value);
