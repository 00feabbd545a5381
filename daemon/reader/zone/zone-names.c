/* SPDX-License-Identifier: MIT */
#include "reader/zone/zone-names.h"

#include <stdlib.h>

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
