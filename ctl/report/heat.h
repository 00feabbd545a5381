/* SPDX-License-Identifier: MIT */
/* Which category came up in which meeting, as a picture in HTML: a row for each category, a column
 * for each meeting. It can be read without colour. */
#pragma once

#include <glib.h>

/* `categories` as in a coverage record; meetings since an instant, the last of them if there are
 * too many. Nothing if there was none. */
void one_heat_add (GString *html, GVariant *categories, gint64 since, GTimeZone *zone);
