/* SPDX-License-Identifier: MIT */
/* Brings the store, and the troubles, in line with what was judged. */
#pragma once

#include "engine/base.h"

/* When everything is read. Takes over what was judged (transfer full, of OneMeeting): each gets its
 * row, its person's name and role. Those in the store that are in no calendar any more, and were
 * not over a day ago, are marked as gone. FALSE if that could not be told of all, or the store
 * refused. */
gboolean one_keep_all (OneEngine *engine, GPtrArray *judged, gint64 now);

/* The same for the meetings of engine->series alone. FALSE if other series have a say in it, or the
 * store refused: nothing is written then, and all are to be judged. */
gboolean one_keep_series (OneEngine *engine, GPtrArray *judged, gint64 now);

/* What is over, and was not called off, was held; what the clock says is ahead is not. */
void one_keep_held (OneEngine *engine, gint64 now);

/* All troubles of the calendars, each with the instant of its first sight. */
void one_keep_troubles (OneEngine *engine, const GPtrArray *readings, gint64 now);

/* The instant of oned's first sight of any calendar: nothing before it is reminded of. */
gint64 one_keep_first_sight (OneEngine *engine, gint64 now);
