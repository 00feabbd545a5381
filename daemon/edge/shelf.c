/* SPDX-License-Identifier: MIT */
#include "edge/shelf.h"

#include "edge/trees.h"

struct OneShelf {
  OnePile *pile; /* (owned) NULL for none */
  /* (owned) char* (owned) -> OnePile (owned) of that reading alone; an empty one: it is no more */
  GHashTable *changed;
};

/* One step of a walk over everything. */
typedef struct {
  const OneShelf *shelf;
  GHashTableIter changed;
  gboolean changed_done;
  guint next; /* in shelf->pile */
  /* What is in hand. */
  const OnePile *pile;
  guint index;
} Walk;

OneShelf *
one_shelf_new (void)
{
  OneShelf *shelf = g_new0 (OneShelf, 1);

  shelf->changed =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_pile_free);
  return shelf;
}

static OnePile *
pile_of (const OneReading *reading)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (reading)
    g_ptr_array_add (readings, (gpointer) reading);
  bytes = one_pile_pack (readings, NULL, "");
  return one_pile_new (bytes);
}

void
one_shelf_put (OneShelf *shelf, const OneReading *reading)
{
  if (reading->series->len == 0 && reading->troubles->len == 0 && !reading->refused)
    one_shelf_del (shelf, reading->path);
  else
    g_hash_table_insert (shelf->changed, g_strdup (reading->path), pile_of (reading));
}

void
one_shelf_del (OneShelf *shelf, const char *path)
{
  if (shelf->pile && one_pile_find (shelf->pile, path) >= 0)
    g_hash_table_insert (shelf->changed, g_strdup (path), pile_of (NULL));
  else
    g_hash_table_remove (shelf->changed, path);
}

OneReading *
one_shelf_find (const OneShelf *shelf, const char *path)
{
  const OnePile *changed = g_hash_table_lookup (shelf->changed, path);
  int index = shelf->pile && !changed ? one_pile_find (shelf->pile, path) : -1;

  if (changed)
    return one_pile_count (changed) > 0 ? one_pile_read (changed, 0) : NULL;
  return index >= 0 ? one_pile_read (shelf->pile, (guint) index) : NULL;
}

static Walk
walk_new (const OneShelf *shelf)
{
  Walk walk = { .shelf = shelf };

  g_hash_table_iter_init (&walk.changed, shelf->changed);
  return walk;
}

static gboolean
walk_next_changed (Walk *walk)
{
  gpointer pile;

  while (!walk->changed_done && g_hash_table_iter_next (&walk->changed, NULL, &pile))
    if (one_pile_count (pile) > 0) {
      walk->pile = pile;
      walk->index = 0;
      return TRUE;
    }
  walk->changed_done = TRUE;
  return FALSE;
}

/* Those that came since come first. */
static gboolean
walk_next (Walk *walk)
{
  const OnePile *pile = walk->shelf->pile;

  if (walk_next_changed (walk))
    return TRUE;
  if (!pile || walk->next == one_pile_count (pile))
    return FALSE;
  walk->pile = pile;
  walk->index = walk->next++;
  return TRUE;
}

/* Not if it is another by now. */
static gboolean
walk_is_in_force (const Walk *walk)
{
  const char *path = one_pile_get_path (walk->pile, walk->index);

  return walk->pile != walk->shelf->pile || !g_hash_table_contains (walk->shelf->changed, path);
}

static void
walk_add (const Walk *walk, GPtrArray *readings)
{
  OneReading *reading = walk_is_in_force (walk) ? one_pile_read (walk->pile, walk->index) : NULL;

  if (reading)
    g_ptr_array_add (readings, reading);
}

GPtrArray *
one_shelf_list (const OneShelf *shelf)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  Walk walk = walk_new (shelf);

  while (walk_next (&walk))
    walk_add (&walk, readings);
  return readings;
}

static gboolean
walk_has_one_of (const Walk *walk, GHashTable *numbers)
{
  guint count;
  const guint32 *uids = one_pile_get_uids (walk->pile, walk->index, &count);

  for (guint i = 0; i < count && g_hash_table_size (numbers) > 0; i++)
    if (g_hash_table_contains (numbers, GUINT_TO_POINTER (uids[i])))
      return TRUE;
  return FALSE;
}

static void
walk_add_numbers (const Walk *walk, GHashTable *numbers)
{
  guint count;
  const guint32 *uids = one_pile_get_uids (walk->pile, walk->index, &count);

  for (guint i = 0; i < count; i++)
    g_hash_table_add (numbers, GUINT_TO_POINTER (uids[i]));
}

GPtrArray *
one_shelf_list_lively (const OneShelf *shelf)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Walk walk = walk_new (shelf);

  while (walk_next (&walk)) {
    gboolean fresh = walk.pile != shelf->pile;

    if (fresh)
      walk_add_numbers (&walk, numbers);
    if (fresh || one_pile_is_lively (walk.pile, walk.index) || walk_has_one_of (&walk, numbers))
      walk_add (&walk, readings);
  }
  return readings;
}

/* Equal numbers need not be equal UIDs. */
static gboolean
walk_has_series (const Walk *walk, GHashTable *number, const char *uid)
{
  g_autoptr (OneReading) reading =
      walk_has_one_of (walk, number) ? one_pile_read (walk->pile, walk->index) : NULL;

  return reading && one_reading_has (reading, uid);
}

GPtrArray *
one_shelf_list_paths (const OneShelf *shelf, const char *uid)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) number = g_hash_table_new (NULL, NULL);
  Walk walk = walk_new (shelf);

  if (uid)
    g_hash_table_add (number, GUINT_TO_POINTER (one_pile_number (uid)));
  while (walk_next (&walk))
    if ((!uid || walk_has_series (&walk, number, uid)) && walk_is_in_force (&walk))
      g_ptr_array_add (paths, g_strdup (one_pile_get_path (walk.pile, walk.index)));
  return paths;
}

guint
one_shelf_count_series (const OneShelf *shelf, const char *folder)
{
  Walk walk = walk_new (shelf);
  guint all = 0;

  while (walk_next (&walk)) {
    guint count;

    one_pile_get_uids (walk.pile, walk.index, &count);
    if (one_trees_is_beneath (one_pile_get_path (walk.pile, walk.index), folder)
        && walk_is_in_force (&walk))
      all += count;
  }
  return all;
}

guint
one_shelf_count_changes (const OneShelf *shelf)
{
  return g_hash_table_size (shelf->changed);
}

const char *
one_shelf_get_note (const OneShelf *shelf)
{
  return shelf->pile ? one_pile_get_note (shelf->pile) : "";
}

void
one_shelf_rest (OneShelf *shelf, OnePile *pile)
{
  g_clear_pointer (&shelf->pile, one_pile_free);
  shelf->pile = pile;
  g_hash_table_remove_all (shelf->changed);
}

void
one_shelf_free (OneShelf *shelf)
{
  g_clear_pointer (&shelf->pile, one_pile_free);
  g_hash_table_unref (shelf->changed);
  g_free (shelf);
}
