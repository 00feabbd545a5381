/* SPDX-License-Identifier: MIT */
#include "reader/zone/zone-names.h"

#include <stdlib.h>
#include <string.h>

#define MAX_CITIES 16

static int
row_compare (const void *key, const void *row)
{
  return g_ascii_strcasecmp (key, ((const OneZoneName *) row)->name);
}

const OneZoneName *
one_zone_names_find (const OneZoneName *table, guint count, const char *name)
{
  return bsearch (name, table, count, sizeof *table, row_compare);
}

/* "America/Mexico_City" is in "Mexico City". */
static gboolean
is_in (const OneZoneName *row, const char *city)
{
  const char *slash = strrchr (row->name, '/');

  return slash && g_ascii_strcasecmp (slash + 1, city) == 0;
}

const char *
one_zone_names_find_city (const char *cities)
{
  g_auto (GStrv) names = g_strsplit (cities, ",", MAX_CITIES);

  for (guint i = 0; names[0] && names[1] && names[i]; i++) {
    g_strdelimit (g_strstrip (names[i]), " ", '_');
    for (guint k = 0; k < one_zone_names_count; k++)
      if (is_in (&one_zone_names_table[k], names[i]))
        return one_zone_names_table[k].zone;
  }
  return NULL;
}
