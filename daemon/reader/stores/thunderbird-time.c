/* SPDX-License-Identifier: MIT */
#include "reader/stores/thunderbird-time.h"

#include <string.h>
#include "reader/value/civil.h"
#include "reader/zone/vtimezone.h"

#define SECOND G_GINT64_CONSTANT (1000000) /* microseconds */
#define FIRST_YEAR 1
#define LAST_YEAR 9999
#define MAX_NAME 256
#define BEGIN_ZONE "BEGIN:VTIMEZONE"
#define END_ZONE "END:VTIMEZONE"
#define ZONE_LINE_END '\n'

/* A zone as the lines need it. */
typedef struct {
  char *id;            /* (owned) for TZID */
  const OneZone *zone; /* (borrowed) NULL: nobody knows it */
} Own;

static void
own_free (gpointer data)
{
  Own *own = data;

  g_free (own->id);
  g_free (own);
}

OneThunderbirdZones *
one_thunderbird_zones_new (OneZones *zones)
{
  OneThunderbirdZones *thunderbird = g_new0 (OneThunderbirdZones, 1);

  thunderbird->zones = zones;
  thunderbird->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, own_free);
  return thunderbird;
}

void
one_thunderbird_zones_free (OneThunderbirdZones *zones)
{
  g_hash_table_unref (zones->known);
  g_free (zones);
}

/* A name that can stand in a parameter. */
static char *
dup_id (const char *name)
{
  char *id = g_strndup (name, MAX_NAME);

  g_strdelimit (id, "\"\r\n", ' ');
  return g_strstrip (id);
}

/* The lines between BEGIN and END; NULL if it is more than a time zone. (transfer full) */
static GString *
zone_body (const char *text)
{
  const char *begin = strchr (text, '\n');
  const char *end = g_strrstr (text, END_ZONE);

  if (!begin || !end || end < begin || strcasestr (text, "VEVENT")
      || strcasestr (text, "VCALENDAR"))
    return NULL;
  return g_string_new_len (begin + 1, end - begin - 1);
}

/* Ids may repeat with other content: the second one gets another name. */
static gboolean
is_taken (const OneThunderbirdZones *zones, const char *id)
{
  GHashTableIter iter;
  gpointer own;

  g_hash_table_iter_init (&iter, zones->known);
  while (g_hash_table_iter_next (&iter, NULL, &own))
    if (g_str_equal (((const Own *) own)->id, id))
      return TRUE;
  return FALSE;
}

/* Writes the zone, under a name that is its own. */
static void
define (OneThunderbirdZones *zones, const char *text, Own *own, OneStoreRows *rows)
{
  GString *body = zone_body (text);
  g_autofree char *id =
      body ? one_vtimezone_get (body->str, body->len, ZONE_LINE_END, "TZID") : NULL;
  OneFound found;

  own->id = dup_id (id ? id : "unknown");
  if (!id || is_taken (zones, own->id)) {
    if (body)
      g_string_free (body, TRUE);
    return;
  }
  one_zones_find (zones->zones, own->id, body, ZONE_LINE_END, &found);
  own->zone = found.zone;
  g_free (found.why);
  g_string_append_printf (rows->text, BEGIN_ZONE "\r\n%s" END_ZONE "\r\n", body->str);
  g_string_free (body, TRUE);
}

static const Own *
find_zone (OneThunderbirdZones *zones, const char *name, OneStoreRows *rows)
{
  Own *own = g_hash_table_lookup (zones->known, name);
  OneFound found;

  if (own)
    return own;
  own = g_new0 (Own, 1);
  if (g_str_has_prefix (name, BEGIN_ZONE)) {
    define (zones, name, own, rows);
  } else {
    own->id = dup_id (name);
    one_zones_find (zones->zones, own->id, NULL, ZONE_LINE_END, &found);
    own->zone = found.zone;
    g_free (found.why);
  }
  g_hash_table_insert (zones->known, g_strdup (name), own);
  return own;
}

static void
add_clock (GString *event, gint64 wall, const OneDate *date)
{
  gint64 clock = wall - one_civil_day_of (wall) * ONE_DAY_SECONDS;

  g_string_append_printf (event, "%04d%02d%02dT%02d%02d%02d", date->year, date->month, date->day,
                          (int) (clock / 3600), (int) (clock / 60 % 60), (int) (clock % 60));
}

gboolean
one_thunderbird_time_add (OneThunderbirdZones *zones, const OneThunderbirdTime *time,
                          OneStoreRows *rows, GString *event)
{
  gboolean is_utc = g_strcmp0 (time->zone, "UTC") == 0;
  gboolean is_floating = !time->zone || g_str_equal (time->zone, "floating");
  const Own *own =
      is_utc || is_floating || time->is_date ? NULL : find_zone (zones, time->zone, rows);
  gint64 wall = time->micros / SECOND - (time->micros % SECOND < 0);
  OneDate date;

  /* Where nobody knows the zone, the reader says so: the clock does not matter then. */
  if (own && own->zone)
    wall = one_zone_to_wall (own->zone, wall);
  date = one_civil_date (one_civil_day_of (wall));
  if (date.year < FIRST_YEAR || date.year > LAST_YEAR)
    return FALSE;
  g_string_append (event, time->name);
  if (time->is_date) {
    g_string_append_printf (event, ";VALUE=DATE:%04d%02d%02d\r\n", date.year, date.month, date.day);
    return TRUE;
  }
  if (own)
    g_string_append_printf (event, ";TZID=\"%s\"", own->id);
  g_string_append_c (event, ':');
  add_clock (event, wall, &date);
  g_string_append (event, is_utc ? "Z\r\n" : "\r\n");
  return TRUE;
}
