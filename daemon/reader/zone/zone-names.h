/* SPDX-License-Identifier: MIT */
/* The names of the tz database. Systems lack some: Debian and Ubuntu keep the old ones
 * ("US/Eastern", "Asia/Calcutta", "Europe/Kiev") in a package that is not installed, and old
 * systems the new ones. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name, *zone;
} OneZoneName;

/* The row of that name; NULL if there is none. Sorted without regard to ASCII case. */
const OneZoneName *one_zone_names_find (const OneZoneName *table, guint count, const char *name);

/* The zone of the first of these cities that has one of its own: "Brussels, Copenhagen, Madrid,
 * Paris" is how Windows shows a zone, under names that change. NULL if there is none, or only one
 * city. */
const char *one_zone_names_find_city (const char *cities);

/* Each name with the present name of its zone, which is itself for most. */
extern const OneZoneName one_zone_names_table[];
extern const guint one_zone_names_count;
