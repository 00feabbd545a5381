/* SPDX-License-Identifier: MIT */
/* Brings the store, and the lists that the engine holds, in line with what was judged. */
#pragma once

#include "engine/engine.h"

/* Takes over what was judged (transfer full, of OneMeeting): each gets its row, its person's name
 * and role. Planned ones that the calendars no longer have are marked as gone. */
void one_keep_meetings (OneEngine *engine, GPtrArray *judged, gint64 now);

/* What is over, and was not called off, was held; what the clock says is ahead is not. */
void one_keep_held (OneEngine *engine, gint64 now);

/* All troubles of the calendars, each with the instant of its first sight. */
void one_keep_troubles (OneEngine *engine, const GPtrArray *readings, gint64 now);

/* The instant of oned's first sight of any calendar: nothing before it is reminded of. */
gint64 one_keep_first_sight (OneEngine *engine, gint64 now);
