/* SPDX-License-Identifier: MIT */
/* Titles that say no more than that somebody is busy. A calendar that is shared or published to
 * show when somebody is free has no others. */
#pragma once

#include <glib.h>

/* TRUE for "Busy", in the languages of the large servers, and for an empty title. */
gboolean one_busy_title_has (const char *title);
