/* SPDX-License-Identifier: MIT */
/* An agenda as Markdown, to send to the person whom the meeting is with. */
#pragma once

#include <glib.h>

/* Adds a heading for the meeting, one for each item, and beneath it promises, points and questions.
 * Reasons, figures and what was parked stay with the user. */
void one_agenda_markdown_add (GString *out, GVariant *agenda, GTimeZone *zone);
