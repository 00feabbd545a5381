/* SPDX-License-Identifier: MIT */
#include "edge/cache/readings.h"

#include "model/base/path.h"

struct OneReadings {
  OneReadingPack *reading_pack; /* (owned) NULL for none */
  /* (owned) char* (owned) -> OneReadingPack (owned) of one reading; an empty one hides the reading
   * of the pack */
  GHashTable *changed;
};

/* A walk over all readings. */
typedef struct {
  const OneReadings *known;
  GHashTableIter changed;
  gboolean changed_done;
  guint next; /* in known->reading_pack */
  const OneReadingPack *reading_pack;
  guint index;
} Walk;

OneReadings *
one_readings_new (void)
{
  OneReadings *known = g_new0 (OneReadings, 1);

  known->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) one_reading_pack_free);
  return known;
}

static OneReadingPack *
pack_of (const OneReading *reading)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (reading)
    g_ptr_array_add (readings, (gpointer) reading);
  bytes = one_reading_pack_pack (readings, NULL, "");
  return one_reading_pack_new (bytes);
}

void
one_readings_put (OneReadings *known, const OneReading *reading)
{
  if (reading->series->len == 0 && reading->troubles->len == 0 && !reading->refused)
    one_readings_del (known, reading->path);
  else
    g_hash_table_insert (known->changed, g_strdup (reading->path), pack_of (reading));
}

void
one_readings_del (OneReadings *known, const char *path)
{
  if (known->reading_pack && one_reading_pack_find (known->reading_pack, path) >= 0)
    g_hash_table_insert (known->changed, g_strdup (path), pack_of (NULL));
  else
    g_hash_table_remove (known->changed, path);
}

OneReading *
one_readings_find (const OneReadings *known, const char *path)
{
  const OneReadingPack *changed = g_hash_table_lookup (known->changed, path);
  const OneReadingPack *reading_pack = changed ? changed : known->reading_pack;
  int index = reading_pack ? one_reading_pack_find (reading_pack, path) : -1;

  return index >= 0 ? one_reading_pack_read (reading_pack, (guint) index) : NULL;
}

static Walk
walk_new (const OneReadings *known)
{
  Walk walk = { .known = known };

  g_hash_table_iter_init (&walk.changed, known->changed);
  return walk;
}

static gboolean
walk_next_changed (Walk *walk)
{
  gpointer reading_pack;

  while (!walk->changed_done && g_hash_table_iter_next (&walk->changed, NULL, &reading_pack))
    if (one_reading_pack_count (reading_pack) > 0) {
      walk->reading_pack = reading_pack;
      walk->index = 0;
      return TRUE;
    }
  walk->changed_done = TRUE;
  return FALSE;
}

/* The readings made since come first. */
static gboolean
walk_next (Walk *walk)
{
  const OneReadingPack *reading_pack = walk->known->reading_pack;

  if (walk_next_changed (walk))
    return TRUE;
  if (!reading_pack || walk->next == one_reading_pack_count (reading_pack))
    return FALSE;
  walk->reading_pack = reading_pack;
  walk->index = walk->next++;
  return TRUE;
}

/* FALSE if a reading made since hides it. */
static gboolean
walk_is_in_force (const Walk *walk)
{
  const char *path = one_reading_pack_get_path (walk->reading_pack, walk->index);

  return walk->reading_pack != walk->known->reading_pack
         || !g_hash_table_contains (walk->known->changed, path);
}

static void
add (GPtrArray *readings, OneReading *reading)
{
  if (reading)
    g_ptr_array_add (readings, reading);
}

static void
walk_add (const Walk *walk, GPtrArray *readings)
{
  if (walk_is_in_force (walk))
    add (readings, one_reading_pack_read (walk->reading_pack, walk->index));
}

GPtrArray *
one_readings_list (const OneReadings *known)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  Walk walk = walk_new (known);

  while (walk_next (&walk))
    walk_add (&walk, readings);
  return readings;
}

static gboolean
walk_has_one_of (const Walk *walk, GHashTable *numbers)
{
  guint count;
  const guint32 *uids = one_reading_pack_get_uids (walk->reading_pack, walk->index, &count);

  for (guint i = 0; i < count && g_hash_table_size (numbers) > 0; i++)
    if (g_hash_table_contains (numbers, GUINT_TO_POINTER (uids[i])))
      return TRUE;
  return FALSE;
}

