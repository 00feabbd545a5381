/* SPDX-License-Identifier: MIT */
#include "engine/base/load.h"

#include "config/catalogues.h"
#include "config/config-file.h"
#include "config/config.h"
#include "edge/time/localtime.h"
#include "edge/user/discover.h"
#include "engine/state.h"

void
one_load_trouble (OneEngine *engine, OneSubject subject, const char *source, guint line,
                  const char *what)
{
  const char *key = subject == ONE_SUBJECT_FILE ? source : one_words_format_subject (subject);
  const OneTrouble *known = g_hash_table_lookup (engine->own, key);
  OneTrouble *trouble;

  if (!what) {
    g_hash_table_remove (engine->own, key);
    return;
  }
  if (known && known->line == line && g_str_equal (known->what, what)
      && g_str_equal (known->source, source))
    return;
  trouble = one_trouble_new (source, line, what);
  trouble->since = one_engine_now (engine);
  trouble->about = subject;
  g_hash_table_insert (engine->own, g_strdup (key), trouble);
  g_warning ("%s%s%s", source, *source ? ": " : "", what);
}

static void
load_failed (OneEngine *engine, OneSubject subject, const GError *error)
{
  g_autoptr (OneTrouble) trouble = one_config_file_trouble (error);

  one_load_trouble (engine, subject, trouble->source, trouble->line, trouble->what);
}

/* Without any in the configuration, calendars are looked for where they usually are. */
static void
find_sources (OneEngine *engine)
{
  if (!engine->settings->sources[0]) {
    g_strfreev (engine->settings->sources);
    engine->settings->sources = one_discover_list ();
  }
  one_load_trouble (engine, ONE_SUBJECT_SOURCES, engine->parts.config, 0,
                    engine->settings->sources[0]
                        ? NULL
                        : "no calendar was found in the usual places: name one as `sources` in "
                          "[calendar]");
}

/* Quiet hours are those of the clock on the wall. */
void
one_load_desktop (OneEngine *engine)
{
  if (!engine->settings || !engine->zone)
    return;
  engine->settings->locked = engine->locked;
  engine->settings->inhibited = engine->inhibited;
  g_clear_pointer (&engine->settings->zone, g_time_zone_unref);
  engine->settings->zone = g_time_zone_ref (engine->zone);
}

gboolean
one_load_settings (OneEngine *engine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) before = NULL;
  OneSettings *now = one_config_load (engine->parts.config, &error);

  if (now)
    one_load_trouble (engine, ONE_SUBJECT_CONFIG, "", 0, NULL);
  else
    load_failed (engine, ONE_SUBJECT_CONFIG, error);
  if (!now && engine->settings)
    return FALSE;
  before = engine->settings;
  engine->settings = now ? now : one_settings_new ();
  one_load_desktop (engine);
  find_sources (engine);
  return !before
         || !g_strv_equal ((const char *const *) before->sources,
                           (const char *const *) engine->settings->sources);
}

static void
set_catalogue (OneEngine *engine, OneRole role, OneCatalogue *catalogue)
{
  g_clear_pointer (&engine->catalogues[role], one_catalogue_free);
  engine->catalogues[role] = catalogue;
}

/* As shipped, one is made when it is asked for: most people's are of a role or two. What the user
 * wrote is read at once, because mistakes in it are to be said. */
void
one_load_catalogues (OneEngine *engine)
{
  gboolean own = one_catalogues_has_own (engine->parts.catalogue);
  g_autoptr (GError) failed = NULL;

  for (guint role = 0; role < ONE_N_ROLES; role++) {
    g_autoptr (GError) error = NULL;
    OneCatalogue *now =
        own ? one_catalogues_load ((OneRole) role, engine->parts.catalogue, &error) : NULL;

    if (!error)
      set_catalogue (engine, (OneRole) role, now);
    else if (!failed)
      failed = g_steal_pointer (&error);
  }
  if (failed)
    load_failed (engine, ONE_SUBJECT_CATALOGUE, failed);
  else
    one_load_trouble (engine, ONE_SUBJECT_CATALOGUE, "", 0, NULL);
}

const OneCatalogue *
one_load_get_catalogue (OneEngine *engine, OneRole role)
{
  if (!engine->catalogues[role])
    set_catalogue (engine, role, one_catalogues_load (role, NULL, NULL));
  return engine->catalogues[role];
}

gboolean
one_load_zone (OneEngine *engine)
{
  g_autofree char *name = one_localtime_dup_name ();
  GTimeZone *zone;

  if (engine->zone && g_str_equal (name, engine->zone_name))
    return FALSE;
  zone = g_time_zone_new_identifier (name);
  if (!zone) {
    one_load_trouble (engine, ONE_SUBJECT_ZONE, "", 0,
                      "the system's time zone is unknown: UTC is assumed");
    zone = g_time_zone_new_utc ();
  } else
    one_load_trouble (engine, ONE_SUBJECT_ZONE, "", 0, NULL);
  g_clear_pointer (&engine->zone, g_time_zone_unref);
  engine->zone = zone;
  one_load_desktop (engine);
  g_free (engine->zone_name);
  engine->zone_name = g_steal_pointer (&name);
  return TRUE;
}
