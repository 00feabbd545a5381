/* SPDX-License-Identifier: MIT */
#include "edge/roll.h"

#include "edge/stamp.h"

struct OneRoll {
  const OneKnownView *known; /* (borrowed) */
  guint8 *met;               /* (owned) for each row of the table: whether it is there */
  int row;                   /* of the table: the last that was called; -1 before */
  GHashTable *seen;          /* (owned) set of the names of `known->changed` that are there */
};

static guint
count_rows (const OneRoll *roll)
{
  return roll->known->table ? one_table_count (roll->known->table) : 0;
}

OneRoll *
one_roll_new (const OneKnownView *known)
{
  OneRoll *roll = g_new0 (OneRoll, 1);

  roll->known = known;
  roll->met = g_malloc0 (count_rows (roll) + 1);
  roll->row = -1;
  roll->seen = g_hash_table_new (g_str_hash, g_str_equal);
  return roll;
}

/* NULL if it is not in `known->changed`, where as a rule nothing is. */
static const OneKnownFile *
call_changed (OneRoll *roll, const char *name)
{
  gpointer key = NULL, file = NULL;

  if (g_hash_table_size (roll->known->changed) > 0
      && g_hash_table_lookup_extended (roll->known->changed, name, &key, &file))
    g_hash_table_add (roll->seen, key);
  return file;
}

gboolean
one_roll_call (OneRoll *roll, const char *name, const OneStamp *stamp)
{
  const OneKnownFile *changed = call_changed (roll, name);
  const OneTable *table = roll->known->table;
  OneTableRow row;
  int index;

  if (changed)
    return !changed->gone && !changed->racy && one_stamp_equal (&changed->stamp, stamp);
  index = table ? one_table_find_near (table, name, roll->row + 1) : -1;
  if (index < 0)
    return FALSE;
  roll->row = index;
  roll->met[index] = 1;
  row = one_table_get (table, (guint) index);
  return !row.racy && one_stamp_equal (&row.stamp, stamp);
}

void
one_roll_excuse (OneRoll *roll, const char *prefix)
{
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < count_rows (roll); i++)
    if (g_str_has_prefix (one_table_get (roll->known->table, i).name, prefix))
      roll->met[i] = 1;
  g_hash_table_iter_init (&iter, roll->known->changed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix))
      g_hash_table_add (roll->seen, name);
}

void
one_roll_list_missing (const OneRoll *roll, GPtrArray *names)
{
  GHashTable *changed = roll->known->changed;
  GHashTableIter iter;
  gpointer name, file;

  for (guint i = 0; i < count_rows (roll); i++)
    if (!roll->met[i]) {
      const char *missing = one_table_get (roll->known->table, i).name;

      if (!g_hash_table_contains (changed, missing))
        g_ptr_array_add (names, (gpointer) missing);
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &name, &file))
    if (!((const OneKnownFile *) file)->gone && !g_hash_table_contains (roll->seen, name))
      g_ptr_array_add (names, name);
}

void
one_roll_free (OneRoll *roll)
{
  g_free (roll->met);
  g_hash_table_unref (roll->seen);
  g_free (roll);
}
