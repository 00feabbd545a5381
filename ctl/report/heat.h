/* SPDX-License-Identifier: MIT */
/* A heat map in SVG: a row for each category, a column for each meeting, and whether one came up in
 * the other. Readable without colour. */
#pragma once

#include <glib.h>

/* Adds the map of the meetings from `since` on, the last 40 of them; nothing if there are none.
 * `categories` are those of a coverage record. */
void one_heat_add (GString *html, GVariant *categories, gint64 since, GTimeZone *zone);
