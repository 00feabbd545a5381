/* SPDX-License-Identifier: MIT */
#include "reader/zones.h"

#include <string.h>

#include "reader/tzfile.h"
#include "reader/vtimezone.h"
#include "reader/windows.h"

#define MAX_CACHED 2000 /* names or texts; what comes after is read anew each time it is met */

typedef struct {
  OneZone *zone; /* (owned) NULL: there is none */
  char *why;     /* (owned) */
} Entry;

struct OneZones {
  GHashTable *system; /* (owned) char* -> Entry */
  GHashTable *custom; /* (owned) char*, a VTIMEZONE's text -> Entry */
};

static Entry *
entry_new (OneZone *zone, char *why)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->zone = zone;
  entry->why = why;
  return entry;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->zone, one_zone_free);
  g_free (entry->why);
  g_free (entry);
}

OneZones *
one_zones_new (void)
{
  OneZones *zones = g_new0 (OneZones, 1);

  zones->system = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  zones->custom = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  g_hash_table_insert (zones->system, g_strdup ("UTC"), entry_new (one_zone_new ("UTC", 0), NULL));
  return zones;
}

void
one_zones_free (OneZones *zones)
{
  g_hash_table_unref (zones->system);
  g_hash_table_unref (zones->custom);
  g_free (zones);
}

const OneZone *
one_zones_system (OneZones *zones, const char *name)
{
  Entry *entry = g_hash_table_lookup (zones->system, name);

  if (!entry) {
    OneZone *zone = one_tzfile_load (name);

    /* Names that are none are not kept when there are too many: a file can invent them at will. */
    if (!zone && g_hash_table_size (zones->system) >= MAX_CACHED)
      return NULL;
    entry = entry_new (zone, NULL);
    g_hash_table_insert (zones->system, g_strdup (name), entry);
  }
  return entry->zone;
}

/* "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin": the longest end that is a name. */
static const OneZone *
find_behind_path (OneZones *zones, const char *name)
{
  const char *slash = strchr (name, '/');
  const OneZone *zone = NULL;

  for (guint depth = 0; slash && slash[1] && !zone && depth < 8; depth++) {
    if (strchr (slash + 1, '/'))
      zone = one_zones_system (zones, slash + 1);
    slash = strchr (slash + 1, '/');
  }
  return zone;
}

static gboolean
is_utc (const char *name)
{
  static const char *const names[] = { "UTC", "Z", "GMT", "Etc/UTC", "Etc/GMT", "Zulu", NULL };

  for (guint i = 0; names[i]; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return g_ascii_strcasecmp (name, "tzone://Microsoft/Utc") == 0;
}

static gboolean
set (OneFound *found, const OneZone *zone, const char *how)
{
  found->zone = zone;
  found->how = how;
  return zone != NULL;
}

static gboolean
find_by_name (OneZones *zones, const char *name, OneFound *found)
{
  const char *mapped;

  if (is_utc (name))
    return set (found, one_zones_system (zones, "UTC"), "UTC");
  if (set (found, one_zones_system (zones, name), "system zone data"))
    return TRUE;
  if (set (found, find_behind_path (zones, name), "the end of its path"))
    return TRUE;
  mapped = one_windows_find (name);
  return mapped && set (found, one_zones_system (zones, mapped), "Windows name");
}

static gboolean
find_custom (OneZones *zones, const char *name, const GString *text, OneFound *found)
{
  Entry *entry;

  if (!text)
    return FALSE;
  entry = g_hash_table_lookup (zones->custom, text->str);
  if (!entry) {
    char *why = NULL;
    OneZone *zone = one_vtimezone_read (name, text->str, text->len, &why);

    entry = entry_new (zone, why);
    g_hash_table_insert (zones->custom, g_strdup (text->str), entry);
  }
  found->why = g_strdup (entry->why);
  return set (found, entry->zone, "VTIMEZONE of the file");
}

/* The place that a VTIMEZONE under a private name says it is. */
static gboolean
find_by_place (OneZones *zones, const GString *text, OneFound *found)
{
  g_autofree char *place = NULL;

  if (!text)
    return FALSE;
  place = one_vtimezone_get (text->str, text->len, "X-LIC-LOCATION");
  return place && set (found, one_zones_system (zones, place), "X-LIC-LOCATION");
}

static gboolean
find_by_claim (OneZones *zones, const char *name, OneFound *found)
{
  int offset;

  if (!one_windows_claims (name, &offset))
    return FALSE;
  if (!g_hash_table_contains (zones->custom, name))
    g_hash_table_insert (zones->custom, g_strdup (name),
                         entry_new (one_zone_new (name, offset), NULL));
  return set (found, ((Entry *) g_hash_table_lookup (zones->custom, name))->zone,
              "the offset it names");
}

void
one_zones_find (OneZones *zones, const char *name, const GString *vtimezone, OneFound *found)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));

  memset (found, 0, sizeof *found);
  found->how = "unknown";
  if (find_by_name (zones, plain, found) || find_by_place (zones, vtimezone, found)
      || find_custom (zones, plain, vtimezone, found) || find_by_claim (zones, plain, found))
    return;
  found->zone = NULL;
  found->how = "unknown";
}
