/* SPDX-License-Identifier: MIT */
#include "engine/base/setup.h"

#include "config/catalogues.h"
#include "config/config-file.h"
#include "config/config.h"
#include "edge/desktop/session.h"
#include "edge/time/local-zone.h"
#include "edge/user/config-watch.h"
#include "edge/time/zone-data.h"
#include "edge/user/usual-places.h"
#include "edge/user/zone-data-watch.h"
#include "engine/base/found-sources.h"
#include "engine/base/troubles.h"

struct OneSetup {
  OneSettings *settings;                 /* (owned) NULL before start */
  GTimeZone *zone;                       /* (owned) likewise */
  char *zone_name;                       /* (owned) */
  OneCatalogue *catalogues[ONE_N_ROLES]; /* (owned) NULL: as shipped, made when asked for */
  OneConfigWatch *config_watch;          /* (owned) NULL before start */
  OneZoneDataWatch *zone_watch;          /* (owned) likewise */
  OneConfigWatch *places_watch;          /* (owned) likewise */
  OneSession *session;                   /* (owned) likewise */
  gboolean locked;
  OneInhibition inhibited;
  OneSetupFunc changed;
  gpointer data;
};

void
one_setup_open (OneBase *base, OneSetupFunc changed, gpointer data)
{
  base->setup = g_new0 (OneSetup, 1);
  base->setup->changed = changed;
  base->setup->data = data;
}

void
one_setup_stop (OneBase *base)
{
  g_clear_pointer (&base->setup->config_watch, one_config_watch_free);
  g_clear_pointer (&base->setup->zone_watch, one_zone_data_watch_free);
  g_clear_pointer (&base->setup->places_watch, one_config_watch_free);
  g_clear_pointer (&base->setup->session, one_session_free);
}

void
one_setup_close (OneBase *base)
{
  OneSetup *setup = base->setup;

  one_setup_stop (base);
  for (guint i = 0; i < ONE_N_ROLES; i++)
    g_clear_pointer (&setup->catalogues[i], one_catalogue_free);
  g_clear_pointer (&setup->zone, g_time_zone_unref);
  g_free (setup->zone_name);
  g_clear_pointer (&setup->settings, one_settings_free);
  g_clear_pointer (&base->setup, g_free);
}

static void
load_failed (const OneBase *base, OneSubject subject, const GError *error)
{
  g_autoptr (OneTrouble) trouble = one_config_file_trouble (error);

  one_troubles_set (base, subject, trouble->source, trouble->line, trouble->what);
}

/* Quiet hours are those of the clock on the wall. */
static void
set_desktop (const OneBase *base)
{
  OneSetup *setup = base->setup;

  if (!setup->settings || !setup->zone)
    return;
  setup->settings->locked = setup->locked;
  setup->settings->inhibited = setup->inhibited;
  g_clear_pointer (&setup->settings->zone, g_time_zone_unref);
  setup->settings->zone = g_time_zone_ref (setup->zone);
}

/* TRUE if other files are to be read than before, or all of them anew. */
static gboolean
load_settings (OneBase *base)
{
  OneSetup *setup = base->setup;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) before = NULL;
  OneSettings *now = one_config_load (base->environment.config, &error);

  if (now)
    one_troubles_set (base, ONE_SUBJECT_CONFIG, "", 0, NULL);
  else
    load_failed (base, ONE_SUBJECT_CONFIG, error);
  if (!now && setup->settings)
    return FALSE;
  before = setup->settings;
  setup->settings = now ? now : one_settings_new ();
  base->settings = setup->settings;
  g_debug ("the settings of %s are in force", base->environment.config);
  set_desktop (base);
  one_found_sources_set (base, setup->settings);
  return !before
         || !g_strv_equal ((const char *const *) before->sources,
                           (const char *const *) setup->settings->sources)
         || !g_strv_equal ((const char *const *) before->zones,
                           (const char *const *) setup->settings->zones);
}

static void
set_catalogue (const OneBase *base, OneRole role, OneCatalogue *catalogue)
{
  g_clear_pointer (&base->setup->catalogues[role], one_catalogue_free);
  base->setup->catalogues[role] = catalogue;
}

/* A shipped catalogue is made when it is asked for: most people need one or two. The user's own
 * is read at once, so that mistakes in it are told. */
