/* SPDX-License-Identifier: MIT */
/* What the names of zones mean, also where the system's zone data lacks them. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "reader/value/civil.h"
#include "reader/zone/tzfile.h"
#include "reader/zone/windows-zones.h"
#include "reader/zone/zones.h"

#define WHOLE "/usr/share/zoneinfo"

/* Zone data of its own, in which a test puts names. */
typedef struct {
  char *folder;
  OneZones *zones;
} Data;

static void
data_set_up (Data *data, gconstpointer unused)
{
  data->folder = g_dir_make_tmp ("oned-zones-XXXXXX", NULL);
  data->zones = one_zones_new (data->folder);
}

static void
remove_all (const char *path)
{
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *below = g_build_filename (path, name, NULL);

    remove_all (below);
  }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
data_tear_down (Data *data, gconstpointer unused)
{
  one_zones_free (data->zones);
  remove_all (data->folder);
  g_free (data->folder);
}

/* FALSE if the system's data has no such name. */
static gboolean
data_add (const Data *data, const char *name)
{
  g_autofree char *there = g_build_filename (WHOLE, name, NULL);
  g_autofree char *here = g_build_filename (data->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (here);

  if (!g_file_test (there, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (there, here), ==, 0);
  return TRUE;
}

/* As Debian and Ubuntu have it without tzdata-legacy, and stricter: no name that leads to another.
 */
static void
data_add_present (const Data *data)
{
  for (guint i = 0; i < one_zone_names_count; i++)
    if (strcmp (one_zone_names_table[i].name, one_zone_names_table[i].zone) == 0)
      data_add (data, one_zone_names_table[i].name);
}

static const OneZone *
find (OneZones *zones, const char *name)
{
  OneFound found;

  one_zones_find (zones, name, NULL, '\n', &found);
  g_free (found.why);
  return found.zone;
}

static gint64
noon (int year, guint month)
{
  return one_civil_day (year, month, 15) * ONE_DAY_SECONDS + ONE_DAY_SECONDS / 2;
}

/* In both halves of some years that are still to come. */
static void
assert_same_clock (const OneZone *a, const OneZone *b, const char *name)
{
  for (int year = 2026; year < 2030; year++)
    for (guint month = 1; month <= 7; month += 6)
      if (one_zone_to_utc (a, noon (year, month)) != one_zone_to_utc (b, noon (year, month)))
        g_error ("%s is %s, which has another clock", name, a->name);
}

static void
test_old_names_lead_to_their_present_ones (Data *data, gconstpointer unused)
{
  OneZones *whole = one_zones_new (WHOLE);
  guint old = 0;

  data_add_present (data);
  for (guint i = 0; i < one_zone_names_count; i++) {
    const char *name = one_zone_names_table[i].name;
    const OneZone *there = find (whole, name), *here = find (data->zones, name);

    if (!there)
      continue; /* the system's data is older than the name */
    g_assert_nonnull (here);
    assert_same_clock (here, there, name);
    old += strcmp (name, one_zone_names_table[i].zone) != 0;
  }
  g_assert_cmpuint (old, >=, 140);
  one_zones_free (whole);
}

static void
assert_table_leads_somewhere (OneZones *zones, const OneZoneName *table, guint count)
{
  for (guint i = 0; i < count; i++)
    if (!find (zones, table[i].name))
      g_error ("%s leads to %s, which is not there", table[i].name, table[i].zone);
}

static void
test_no_name_of_microsofts_needs_an_old_one (Data *data, gconstpointer unused)
{
  data_add_present (data);
  assert_table_leads_somewhere (data->zones, one_windows_names, one_windows_names_count);
  assert_table_leads_somewhere (data->zones, one_windows_shown, one_windows_shown_count);
}

static void
test_new_names_lead_to_old_ones_on_old_systems (Data *data, gconstpointer unused)
{
  g_assert_true (data_add (data, "UTC"));
  if (!data_add (data, "Europe/Kiev")) {
    g_autofree char *here = g_build_filename (data->folder, "Europe", NULL);
    g_autofree char *kiev = g_build_filename (here, "Kiev", NULL);

    g_assert_cmpint (g_mkdir_with_parents (here, 0700), ==, 0);
    g_assert_cmpint (symlink (WHOLE "/Europe/Kyiv", kiev), ==, 0);
  }
  g_assert_cmpstr (find (data->zones, "Europe/Kyiv")->name, ==, "Europe/Kiev");
  g_assert_cmpstr (find (data->zones, "FLE Standard Time")->name, ==, "Europe/Kiev");
  g_assert_null (find (data->zones, "Europe/Vienna"));
}

static void
test_names_are_found (Data *data, gconstpointer unused)
{
  static const struct {
    const char *name, *zone; /* NULL: it is none */
  } rows[] = {
    { "India Standard Time", "Asia/Kolkata" },
    { "Nepal Standard Time", "Asia/Kathmandu" },
    { "Greenland Standard Time", "America/Nuuk" },
    { "US Eastern Standard Time", "America/Indiana/Indianapolis" },
    { "British Columbia Standard Time", "America/Vancouver" },
    { "(UTC-07:00) British Columbia", "America/Vancouver" },
    { "Alberta Standard Time", "America/Edmonton" },
    { "(UTC-06:00) Alberta", "America/Edmonton" },
    { "Manitoba Standard Time", "America/Winnipeg" },
    { "(UTC-03:00) Brasília", "America/Sao_Paulo" },
    { "US/Eastern", "America/New_York" },
    { "GB", "Europe/London" },
    { "Asia/Saigon", "Asia/Ho_Chi_Minh" },
    { "America/Argentina/ComodRivadavia", "America/Argentina/Catamarca" },
    { "/freeassociation.sourceforge.net/Tzfile/Asia/Calcutta", "Asia/Kolkata" },
    { "Europe/Vienna", "Europe/Vienna" },
    { "europe/vienna", "Europe/Vienna" },
    { "EUROPE/VIENNA", "Europe/Vienna" },
    { "america/argentina/buenos_aires", "America/Argentina/Buenos_Aires" },
    { "america/buenos_aires", "America/Argentina/Buenos_Aires" },
    { "us/pacific", "America/Los_Angeles" },
    { "/citadel.org/20070227_1/europe/vienna", "Europe/Vienna" },
    { "Amsterdam, Belgrade, Berlin, Madrid, Stockholm", "Europe/Amsterdam" },
    { "Beijing, Chongqing, Hong Kong, Urumqi", "Asia/Shanghai" },
    { "Nowhere, Mexico City", "America/Mexico_City" },
    { "Berlin", NULL },
    { "Berlin,", "Europe/Berlin" },
    { "Nowhere, Elsewhere", NULL },
    { ",,,,", NULL },
    { "Europe/Viena", NULL },
    { "Vienna", NULL },
    { "Factory", NULL },
    { "", NULL },
  };

  data_add_present (data);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const OneZone *zone = find (data->zones, rows[i].name);

    g_assert_cmpstr (zone ? zone->name : NULL, ==, rows[i].zone);
  }
}

static void
test_the_table_is_sorted (Data *data, gconstpointer unused)
{
  for (guint i = 1; i < one_zone_names_count; i++)
    g_assert_cmpint (
        g_ascii_strcasecmp (one_zone_names_table[i - 1].name, one_zone_names_table[i].name), <, 0);
}

static void
test_the_data_says_its_release (Data *data, gconstpointer unused)
{
  static const struct {
    const char *text, *release;
  } rows[] = {
    { "# version 2026f\n# redo\n", "2026f" },
    { "# version 2025b-dirty x\n", "2025b-dirty" },
    { "# version ", "" },
    { "R d 1916", "" },
    { "", "" },
  };
  g_autofree char *path = g_build_filename (data->folder, "tzdata.zi", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *release = NULL;

    g_assert_true (g_file_set_contents (path, rows[i].text, -1, NULL));
    release = one_tzfile_dup_version (data->folder);
    g_assert_cmpstr (release, ==, rows[i].release);
  }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpstr (one_zones_version (data->zones), ==, "");
}

static void
test_names_of_windows_tell_their_age (Data *data, gconstpointer unused)
{
  static const struct {
    const char *name, *since;
    gboolean resembles;
  } rows[] = {
    { "British Columbia Standard Time", "2026b", FALSE },
    { "british columbia standard time", "2026b", FALSE },
    { "(UTC-07:00) British Columbia", "2026b", FALSE },
    { "Alberta Standard Time", "2026c", FALSE },
    { "Manitoba Standard Time", "2026e", FALSE },
    { "Pacific Standard Time", NULL, FALSE },
    { "British Columbia", NULL, FALSE },
    { "Yukon Standard Time", NULL, FALSE },
    { "Atlantis Standard Time", NULL, TRUE },
    { "Atlantis Daylight Time", NULL, TRUE },
    { "Atlantis Standard Time (Old)", NULL, TRUE },
    { "(UTC-07:00) Atlantis", NULL, TRUE },
    { "(UTC-07:00)", NULL, FALSE },
    { "(UTC-03:00) Brasília", NULL, FALSE },
    { "(Atlantis)", NULL, FALSE },
    { "Atlantis", NULL, FALSE },
    { "Europe/Berlin", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].name);
    g_assert_cmpstr (one_windows_zones_since (rows[i].name), ==, rows[i].since);
    g_assert_cmpint (one_windows_zones_resembles (rows[i].name), ==, rows[i].resembles);
  }
}

