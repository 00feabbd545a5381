/* SPDX-License-Identifier: MIT */
#include "engine/detect/judge.h"

#include "core/detect/detect.h"
#include "core/detect/series-merge.h"
#include "engine/calendars/stock.h"
#include "engine/detect/keep.h"
#include "engine/state.h"
#include "store/series.h"

#define FEW 200 /* So many series are judged sooner alone than with all others. */

/* What is judged, and by what. */
typedef struct {
  GHashTable *tracked; /* (owned) */
  GPtrArray *readings; /* (owned) of OneReading: all that can have a say */
  gboolean known;      /* they are not all there are, and whose calendars these are was told */
  OneDetectInput who;
} Matter;

static void
matter_clear (Matter *matter)
{
  g_ptr_array_unref (matter->readings);
  g_hash_table_unref (matter->tracked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matter, matter_clear)

static Matter
matter_open (OneEngine *engine)
{
  Matter matter = { .tracked = one_series_list (engine->store, NULL) };

  matter.who.settings = engine->settings;
  matter.who.tracked = matter.tracked;
  matter.known = one_stock_is_judged (engine, &matter.who);
  matter.readings = matter.known ? one_reading_index_list_lively (engine->reading_index)
                                 : one_reading_index_list (engine->reading_index);
  return matter;
}

/* Whose calendars these are: as configured, or else `me` (transfer full, nullable). */
static void
set_me (OneEngine *engine, char **me)
{
  engine->me_inferred = engine->settings->me[0] == NULL;
  g_strfreev (engine->me);
  engine->me = g_strdupv (engine->me_inferred && me ? me : engine->settings->me);
  g_strfreev (me);
}

gboolean
one_judge_recall (OneEngine *engine)
{
  if (!one_stock_is_kept (engine))
    return FALSE;
  set_me (engine, one_stock_dup_me (engine));
  return TRUE;
}

/* As the calendars themselves suggest. */
static char **
infer_me (const OneEngine *engine, const Matter *matter, const GPtrArray *merged)
{
  if (engine->settings->me[0])
    return NULL;
  return matter->known ? one_stock_dup_me (engine) : one_detect_me (merged, engine->settings);
}

void
one_judge_all (OneEngine *engine, gint64 now)
{
  g_auto (Matter) matter = matter_open (engine);
  g_autoptr (GPtrArray) merged = one_series_merge (matter.readings);
  g_autoptr (GHashTable) doubled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  engine->judge = FALSE;
  engine->held = 0;
  g_hash_table_remove_all (engine->series);
  g_clear_pointer (&engine->doubled, g_hash_table_unref);
  set_me (engine, infer_me (engine, &matter, merged));
  matter.who.me = (const char *const *) engine->me;
  if (one_keep_all (engine, one_detect_meetings (&matter.who, merged, doubled), now))
    engine->doubled = g_steal_pointer (&doubled);
  one_keep_troubles (engine, matter.readings, now);
}

static gboolean
have_one_of (GHashTable *uids, GHashTable *others)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (g_hash_table_contains (others, uid))
      return TRUE;
  return FALSE;
}

static gboolean
reading_has_one_of (const OneReading *reading, GHashTable *uids)
{
  for (guint i = 0; i < reading->series->len; i++)
    if (g_hash_table_contains (uids, ((const OneSeries *) reading->series->pdata[i])->uid))
      return TRUE;
  return FALSE;
}

/* Those that are to be judged, of what the readings have. */
static GPtrArray *
merge_news (const OneEngine *engine, const GPtrArray *readings)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  GPtrArray *merged;

  for (guint i = 0; i < readings->len; i++)
    if (reading_has_one_of (readings->pdata[i], engine->series))
      g_ptr_array_add (own, readings->pdata[i]);
  merged = one_series_merge (own);
  for (guint i = merged->len; i > 0; i--)
    if (!g_hash_table_contains (engine->series, ((OneMergedSeries *) merged->pdata[i - 1])->uid))
      g_ptr_array_remove_index_fast (merged, i - 1);
  return merged;
}

/* Whether none of the series had a meeting that another one has too. Any event at all can tell
 * whose calendars these are, if that is not configured. */
static gboolean
stand_alone (const OneEngine *engine)
{
  guint count = g_hash_table_size (engine->series);

  if (count == 0)
    return TRUE;
  return count <= FEW && engine->settings->me[0] && engine->doubled
         && !have_one_of (engine->series, engine->doubled);
}

/* FALSE if one has such a meeting now. */
static gboolean
judge_series (OneEngine *engine, Matter *matter, gint64 now)
{
  g_autoptr (GPtrArray) merged = merge_news (engine, matter->readings);
  g_autoptr (GHashTable) doubled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) meetings = NULL;

  matter->who.me = (const char *const *) engine->me;
  meetings = one_detect_meetings (&matter->who, merged, doubled);
  return g_hash_table_size (doubled) == 0
         && one_keep_series (engine, g_steal_pointer (&meetings), now);
}

static gboolean
judge_news (OneEngine *engine, gint64 now)
{
  g_auto (Matter) matter = matter_open (engine);

  if (g_hash_table_size (engine->series) > 0 && !judge_series (engine, &matter, now))
    return FALSE;
  g_hash_table_remove_all (engine->series);
  one_keep_troubles (engine, matter.readings, now);
  return TRUE;
}

void
one_judge_news (OneEngine *engine, gint64 now)
{
  if (!stand_alone (engine) || !judge_news (engine, now))
    one_judge_all (engine, now);
}
