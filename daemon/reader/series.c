/* SPDX-License-Identifier: MIT */
#include "reader/series.h"

#include <string.h>

#include "reader/expand.h"

static OneGroup *
group_new (const char *uid)
{
  OneGroup *group = g_new0 (OneGroup, 1);

  group->uid = uid;
  group->overrides = g_ptr_array_new ();
  return group;
}

static void
group_free (gpointer data)
{
  OneGroup *group = data;

  g_ptr_array_unref (group->overrides);
  g_free (group);
}

/* Above 0 if `a` is the newer state: RFC 5546 2.1.5, then what was written later. */
static int
compare_age (const OneDraft *a, const OneDraft *b)
{
  if (a->unusable != b->unusable)
    return a->unusable ? -1 : 1;
  if (a->sequence != b->sequence)
    return a->sequence > b->sequence ? 1 : -1;
  if (a->last_modified != b->last_modified)
    return a->last_modified > b->last_modified ? 1 : -1;
  if (a->dtstamp != b->dtstamp)
    return a->dtstamp > b->dtstamp ? 1 : -1;
  return a->line > b->line ? 1 : -1;
}

static void
add_master (OneSheet *sheet, OneGroup *group, OneDraft *draft)
{
  if (!group->master) {
    group->master = draft;
    return;
  }
  one_sheet_tell_once (sheet, 0, "UID '%.60s' is there more than once; the newest holds",
                       group->uid);
  if (compare_age (draft, group->master) > 0)
    group->master = draft;
}

static int
compare_original (gconstpointer a, gconstpointer b)
{
  const OneDraft *x = *(OneDraft *const *) a, *y = *(OneDraft *const *) b;

  if (x->original.wall != y->original.wall)
    return x->original.wall > y->original.wall ? 1 : -1;
  if (x->original.kind != y->original.kind)
    return x->original.kind > y->original.kind ? 1 : -1;
  if (g_strcmp0 (x->original.zone, y->original.zone) != 0)
    return g_strcmp0 (x->original.zone, y->original.zone);
  return compare_age (x, y);
}

static gboolean
same_original (const OneDraft *x, const OneDraft *y)
{
  return x->original.wall == y->original.wall && x->original.kind == y->original.kind
         && g_strcmp0 (x->original.zone, y->original.zone) == 0;
}

/* Of several with the same RECURRENCE-ID the newest stays, which is the last. */
static void
sort_overrides (OneGroup *group)
{
  GPtrArray *all = group->overrides;
  guint kept = 0;

  g_ptr_array_sort (all, compare_original);
  for (guint i = 0; i < all->len; i++)
    if (i + 1 == all->len || !same_original (all->pdata[i], all->pdata[i + 1]))
      all->pdata[kept++] = all->pdata[i];
  g_ptr_array_set_size (all, (int) kept);
}

static int
compare_uid (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(OneSeries *const *) a)->uid, (*(OneSeries *const *) b)->uid);
}

static void
collect (OneSheet *sheet, GHashTable *groups)
{
  for (guint i = 0; i < sheet->drafts->len; i++) {
    OneDraft *draft = g_ptr_array_index (sheet->drafts, i);
    OneGroup *group = g_hash_table_lookup (groups, draft->uid);

    if (!group) {
      group = group_new (draft->uid);
      g_hash_table_insert (groups, draft->uid, group);
    }
    if (draft->original.kind == ONE_STAMP_NONE)
      add_master (sheet, group, draft);
    else if (!draft->unusable)
      g_ptr_array_add (group->overrides, draft);
  }
}

static void
add_groups (OneSheet *sheet)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, group_free);
  GHashTableIter iter;
  gpointer group;

  collect (sheet, groups);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group)) {
    OneSeries *series;

    sort_overrides (group);
    series = one_expand (sheet, group);
    if (series)
      g_ptr_array_add (sheet->reading->series, series);
  }
  g_ptr_array_sort (sheet->reading->series, compare_uid);
}

void
one_series_add_all (OneSheet *sheet)
{
  if (sheet->drafts->len > 0) /* In most files of a folder there is nothing that matters. */
    add_groups (sheet);
}