static void
walk_add_numbers (const Walk *walk, GHashTable *numbers)
{
  guint count;
  const guint32 *uids = one_reading_pack_get_uids (walk->reading_pack, walk->index, &count);

  for (guint i = 0; i < count; i++)
    g_hash_table_add (numbers, GUINT_TO_POINTER (uids[i]));
}

GPtrArray *
one_readings_list_relevant (const OneReadings *known)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Walk walk = walk_new (known);

  while (walk_next (&walk)) {
    gboolean fresh = walk.reading_pack != known->reading_pack;

    if (fresh)
      walk_add_numbers (&walk, numbers);
    if (fresh || one_reading_pack_is_relevant (walk.reading_pack, walk.index)
        || walk_has_one_of (&walk, numbers))
      walk_add (&walk, readings);
  }
  return readings;
}

static void
add_paths (const OneReadings *known, GHashTable *paths, GPtrArray *readings)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    add (readings, one_readings_find (known, path));
}

static void
walk_add_other (const Walk *walk, GHashTable *paths, GPtrArray *readings)
{
  if (!g_hash_table_contains (paths, one_reading_pack_get_path (walk->reading_pack, walk->index)))
    walk_add (walk, readings);
}

GPtrArray *
one_readings_list_some (const OneReadings *known, GHashTable *paths, GHashTable *uids)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  g_autoptr (GHashTable) numbers = one_reading_pack_dup_numbers (uids);
  g_autoptr (GArray) list =
      known->reading_pack ? one_reading_pack_list (known->reading_pack, numbers) : NULL;
  Walk walk = walk_new (known);

  add_paths (known, paths, readings);
  while (walk_next_changed (&walk))
    if (walk_has_one_of (&walk, numbers))
      walk_add_other (&walk, paths, readings);
  walk.reading_pack = known->reading_pack;
  for (guint i = 0; list && i < list->len; i++) {
    walk.index = g_array_index (list, guint, i);
    walk_add_other (&walk, paths, readings);
  }
  return readings;
}

static void
add_all_paths (const OneReadings *known, GPtrArray *paths)
{
  Walk walk = walk_new (known);

  while (walk_next (&walk))
    if (walk_is_in_force (&walk))
      g_ptr_array_add (paths, g_strdup (one_reading_pack_get_path (walk.reading_pack, walk.index)));
}

GPtrArray *
one_readings_list_paths (const OneReadings *known, const char *uid)
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) readings = NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  if (!uid)
    add_all_paths (known, paths);
  else
    g_hash_table_add (uids, (gpointer) uid);
  readings = one_readings_list_some (known, none, uids);
  for (guint i = 0; i < readings->len; i++)
    if (one_reading_has_series (readings->pdata[i], uid))
      g_ptr_array_add (paths, g_strdup (((OneReading *) readings->pdata[i])->path));
  return paths;
}

guint
one_readings_count_series (const OneReadings *known, const char *folder)
{
  Walk walk = walk_new (known);
  guint all = 0;

  while (walk_next (&walk)) {
    guint count;

    one_reading_pack_get_uids (walk.reading_pack, walk.index, &count);
    if (one_path_is_beneath (one_reading_pack_get_path (walk.reading_pack, walk.index), folder)
        && walk_is_in_force (&walk))
      all += count;
  }
  return all;
}

guint
one_readings_count_changes (const OneReadings *known)
{
  return g_hash_table_size (known->changed);
}

const char *
one_readings_get_note (const OneReadings *known)
{
  return known->reading_pack ? one_reading_pack_get_note (known->reading_pack) : "";
}

void
one_readings_trim (OneReadings *known, OneReadingPack *reading_pack)
{
  g_clear_pointer (&known->reading_pack, one_reading_pack_free);
  known->reading_pack = reading_pack;
  g_hash_table_remove_all (known->changed);
}

void
one_readings_free (OneReadings *known)
{
  g_clear_pointer (&known->reading_pack, one_reading_pack_free);
  g_hash_table_unref (known->changed);
  g_free (known);
}
