/* SPDX-License-Identifier: MIT */
#include "engine/calendars/doubts.h"

#include "core/detect/doubt.h"
#include "model/calendar/store-path.h"

#define SECOND G_GINT64_CONSTANT (1000000000) /* nanoseconds */

typedef struct {
  gint64 since, next; /* UTC seconds; no next: 0 */
  gboolean busy;
  guint tries;
} Doubt;

struct OneDoubts {
  GHashTable *paths; /* (owned) char* (owned) -> Doubt (owned) */
};

OneDoubts *
one_doubts_new (void)
{
  OneDoubts *doubts = g_new0 (OneDoubts, 1);

  doubts->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return doubts;
}

void
one_doubts_free (OneDoubts *doubts)
{
  g_hash_table_unref (doubts->paths);
  g_free (doubts);
}

gboolean
one_doubts_needs_known (const OneReading *reading)
{
  return reading->refused || reading->incomplete || reading->left_out
         || one_store_path_kind (reading->path) != ONE_STORE_NONE;
}

/* Whether its events come from a server. */
static gboolean
is_cache (const char *path)
{
  g_autofree char *file = one_store_path_dup_file (path);

  return !g_str_has_suffix (file, "/local.sqlite");
}

/* Since when it is as it is now. A doubt that began in an earlier life of oned goes on. */
static gint64
get_since (const Doubt *doubt, const OneReading *reading, gint64 now)
{
  if (doubt && doubt->busy == reading->busy)
    return doubt->since;
  if (reading->busy || reading->refused || reading->stamp.mtime <= 0)
    return now;
  return MIN (now, reading->stamp.mtime / SECOND);
}

static void
put (OneDoubts *doubts, const OneReading *reading, gint64 since, gint64 next)
{
  const Doubt *before = g_hash_table_lookup (doubts->paths, reading->path);
  Doubt *doubt = g_new0 (Doubt, 1);

  *doubt = (Doubt){ .since = since, .next = next, .busy = reading->busy };
  doubt->tries = before && before->busy == doubt->busy ? before->tries + 1 : 1;
  g_hash_table_insert (doubts->paths, g_strdup (reading->path), doubt);
}

/* It was read well, but is not believed. */
static void
disbelieve (OneReading *reading)
{
  reading->refused = TRUE;
  g_ptr_array_set_size (reading->troubles, 0);
  g_ptr_array_add (reading->troubles,
                   one_trouble_new (reading->path, 0,
                                    "all its events are gone at once, which oned does not believe "
                                    "for a day: what was known of it stays"));
}

void
one_doubts_take (OneDoubts *doubts, OneReading *reading, const OneReading *known, gint64 now)
{
  const Doubt *doubt = g_hash_table_lookup (doubts->paths, reading->path);
  OneDoubtFacts facts = {
    .busy = reading->busy,
    .refused = reading->refused,
    .holds = reading->holds,
    .known = known ? known->series->len : 0,
    .tries = doubt && doubt->busy ? doubt->tries : 0,
    .now = now,
  };
  gint64 next;

  if (one_store_path_kind (reading->path) == ONE_STORE_NONE)
    return;
  facts.is_cache = is_cache (reading->path);
  facts.since = get_since (doubt, reading, now);
  switch (one_doubt_judge (&facts, &next)) {
  case ONE_DOUBT_NONE:
    one_doubts_forget (doubts, reading->path);
    return;
  case ONE_DOUBT_WAIT:
    g_ptr_array_set_size (reading->troubles, 0);
    break;
  case ONE_DOUBT_OFFLINE:
    reading->stale = TRUE;
    if (!reading->refused)
      disbelieve (reading);
    break;
  }
  put (doubts, reading, facts.since, next);
  /* No file has this stamp, so it is read again by the next life of oned, which knows what was
   * known. */
  if (next > 0)
    reading->stamp.ctime = 0;
}

void
one_doubts_forget (OneDoubts *doubts, const char *path)
{
  g_hash_table_remove (doubts->paths, path);
}

gint64
one_doubts_get_next (const OneDoubts *doubts, gint64 latest)
{
  GHashTableIter iter;
  gpointer value;
  gint64 next = latest;

  g_hash_table_iter_init (&iter, doubts->paths);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Doubt *doubt = value;

    if (doubt->next > 0 && doubt->next < next)
      next = doubt->next;
  }
  return next;
}

void
one_doubts_list_due (OneDoubts *doubts, gint64 now, GHashTable *dirty)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, doubts->paths);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    Doubt *doubt = value;

    if (doubt->next == 0 || doubt->next > now)
      continue;
    doubt->next = 0; /* its reading sets another */
    g_hash_table_add (dirty, g_strdup (path));
  }
}
