/* SPDX-License-Identifier: MIT */
#include "engine/detect/calendar-troubles.h"

#include "core/detect/duplicates.h"
#include "engine/base/troubles.h"

struct OneCalendarTroubles {
  gboolean told;
  GHashTable *of_files; /* (owned) path (owned) -> GPtrArray (owned) of OneTrouble */
  GHashTable *of_uids;  /* (owned) UID (owned) -> OneTrouble (owned) */
};

OneCalendarTroubles *
one_calendar_troubles_new (void)
{
  OneCalendarTroubles *troubles = g_new0 (OneCalendarTroubles, 1);

  troubles->of_files =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  troubles->of_uids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_trouble_free);
  return troubles;
}

void
one_calendar_troubles_free (OneCalendarTroubles *troubles)
{
  g_hash_table_unref (troubles->of_uids);
  g_hash_table_unref (troubles->of_files);
  g_free (troubles);
}

gboolean
one_calendar_troubles_are_told (const OneCalendarTroubles *troubles)
{
  return troubles->told;
}

/* `paths`, `uids`: NULL for all. */
static void
take (OneCalendarTroubles *troubles, const GPtrArray *readings, GHashTable *paths, GHashTable *uids)
{
  g_autoptr (GHashTable) copies = one_duplicates_by_uid (readings);
  GHashTableIter iter;
  gpointer uid, list;

  for (guint i = 0; i < readings->len; i++) {
    const OneReading *reading = readings->pdata[i];

    if (reading->troubles->len > 0 && (!paths || g_hash_table_contains (paths, reading->path)))
      g_hash_table_insert (troubles->of_files, g_strdup (reading->path),
                           g_ptr_array_ref (reading->troubles));
  }
  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, &uid, &list)) {
    OneTrouble *trouble =
        !uids || g_hash_table_contains (uids, uid) ? one_duplicates_find_trouble (list) : NULL;

    if (trouble)
      g_hash_table_insert (troubles->of_uids, g_strdup (uid), trouble);
  }
}

static void
forget (GHashTable *table, GHashTable *keys)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (table, key);
}

static int
by_source (gconstpointer left, gconstpointer right)
{
  const OneTrouble *const *a = left, *const *b = right;
  int order = g_strcmp0 ((*a)->source, (*b)->source);

  return order != 0 ? order : g_strcmp0 ((*a)->what, (*b)->what);
}

static void
tell (const OneCalendarTroubles *troubles, const OneBase *base)
{
  g_autoptr (GPtrArray) watched = one_files_list_troubles (base->calendars.files);
  g_autoptr (GPtrArray) doubled = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer list, trouble;

  g_hash_table_iter_init (&iter, troubles->of_files);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_extend (all, list, NULL, NULL);
  g_hash_table_iter_init (&iter, troubles->of_uids);
  while (g_hash_table_iter_next (&iter, NULL, &trouble))
    g_ptr_array_add (doubled, trouble);
  g_ptr_array_sort (doubled, by_source);
  g_ptr_array_extend (all, doubled, NULL, NULL);
  g_ptr_array_extend (all, watched, NULL, NULL);
  g_ptr_array_extend (all, base->settings->found->troubles, NULL, NULL);
  one_troubles_set_calendars (base, all);
}

void
one_calendar_troubles_tell (OneCalendarTroubles *troubles, const OneBase *base,
                            const GPtrArray *readings)
{
  g_hash_table_remove_all (troubles->of_files);
  g_hash_table_remove_all (troubles->of_uids);
  take (troubles, readings, NULL, NULL);
  troubles->told = TRUE;
  tell (troubles, base);
}

void
one_calendar_troubles_tell_news (OneCalendarTroubles *troubles, const OneBase *base,
                                 const GPtrArray *readings, const OneNews *news)
{
  forget (troubles->of_files, news->paths);
  forget (troubles->of_uids, news->uids);
  take (troubles, readings, news->paths, news->uids);
  tell (troubles, base);
}
