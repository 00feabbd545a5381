/* SPDX-License-Identifier: MIT */
/* Readings <-> the cache: what was read in an earlier life, and for a later one; and which of them
 * need not be judged again, because by the same rules they say nothing. */
#pragma once

#include "core/detect/detect.h"
#include "engine/base.h"

/* Takes the readings and their horizon out of the cache. FALSE if there are none of use. */
gboolean one_stock_take (OneEngine *engine, gint64 earliest, gint64 latest);

/* Whether the lively ones on the shelf are enough for a judgement by these rules (`who` without
 * `me`); and whose calendars they were found to be then, if that was not configured. */
gboolean one_stock_is_judged (const OneEngine *engine, const OneDetectInput *who);
char **one_stock_dup_me (const OneEngine *engine);

/* Whether what the cache has, judged by the rules in force, is in the store. */
gboolean one_stock_is_kept (const OneEngine *engine);

/* Everything was read: lets go of what the cache holds. Writes it anew when much has changed. */
void one_stock_rest (OneEngine *engine);

/* The end: whatever has changed is written. */
void one_stock_close (OneEngine *engine);
