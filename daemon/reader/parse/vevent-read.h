/* SPDX-License-Identifier: MIT */
/* From the lines of a VEVENT to the VEVENT. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"
#include "reader/scan/walk.h"

/* Parses the lines of an event of the calendar and adds it to the context; what is wrong is told
 * there. */
void one_vevent_read (OneFileContext *context, const OneCalendar *calendar, const OnePiece *piece);

/* Reads the words of an event that was taken from the VEVENT: title, place, people, links. Most
 * events have no occurrence in the horizon, and nobody asks for theirs. */
void one_vevent_read_words (OneFileContext *context, const OneVEvent *vevent, OneEvent *event);
