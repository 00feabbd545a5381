/* SPDX-License-Identifier: MIT */
/* Titles that stand in for one: a calendar that is shared or published for others to see who is
 * busy has nothing else. */
#pragma once

#include <glib.h>

/* "Busy", in the languages of the large servers, or nothing at all. */
gboolean one_busy_title_has (const char *title);
