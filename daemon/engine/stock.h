/* SPDX-License-Identifier: MIT */
/* Readings <-> the cache: what was read in an earlier life, and for a later one. */
#pragma once

#include "engine/engine.h"

/* Takes the readings and their horizon out of the cache. FALSE if there are none of use. */
gboolean one_stock_take (OneEngine *engine, gint64 earliest, gint64 latest);

/* Everything was read: lets go of what the cache holds. Writes it anew when much has changed. */
void one_stock_rest (OneEngine *engine);

/* The end: whatever has changed is written. */
void one_stock_close (OneEngine *engine);
