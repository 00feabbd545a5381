/* SPDX-License-Identifier: MIT */
/* The troubles of the calendars: in the files, between them, in watching and in finding them. Those
 * of the files are kept, so that a changed file costs no look at the others. Inner part of the
 * room. */
#pragma once

#include "engine/base/base.h"
#include "engine/base/news.h"

typedef struct OneCalendarTroubles OneCalendarTroubles;

OneCalendarTroubles *one_calendar_troubles_new (void);

/* Tells all anew. `readings` of OneReading: all that have troubles or share a UID. */
void one_calendar_troubles_tell (OneCalendarTroubles *troubles, const OneBase *base,
                                 const GPtrArray *readings);
/* Whether that was done. Until then, news is not enough. */
gboolean one_calendar_troubles_are_told (const OneCalendarTroubles *troubles);
/* Same for the files and UIDs of the news; `readings` of OneReading: at least all that have one. */
void one_calendar_troubles_tell_news (OneCalendarTroubles *troubles, const OneBase *base,
                                      const GPtrArray *readings, const OneNews *news);

void one_calendar_troubles_free (OneCalendarTroubles *troubles);
