/* SPDX-License-Identifier: MIT */
/* Changed files -> readings: asks oned-reader, one run at a time, and keeps what it answers. */
#pragma once

#include "engine/base.h"

/* Begins to watch the configured sources; everything in them is read. */
void one_intake_start (OneEngine *engine);

/* The same anew: other sources, another zone. What is known stays until it was read again. */
void one_intake_restart (OneEngine *engine);

/* Reads everything again when the horizon has come too close, or the clock was set far back. */
void one_intake_read (OneEngine *engine, gint64 now);

/* When the horizon is to be moved, UTC seconds. */
gint64 one_intake_next (const OneEngine *engine);