#define PART(kind, start, from, to, rest)                                                          \
  "BEGIN:" kind "\nDTSTART:" start "\nTZOFFSETFROM:" from "\nTZOFFSETTO:" to "\n" rest "END:" kind \
  "\n"
#define RULE(month, rest) "RRULE:FREQ=YEARLY;BYMONTH=" month ";BYDAY=-1SU" rest "\n"

/* Whether a VTIMEZONE speaks of July 2026 and of July 2030. */
static void
test_a_vtimezone_speaks_of_its_own_years (Data *data, gconstpointer unused)
{
  static const struct {
    const char *text;
    gboolean in_2026, in_2030;
  } rows[] = {
    { PART ("STANDARD", "16010101T030000", "+0200", "+0100", RULE ("10", ""))
          PART ("DAYLIGHT", "16010101T020000", "+0100", "+0200", RULE ("3", "")),
      TRUE, TRUE },
    { PART ("STANDARD", "16010101T000000", "-0700", "-0700", ""), TRUE, TRUE },
    { PART ("STANDARD", "19700101T000000", "-0700", "-0700", ""), TRUE, TRUE },
    { PART ("STANDARD", "20251026T030000", "+0200", "+0100", ""), FALSE, FALSE },
    { PART ("STANDARD", "18930401T000000", "+005328", "+0100", ""), FALSE, FALSE },
    { PART ("DAYLIGHT", "20260329T020000", "+0200", "+0200", ""), FALSE, FALSE },
    { PART ("DAYLIGHT", "20260329T020000", "+0100", "+0200", "")
          PART ("STANDARD", "20261025T030000", "+0200", "+0100", ""),
      TRUE, FALSE },
    { PART ("DAYLIGHT", "20070311T020000", "-0800", "-0700", RULE ("3", ";UNTIL=20260308T100000Z"))
          PART ("STANDARD", "20260601T000000", "-0700", "-0700", ""),
      TRUE, TRUE },
    { "TZUNTIL:20280101T000000Z\n" PART ("STANDARD", "16010101T000000", "-0700", "-0700", ""), TRUE,
      FALSE },
    { PART ("STANDARD", "20280101T000000", "+0200", "+0100", RULE ("10", "")), FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GString *text = g_string_new (rows[i].text);
    const OneZone *zone = one_zones_own (data->zones, "Ours", text, '\n');

    g_test_message ("row %u", i);
    g_assert_nonnull (zone);
    g_assert_cmpint (noon (2026, 7) >= zone->first && noon (2026, 7) < zone->last, ==,
                     rows[i].in_2026);
    g_assert_cmpint (noon (2030, 7) >= zone->first && noon (2030, 7) < zone->last, ==,
                     rows[i].in_2030);
    g_string_free (text, TRUE);
  }
}

#define ADD(name, test) g_test_add (name, Data, NULL, data_set_up, test, data_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/reader/zones/old-names-lead-to-their-present-ones",
       test_old_names_lead_to_their_present_ones);
  ADD ("/reader/zones/no-name-of-microsofts-needs-an-old-one",
       test_no_name_of_microsofts_needs_an_old_one);
  ADD ("/reader/zones/new-names-lead-to-old-ones-on-old-systems",
       test_new_names_lead_to_old_ones_on_old_systems);
  ADD ("/reader/zones/names-are-found", test_names_are_found);
  ADD ("/reader/zones/the-table-is-sorted", test_the_table_is_sorted);
  ADD ("/reader/zones/the-data-says-its-release", test_the_data_says_its_release);
  ADD ("/reader/zones/names-of-windows-tell-their-age", test_names_of_windows_tell_their_age);
  ADD ("/reader/zones/a-vtimezone-speaks-of-its-own-years",
       test_a_vtimezone_speaks_of_its_own_years);
  return g_test_run ();
}
