/* SPDX-License-Identifier: MIT */
#include "reader/zone/zones.h"

#include <string.h>

#include "reader/zone/tzfile.h"
#include "reader/zone/vtimezone.h"
#include "reader/zone/windows-zones.h"

#define MAX_CACHED 2000 /* names, and texts, in one run; files can invent them at will */

typedef struct {
  OneZone *zone; /* (owned) NULL: there is none */
  char *why;     /* (owned) */
} Entry;

struct OneZones {
  char *folder;         /* (owned) the system's zone data */
  char *version;        /* (owned) of it; NULL before it is asked for */
  GHashTable *system;   /* (owned) char* -> Entry */
  GHashTable *custom;   /* (owned) GString, a VTIMEZONE's text -> Entry */
  GHashTable *claims;   /* (owned) char* -> Entry: names that are an offset */
  GHashTable *meanings; /* (owned) char*, lower case -> char*: what the user says of names */
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

static void
text_free (gpointer text)
{
  g_string_free (text, TRUE);
}

OneZones *
one_zones_new (const char *folder)
{
  OneZones *zones = g_new0 (OneZones, 1);

  zones->folder = g_strdup (folder);
  zones->system = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  zones->custom = g_hash_table_new_full ((GHashFunc) g_string_hash, (GEqualFunc) g_string_equal,
                                         text_free, entry_free);
  zones->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  zones->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (zones->system, g_strdup ("UTC"), entry_new (one_zone_new ("UTC", 0), NULL));
  return zones;
}

void
one_zones_free (OneZones *zones)
{
  g_free (zones->folder);
  g_free (zones->version);
  g_hash_table_unref (zones->system);
  g_hash_table_unref (zones->custom);
  g_hash_table_unref (zones->claims);
  g_hash_table_unref (zones->meanings);
  g_free (zones);
}

void
one_zones_add_meaning (OneZones *zones, const char *text)
{
  const char *sign = strrchr (text, '=');

  if (sign)
    g_hash_table_replace (zones->meanings, g_ascii_strdown (text, sign - text),
                          g_strdup (sign + 1));
}

/* By the name as the system has it. */
static const OneZone *
find_system (OneZones *zones, const char *name)
{
  Entry *entry = g_hash_table_lookup (zones->system, name);

  if (!entry) {
    OneZone *zone = one_tzfile_load (zones->folder, name);

    /* Names that are none are not kept when there are too many. */
    if (!zone && g_hash_table_size (zones->system) >= MAX_CACHED)
      return NULL;
    entry = entry_new (zone, NULL);
    g_hash_table_insert (zones->system, g_strdup (name), entry);
  }
  return entry->zone;
}

/* By another name of the same zone: a system can lack the old one, or the new one. */
static const OneZone *
find_synonym (OneZones *zones, const char *present)
{
  const OneZone *zone = find_system (zones, present);

  for (guint i = 0; !zone && i < one_zone_names_count; i++)
    if (strcmp (one_zone_names_table[i].zone, present) == 0)
      zone = find_system (zones, one_zone_names_table[i].name);
  return zone;
}

const OneZone *
one_zones_utc (OneZones *zones)
{
  return find_system (zones, "UTC");
}

const OneZone *
one_zones_named (OneZones *zones, const char *name)
{
  const OneZone *zone = find_system (zones, name);
  const OneZoneName *row =
      zone ? NULL : one_zone_names_find (one_zone_names_table, one_zone_names_count, name);

  if (row && strcmp (row->name, name) != 0)
    zone = find_system (zones, row->name);
  return row && !zone ? find_synonym (zones, row->zone) : zone;
}

/* "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin": the longest end that is a name. */
static const OneZone *
find_behind_path (OneZones *zones, const char *name)
{
  const char *slash = strchr (name, '/');
  const OneZone *zone = NULL;

  for (guint depth = 0; slash && slash[1] && !zone && depth < 8; depth++) {
    if (strchr (slash + 1, '/'))
      zone = one_zones_named (zones, slash + 1);
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
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *mapped = g_hash_table_lookup (zones->meanings, lower);

  if (mapped && set (found, one_zones_named (zones, mapped), "oned.conf"))
    return TRUE;
  if (is_utc (name))
    return set (found, one_zones_utc (zones), "UTC");
  if (set (found, one_zones_named (zones, name), "system zone data"))
    return TRUE;
  if (set (found, find_behind_path (zones, name), "the end of its path"))
    return TRUE;
  mapped = one_windows_zones_find (name);
  return mapped && set (found, one_zones_named (zones, mapped), "Windows name");
}

static gboolean
find_by_cities (OneZones *zones, const char *name, OneFound *found)
{
  const char *zone = one_zone_names_find_city (name);

  return zone && set (found, one_zones_named (zones, zone), "a city that it names");
}

static gboolean
find_custom (OneZones *zones, const char *name, const GString *text, char line_end, OneFound *found)
{
  Entry *entry;

  if (!text)
    return FALSE;
  entry = g_hash_table_lookup (zones->custom, text);
  if (!entry && g_hash_table_size (zones->custom) >= MAX_CACHED) {
    found->why = g_strdup ("there are too many");
    return FALSE;
  }
  if (!entry) {
    char *why = NULL;
    OneZone *zone = one_vtimezone_read (name, text, line_end, &why);

    entry = entry_new (zone, why);
    g_hash_table_insert (zones->custom, g_string_new_len (text->str, (gssize) text->len), entry);
  }
  found->why = g_strdup (entry->why);
  return set (found, entry->zone, ONE_ZONES_BY_VTIMEZONE);
}

/* The place that a VTIMEZONE under a private name says it is: of libical's kin, or RFC 7808 7.2. */
static gboolean
find_by_place (OneZones *zones, const GString *text, char line_end, OneFound *found)
{
  static const char *const properties[] = { "X-LIC-LOCATION", "TZID-ALIAS-OF", "TZURL" };

  for (guint i = 0; text && i < G_N_ELEMENTS (properties); i++) {
    g_autofree char *place = one_vtimezone_get (text->str, text->len, line_end, properties[i]);

    if (place
        && (set (found, one_zones_named (zones, g_strstrip (place)), properties[i])
            || set (found, find_behind_path (zones, place), properties[i])))
      return TRUE;
  }
  return FALSE;
}

gboolean
one_zones_knows (const char *name)
{
  return one_zone_names_find (one_zone_names_table, one_zone_names_count, name) != NULL;
}

const OneZone *
one_zones_own (OneZones *zones, const char *name, const GString *vtimezone, char line_end)
{
  OneFound found = { 0 };

  find_custom (zones, name, vtimezone, line_end, &found);
  g_free (found.why);
  return found.zone;
}

const char *
one_zones_version (OneZones *zones)
{
  if (!zones->version)
    zones->version = one_tzfile_dup_version (zones->folder);
  return zones->version;
}

const OneZone *
one_zones_offset (OneZones *zones, const char *name, int offset)
{
  Entry *entry = g_hash_table_lookup (zones->claims, name);

  if (!entry) {
    entry = entry_new (one_zone_new (name, offset), NULL);
    g_hash_table_insert (zones->claims, g_strdup (name), entry);
  }
  return entry->zone;
}

static gboolean
find_by_claim (OneZones *zones, const char *name, OneFound *found)
{
  int offset;

  return one_windows_zones_claims (name, &offset)
         && set (found, one_zones_offset (zones, name, offset), "the offset it names");
}

void
one_zones_find (OneZones *zones, const char *name, const GString *vtimezone, char line_end,
                OneFound *found)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));

  memset (found, 0, sizeof *found);
  found->how = "unknown";
  if (find_by_name (zones, plain, found) || find_by_place (zones, vtimezone, line_end, found)
      || find_custom (zones, plain, vtimezone, line_end, found)
      || find_by_claim (zones, plain, found) || find_by_cities (zones, plain, found))
    return;
  found->zone = NULL;
  found->how = "unknown";
}
