/* SPDX-License-Identifier: MIT */
#include "reader/expand/group-events.h"

#include <string.h>

#include "reader/expand/expand.h"
#include "reader/expand/group.h"

static OneGroup *
group_new (const char *uid)
{
  OneGroup *group = g_new0 (OneGroup, 1);

  group->uid = uid;
  group->overrides = g_ptr_array_new ();
  group->copies = g_ptr_array_new ();
  return group;
}

static void
group_free (gpointer data)
{
  OneGroup *group = data;

  g_ptr_array_unref (group->overrides);
  g_ptr_array_unref (group->copies);
  g_free (group);
}

/* Above 0 if `a` is the newer state: RFC 5546 2.1.5, then what was written later. A copy without
 * people is one that is published for others to see who is busy: it says nothing new, however new
 * it is. */
static int
compare_age (const OneVEvent *a, const OneVEvent *b)
{
  if (a->unusable != b->unusable)
    return a->unusable ? -1 : 1;
  if (a->sequence != b->sequence)
    return a->sequence > b->sequence ? 1 : -1;
  if (a->names_people != b->names_people)
    return a->names_people ? 1 : -1;
  if (a->has_title != b->has_title)
    return a->has_title ? 1 : -1;
  if (a->last_modified != b->last_modified)
    return a->last_modified > b->last_modified ? 1 : -1;
  if (a->dtstamp != b->dtstamp)
    return a->dtstamp > b->dtstamp ? 1 : -1;
  return a->line > b->line ? 1 : -1;
}

/* Whether it only says that all of the series is cancelled, also where its METHOD got lost. */
static gboolean
is_cancellation (const OneVEvent *vevent)
{
  return vevent->calendar->cancel
         || (vevent->start.kind == ONE_DATETIME_NONE && vevent->event->cancelled);
}

static void
add_master (OneFileContext *context, OneGroup *group, OneVEvent *vevent)
{
  OneVEvent *known = group->master;
  gboolean newer = known && compare_age (vevent, known) > 0;

  if (is_cancellation (vevent)) {
    if (!group->cancel || vevent->sequence > group->cancel->sequence)
      group->cancel = vevent;
    return;
  }
  if (known && known->sequence == vevent->sequence
      && (known->names_people != vevent->names_people || known->has_title != vevent->has_title))
    one_file_context_tell_once (
        context, 0, "UID '%.60s' is there more than once; what says more holds", group->uid);
  else if (known)
    one_file_context_tell_once (context, 0, "UID '%.60s' is there more than once; the newest holds",
                                group->uid);
  if (known)
    g_ptr_array_add (group->copies, newer ? known : vevent);
  if (!known || newer)
    group->master = vevent;
}

static int
compare_original (gconstpointer a, gconstpointer b)
{
  const OneVEvent *x = *(OneVEvent *const *) a, *y = *(OneVEvent *const *) b;

  if (x->original.wall != y->original.wall)
    return x->original.wall > y->original.wall ? 1 : -1;
  if (x->original.kind != y->original.kind)
    return x->original.kind > y->original.kind ? 1 : -1;
  if (g_strcmp0 (x->original.zone, y->original.zone) != 0)
    return g_strcmp0 (x->original.zone, y->original.zone);
  return compare_age (x, y);
}

static gboolean
same_original (const OneVEvent *x, const OneVEvent *y)
{
  return x->original.wall == y->original.wall && x->original.kind == y->original.kind
         && g_strcmp0 (x->original.zone, y->original.zone) == 0;
}

/* Keeps the newest of several with the same RECURRENCE-ID, which is the last. */
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
collect (OneFileContext *context, GHashTable *groups)
{
  for (guint i = 0; i < context->vevents->len; i++) {
    OneVEvent *vevent = g_ptr_array_index (context->vevents, i);
    OneGroup *group = g_hash_table_lookup (groups, vevent->uid);

    if (vevent->calendar->aside)
      continue;
    if (!group) {
      group = group_new (vevent->uid);
      g_hash_table_insert (groups, vevent->uid, group);
    }
    if (vevent->unusable || vevent->clipped)
      one_reading_leave_out (context->reading, vevent->uid);
    if (vevent->original.kind == ONE_DATETIME_NONE) {
      add_master (context, group, vevent);
    } else if (!vevent->unusable) {
      vevent->event->cancelled |= vevent->calendar->cancel; /* of single instances */
      g_ptr_array_add (group->overrides, vevent);
    }
  }
}

static void
add_groups (OneFileContext *context)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, group_free);
  GHashTableIter iter;
  gpointer value;

  collect (context, groups);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    OneGroup *group = value;
    OneSeries *series;

    group->master = group->master ? group->master : group->cancel;
    sort_overrides (group);
    series = one_expand (context, group);
    if (series)
      g_ptr_array_add (context->reading->series, series);
  }
  g_ptr_array_sort (context->reading->series, compare_uid);
}

void
one_group_events_add_all (OneFileContext *context)
{
  if (context->vevents->len > 0) /* In most files of a folder there is nothing that matters. */
    add_groups (context);
}
