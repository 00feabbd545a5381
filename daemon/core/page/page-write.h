/* SPDX-License-Identifier: MIT */
/* The Markdown page of one meeting: the agenda to be ticked off, and room for notes.
 *
 * It is written once and belongs to the user from then on, so what is needed to read it back stands
 * in the open, as tags:
 *
 *     # One-on-one with Ada Lovelace
 *
 *     Monday 23 November 2026, 10:00–10:30 (30 min) #m41
 *
 *     ## Agenda
 *
 *     - [ ] **Wins** · 8 min #wins            ticked: it was talked about
 *       > not talked about for 4 meetings …   quoted lines are oned's: reason and prompts
 *       - [ ] The office move #p7             a point
 *       - [ ] @me Send the draft (due 2026-11-27) #a12    an action, mine; @ada: hers; one
 *                                           that is late says so, after a " · "
 *
 *     ## Notes
 *
 * A tag is the last word of its line. In text that oned did not write itself every character that
 * means something to Markdown is escaped by a backslash, so such text never makes a tag, a link, a
 * check box or HTML. Times are the user's. */
#pragma once

#include "model/agenda.h"

/* The whole page, UTF-8, lines by \n. `person` is the name to show. (transfer full) */
char *one_page_write (const OneAgenda *agenda, const char *person, GTimeZone *zone);

/* The page's name without folder and ending: the day of the meeting, "2026-11-23".
 * (transfer full) */
char *one_page_write_name (const OneMeeting *meeting, GTimeZone *zone);
