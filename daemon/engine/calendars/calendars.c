/* SPDX-License-Identifier: MIT */
#include "engine/calendars/calendars.h"

#include "edge/reader/reader-client.h"
#include "engine/base/troubles.h"
#include "engine/calendars/doubts.h"
#include "engine/calendars/next-request.h"
#include "engine/calendars/readings-on-disk.h"
#include "model/base/instant.h"
#include "model/base/path.h"

/* Occurrences are known for half a year each way. */
#define HORIZON (26 * ONE_WEEK)
#define STEP ONE_CALENDARS_STEP

struct OneCalendars {
  OneBase *base;
  const OneCalendarsCalls *calls;
  gpointer data;
  OneCalendarsState state;
  OneNews *news; /* (owned) */
  OneReadingsOnDisk cache;
  OneReaderClient *run;          /* (owned) the reader at work; NULL if none is */
  GHashTable *dirty;             /* (owned) set of paths to be read next */
  OneDoubts *doubts;             /* (owned) */
  GHashTable *removed_meanwhile; /* (owned) set of paths that went while the reader was at work */
  gboolean is_unread;            /* a source of the readings under way could not be read at all */
};

void
one_calendars_rest (OneCalendars *calendars)
{
  if (one_calendars_is_idle (calendars))
    one_readings_on_disk_trim (&calendars->cache);
}

/* lint-allow: forward-declaration, because a run that is done begins the next one. */
static void read_dirty (OneCalendars *calendars);

static void
take (OneReading *taken, gpointer data)
{
  OneCalendars *calendars = data;
  OneCalendarData *to = &calendars->base->calendars;
  gboolean is_all = calendars->news->is_all;
  g_autoptr (OneReading) reading = taken, known = NULL;

  if (g_hash_table_contains (calendars->removed_meanwhile, reading->path))
    return;
  g_debug ("read %s: %u series, %u troubles%s", reading->path, reading->series->len,
           reading->troubles->len,
           reading->refused      ? ", refused"
           : reading->incomplete ? ", incomplete"
                                 : "");
  if (!is_all || one_doubts_needs_known (reading))
    known = one_readings_find (to->readings, reading->path);
  one_doubts_take (calendars->doubts, reading, known, one_base_now (calendars->base));
  one_files_seen (to->files, reading);
  if (!is_all) {
    one_news_add (calendars->news, known);
    one_news_add (calendars->news, reading);
  }
  if (known)
    one_reading_keep (reading, known);
  one_readings_put (to->readings, reading);
}

/* A trouble of one source is not over because another one could be read. */
static void
note_trouble (OneCalendars *calendars, const GPtrArray *troubles)
{
  const OneTrouble *trouble = troubles->len > 0 ? troubles->pdata[0] : NULL;

  if (trouble)
    one_troubles_set (calendars->base, ONE_SUBJECT_READER, trouble->source, 0, trouble->what);
  calendars->is_unread |= trouble != NULL;
  if (g_hash_table_size (calendars->dirty) > 0)
    return;
  if (!calendars->is_unread)
    one_troubles_set (calendars->base, ONE_SUBJECT_READER, "", 0, NULL);
  calendars->is_unread = FALSE;
}

static void
read_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  OneCalendars *calendars = data;
  const OneEngineEnvironment *environment = &calendars->base->environment;

  if (environment->reader_spoke)
    environment->reader_spoke (one_reader_client_get_version (calendars->run),
                               environment->spoke_data);
  g_clear_pointer (&calendars->run, one_reader_client_free);
  g_hash_table_remove_all (calendars->removed_meanwhile);
  note_trouble (calendars, troubles);
  g_ptr_array_unref (readings);
  g_ptr_array_unref (troubles);
  read_dirty (calendars);
}

/* One run at a time; when nothing is left to be read the world is known. */
static void
read_dirty (OneCalendars *calendars)
{
  if (calendars->run)
    return;
  if (g_hash_table_size (calendars->dirty) == 0) {
    g_debug ("everything is read");
    calendars->state = ONE_CALENDARS_READ;
    calendars->news->is_whole = TRUE;
    g_hash_table_remove_all (calendars->dirty); /* makes it small again */
    if (calendars->calls->read (calendars->data))
      one_calendars_rest (calendars);
    return;
  }
  calendars->run = one_reader_client_new (calendars->base->environment.reader,
                                          one_next_request_take (calendars->base, calendars->dirty),
                                          read_done, calendars);
  one_reader_client_hand_over (calendars->run, take);
}

static void
remove_file (OneCalendars *calendars, const char *path)
{
  OneReadings *readings = calendars->base->calendars.readings;

  if (!calendars->news->is_all) {
    g_autoptr (OneReading) known = one_readings_find (readings, path);

    one_news_add (calendars->news, known);
  }
  one_readings_del (readings, path);
  one_doubts_forget (calendars->doubts, path);
  g_hash_table_remove (calendars->dirty, path);
  if (calendars->run)
    g_hash_table_add (calendars->removed_meanwhile, g_strdup (path));
}

