/* SPDX-License-Identifier: MIT */
#include "engine/intake.h"

#include <string.h>
#include "engine/judge.h"
#include "engine/load.h"
#include "engine/state.h"
#include "engine/stock.h"
#include "model/path.h"

#define WEEK (7 * 24 * 60 * 60)
/* Occurrences are known for half a year each way; every month the window is moved. */
#define HORIZON (26 * WEEK)
#define STEP (4 * WEEK)

/* lint-allow: forward-declaration, because a run that is done begins the next one. */
static void read_dirty (OneEngine *engine);

/* The series of that reading (NULL: of none) are to be judged anew. */
static void
add_series (OneEngine *engine, const OneReading *reading)
{
  for (guint i = 0; reading && i < reading->series->len; i++)
    g_hash_table_add (engine->series,
                      g_strdup (((const OneSeries *) reading->series->pdata[i])->uid));
}

/* What was known of a file stays if nothing of it could be read this time. */
static void
take (OneReading *taken, gpointer data)
{
  OneEngine *engine = data;
  g_autoptr (OneReading) reading = taken;
  g_autoptr (OneReading) known = NULL;

  if (g_hash_table_size (engine->gone) > 0 && g_hash_table_contains (engine->gone, reading->path))
    return;
  one_files_seen (engine->files, reading);
  if (!engine->judge || reading->refused)
    known = one_reading_index_find (engine->reading_index, reading->path);
  if (!engine->judge) {
    add_series (engine, known);
    add_series (engine, reading);
  }
  if (reading->refused && known) {
    g_autoptr (GPtrArray) series = g_steal_pointer (&reading->series);

    reading->series = g_steal_pointer (&known->series);
    known->series = g_steal_pointer (&series);
    reading->refused = known->refused;
  }
  one_reading_index_put (engine->reading_index, reading);
}

/* What is wrong with a source is not over because another one could be read. */
static void
note_trouble (OneEngine *engine, const GPtrArray *troubles)
{
  const OneTrouble *trouble = troubles->len > 0 ? troubles->pdata[0] : NULL;

  if (trouble)
    one_load_trouble (engine, ONE_SUBJECT_READER, trouble->source, 0, trouble->what);
  engine->unread |= trouble != NULL;
  if (g_hash_table_size (engine->dirty) > 0)
    return;
  if (!engine->unread)
    one_load_trouble (engine, ONE_SUBJECT_READER, "", 0, NULL);
  engine->unread = FALSE;
}

static void
read_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  OneEngine *engine = data;

  engine->parts.reader_spoke (one_reader_client_get_version (engine->run),
                              engine->parts.spoke_data);
  g_clear_pointer (&engine->run, one_reader_client_free);
  g_hash_table_remove_all (engine->gone);
  note_trouble (engine, troubles);
  g_ptr_array_unref (readings);
  g_ptr_array_unref (troubles);
  read_dirty (engine);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The dirty files of one source: if its file system hangs, so does the reader that is to open it,
 * and no other source is to wait for that. In order, so that the reader finds the files of a folder
 * together. */
static OneRequest *
take_request (OneEngine *engine)
{
  OneRequest *request = one_request_new ();
  GHashTableIter iter;
  gpointer path;

  for (char **source = engine->settings->sources; *source && request->paths->len == 0; source++) {
    g_hash_table_iter_init (&iter, engine->dirty);
    while (g_hash_table_iter_next (&iter, &path, NULL)) {
      if (!one_path_is_beneath (path, *source))
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (request->paths, path);
    }
    g_ptr_array_set_size (request->roots, 0);
    g_ptr_array_add (request->roots, g_strdup (*source));
  }
  g_ptr_array_sort (request->paths, compare_paths);
  g_free (request->zone);
  request->zone = g_strdup (engine->zone_name);
  request->from = engine->from;
  request->to = engine->to;
  return request;
}

/* One run at a time; when nothing is left to be read the world is known, and the cycle runs. */
static void
read_dirty (OneEngine *engine)
{
  if (engine->run)
    return;
  if (g_hash_table_size (engine->dirty) == 0) {
    engine->settled = TRUE;
    engine->news = TRUE;
    g_hash_table_remove_all (engine->dirty); /* makes it small again */
    one_engine_say_changed (engine);
    one_stock_rest (engine);
    return;
  }
  engine->run =
      one_reader_client_new (engine->parts.reader, take_request (engine), read_done, engine);
  one_reader_client_hand_over (engine->run, take);
}

static void
files_changed (const GPtrArray *changed, const GPtrArray *removed, gpointer data)
{
  OneEngine *engine = data;

  for (guint i = 0; i < removed->len; i++) {
    g_autoptr (OneReading) known =
        engine->judge ? NULL : one_reading_index_find (engine->reading_index, removed->pdata[i]);

    add_series (engine, known);
    one_reading_index_del (engine->reading_index, removed->pdata[i]);
    g_hash_table_remove (engine->dirty, removed->pdata[i]);
    if (engine->run)
      g_hash_table_add (engine->gone, g_strdup (removed->pdata[i]));
  }
  for (guint i = 0; i < changed->len; i++)
    g_hash_table_add (engine->dirty, g_strdup (changed->pdata[i]));
  read_dirty (engine);
}

static gboolean
is_beneath_one (const char *path, char *const *sources)
{
  for (guint i = 0; sources[i]; i++)
    if (one_path_is_beneath (path, sources[i]))
      return TRUE;
  return FALSE;
}

/* What is known of sources that are none any more is forgotten. */
static void
watch (OneEngine *engine)
{
  char **sources = engine->settings->sources;
  g_autoptr (GPtrArray) paths = one_reading_index_list_paths (engine->reading_index, NULL);

  for (guint i = 0; i < paths->len; i++)
    if (!is_beneath_one (paths->pdata[i], sources))
      one_reading_index_del (engine->reading_index, paths->pdata[i]);
  engine->files =
      one_files_new ((const char *const *) sources, engine->cache, files_changed, engine);
}

void
one_intake_start (OneEngine *engine)
{
  gint64 now = one_engine_now (engine);
  gboolean taken = one_stock_take (engine, now - HORIZON - STEP + 1, now - HORIZON + STEP);

  if (!taken) {
    engine->from = now - HORIZON;
    engine->to = now + HORIZON;
  }
  engine->served = taken && one_judge_recall (engine);
  engine->judge = !engine->served;
  watch (engine);
  if (engine->served)
    one_engine_say_changed (engine);
}

void
one_intake_restart (OneEngine *engine)
{
  g_clear_pointer (&engine->run, one_reader_client_free);
  g_clear_pointer (&engine->files, one_files_free);
  g_hash_table_remove_all (engine->dirty);
  g_hash_table_remove_all (engine->gone);
  engine->settled = FALSE;
  engine->judge = TRUE;
  engine->from = one_engine_now (engine) - HORIZON;
  engine->to = engine->from + 2 * HORIZON;
  g_clear_pointer (&engine->cache, one_cache_free);
  watch (engine);
}

void
one_intake_read (OneEngine *engine, gint64 now)
{
  if (now >= one_intake_next (engine) || now < engine->from + HORIZON - STEP)
    one_intake_restart (engine);
}

gint64
one_intake_next (const OneEngine *engine)
{
  return engine->from + HORIZON + STEP;
}