static void
load_catalogues (OneBase *base)
{
  gboolean own = one_catalogues_has_own (base->environment.catalogue);
  g_autoptr (GError) failed = NULL;

  for (guint role = 0; role < ONE_N_ROLES; role++) {
    g_autoptr (GError) error = NULL;
    OneCatalogue *now =
        own ? one_catalogues_load ((OneRole) role, base->environment.catalogue, &error) : NULL;

    if (!error)
      set_catalogue (base, (OneRole) role, now);
    else if (!failed)
      failed = g_steal_pointer (&error);
  }
  if (failed)
    load_failed (base, ONE_SUBJECT_CATALOGUE, failed);
  else
    one_troubles_set (base, ONE_SUBJECT_CATALOGUE, "", 0, NULL);
}

const OneCatalogue *
one_setup_get_catalogue (const OneBase *base, OneRole role)
{
  if (!base->setup->catalogues[role])
    set_catalogue (base, role, one_catalogues_load (role, NULL, NULL));
  return base->setup->catalogues[role];
}

gboolean
one_setup_read_zone (OneBase *base)
{
  OneSetup *setup = base->setup;
  g_autofree char *name = one_local_zone_dup_name ();
  GTimeZone *zone;

  if (setup->zone && g_str_equal (name, setup->zone_name))
    return FALSE;
  zone = g_time_zone_new_identifier (name);
  one_troubles_set (base, ONE_SUBJECT_ZONE, "", 0,
                    zone ? NULL : "the system's time zone is unknown: UTC is assumed");
  g_clear_pointer (&setup->zone, g_time_zone_unref);
  setup->zone = zone ? zone : g_time_zone_new_utc ();
  g_free (setup->zone_name);
  setup->zone_name = g_steal_pointer (&name);
  base->zone = setup->zone;
  base->zone_name = setup->zone_name;
  g_debug ("the time zone is %s", base->zone_name);
  set_desktop (base);
  return TRUE;
}

void
one_setup_set_inhibited (OneBase *base, OneInhibition inhibited)
{
  base->setup->inhibited = inhibited;
  set_desktop (base);
}

static void
edited (gpointer data)
{
  OneBase *base = data;
  OneSetup *setup = base->setup;

  g_message ("the configuration was changed: it is read again");
  load_catalogues (base);
  setup->changed (load_settings (base) ? ONE_SETUP_SOURCES : ONE_SETUP_RULES, setup->data);
}

/* Listens where calendars may come and go. */
static void
watch_places (OneBase *base, const GPtrArray *places, void (*heard) (gpointer data))
{
  OneSetup *setup = base->setup;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_ptr_array_extend (paths, (GPtrArray *) places, NULL, NULL);
  g_ptr_array_add (paths, NULL);
  if (setup->places_watch)
    one_config_watch_set_paths (setup->places_watch, (const char *const *) paths->pdata);
  else
    setup->places_watch = one_config_watch_new ((const char *const *) paths->pdata, heard, base);
}

/* A program wrote where it says which calendars there are. Mostly they are as before. */
static void
places_heard (gpointer data)
{
  OneBase *base = data;
  OneSetup *setup = base->setup;
  g_autoptr (OneFoundAll) now = one_usual_places_find ();
  g_autofree char *before = one_found_describe (setup->settings->found);
  g_autofree char *after = one_found_describe (now);
  gboolean others;

  watch_places (base, now->places, places_heard);
  if (g_str_equal (before, after))
    return;
  g_message ("calendars came or went, or became a trouble");
  others = load_settings (base);
  setup->changed (others ? ONE_SETUP_SOURCES : ONE_SETUP_RULES, setup->data);
}

static void
locked (gboolean is_locked, gpointer data)
{
  OneBase *base = data;

  base->setup->locked = is_locked;
  set_desktop (base);
  base->setup->changed (ONE_SETUP_DESKTOP, base->setup->data);
}

/* GLib keeps a zone for as long as somebody has it, so that all let go of the old one first. */
static void
zone_data_changed (gpointer data)
{
  OneBase *base = data;
  OneSetup *setup = base->setup;

  g_message ("the system's zone data was changed: the calendars are read again");
  g_clear_pointer (&setup->settings->zone, g_time_zone_unref);
  g_clear_pointer (&setup->zone, g_time_zone_unref);
  one_setup_read_zone (base);
  setup->changed (ONE_SETUP_SOURCES, setup->data);
}

void
one_setup_start (OneBase *base)
{
  const char *files[] = { base->environment.config, base->environment.catalogue, NULL };
  g_autofree char *zones = one_zone_data_dup_folder ();

  one_setup_read_zone (base);
  load_catalogues (base);
  load_settings (base);
  base->setup->config_watch = one_config_watch_new (files, edited, base);
  base->setup->zone_watch = one_zone_data_watch_new (zones, zone_data_changed, base);
  watch_places (base, base->settings->found->places, places_heard);
}

void
one_setup_watch_session (OneBase *base)
{
  base->setup->session = one_session_new (locked, base);
}
