/* SPDX-License-Identifier: MIT */
/* An agenda as plain text, for a calendar. */
#pragma once

#include <glib.h>

/* Lines, none of them cut: a number and a title for each item, beneath it promises, points and
 * questions; "" for an agenda without items. (transfer full) */
char *one_agenda_text_format (GVariant *agenda);

/* The same of a meeting that is over: titles of the categories that were on its agenda, and of what
 * was talked about, as far as is known; "" if nothing is. `categories` are the person's, as in a
 * chronicle. (transfer full) */
char *one_agenda_text_format_past (GVariant *meeting, GVariant *categories);