static void
files_changed (const GPtrArray *changed, const GPtrArray *removed, gpointer data)
{
  OneCalendars *calendars = data;

  for (guint i = 0; i < removed->len; i++)
    remove_file (calendars, removed->pdata[i]);
  for (guint i = 0; i < changed->len; i++)
    g_hash_table_add (calendars->dirty, g_strdup (changed->pdata[i]));
  read_dirty (calendars);
}

/* Forgets the readings of paths that belong to no source any more. */
static void
watch (OneCalendars *calendars)
{
  OneCalendarData *known = &calendars->base->calendars;
  char *const *sources = calendars->base->settings->sources;
  g_autoptr (GPtrArray) paths = one_readings_list_paths (known->readings, NULL);

  for (guint i = 0; i < paths->len; i++)
    if (!one_path_is_beneath_one (paths->pdata[i], sources)) {
      one_readings_del (known->readings, paths->pdata[i]);
      one_doubts_forget (calendars->doubts, paths->pdata[i]);
      calendars->cache.is_stale = TRUE;
    }
  known->files = one_files_new ((const char *const *) sources, calendars->cache.cache,
                                files_changed, calendars);
}

static void
set_horizon (OneCalendars *calendars)
{
  calendars->base->calendars.from = one_base_now (calendars->base) - HORIZON;
  calendars->base->calendars.to = calendars->base->calendars.from + 2 * HORIZON;
}

OneCalendars *
one_calendars_new (OneBase *base, const OneCalendarsCalls *calls, gpointer data)
{
  OneCalendars *calendars = g_new0 (OneCalendars, 1);

  calendars->base = base;
  calendars->calls = calls;
  calendars->data = data;
  calendars->news = one_news_new ();
  calendars->doubts = one_doubts_new ();
  calendars->cache = (OneReadingsOnDisk){ .base = base, .calls = calls, .data = data };
  calendars->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  calendars->removed_meanwhile = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  base->calendars.readings = one_readings_new ();
  return calendars;
}

void
one_calendars_free (OneCalendars *calendars)
{
  OneCalendarData *known = &calendars->base->calendars;

  g_clear_pointer (&calendars->run, one_reader_client_free);
  if (calendars->state == ONE_CALENDARS_READ)
    one_readings_on_disk_save (&calendars->cache);
  one_readings_on_disk_clear (&calendars->cache);
  g_free (calendars->cache.key);
  g_clear_pointer (&known->files, one_files_free);
  g_clear_pointer (&known->readings, one_readings_free);
  g_hash_table_unref (calendars->removed_meanwhile);
  g_hash_table_unref (calendars->dirty);
  one_doubts_free (calendars->doubts);
  one_news_free (calendars->news);
  g_free (calendars);
}

gboolean
one_calendars_recall (OneCalendars *calendars)
{
  gint64 from = one_base_now (calendars->base) - HORIZON;

  return one_readings_on_disk_take (&calendars->cache, from - STEP + 1, from + STEP);
}

void
one_calendars_start (OneCalendars *calendars, gboolean recalled)
{
  if (!calendars->cache.cache)
    set_horizon (calendars);
  if (!calendars->cache.key)
    one_readings_on_disk_begin (&calendars->cache);
  g_debug (recalled ? "the cache and the store agree" : "nothing is known of the calendars yet");
  calendars->state = recalled ? ONE_CALENDARS_RECALLED : ONE_CALENDARS_STARTING;
  calendars->news->is_all = !recalled;
  watch (calendars);
}

void
one_calendars_restart (OneCalendars *calendars)
{
  g_debug ("all calendars are read again");
  g_clear_pointer (&calendars->run, one_reader_client_free);
  g_clear_pointer (&calendars->base->calendars.files, one_files_free);
  g_hash_table_remove_all (calendars->dirty);
  g_hash_table_remove_all (calendars->removed_meanwhile);
  if (calendars->state == ONE_CALENDARS_READ)
    calendars->state = ONE_CALENDARS_RECALLED;
  calendars->news->is_all = TRUE;
  set_horizon (calendars);
  one_readings_on_disk_clear (&calendars->cache);
  one_readings_on_disk_begin (&calendars->cache);
  watch (calendars);
}

/* When the horizon is to be moved. */
static gint64
get_step (const OneCalendars *calendars)
{
  return calendars->base->calendars.from + HORIZON + STEP;
}

void
one_calendars_keep_up (OneCalendars *calendars, gint64 now)
{
  if (now >= get_step (calendars) || now < calendars->base->calendars.from + HORIZON - STEP)
    one_calendars_restart (calendars);
  one_doubts_list_due (calendars->doubts, now, calendars->dirty);
  if (calendars->state == ONE_CALENDARS_READ && g_hash_table_size (calendars->dirty) > 0)
    read_dirty (calendars);
}

gint64
one_calendars_get_next (const OneCalendars *calendars)
{
  return one_doubts_get_next (calendars->doubts, get_step (calendars));
}

OneCalendarsState
one_calendars_get_state (const OneCalendars *calendars)
{
  return calendars->state;
}

gboolean
one_calendars_is_idle (const OneCalendars *calendars)
{
  return calendars->state == ONE_CALENDARS_READ && !calendars->run
         && g_hash_table_size (calendars->dirty) == 0;
}

OneNews *
one_calendars_get_news (OneCalendars *calendars)
{
  return calendars->news;
}
