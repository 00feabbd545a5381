/* SPDX-License-Identifier: MIT */
#include "engine/detect/judging.h"

#include "core/detect/series-merge.h"
#include "engine/detect/matter.h"
#include "engine/detect/merge-news.h"
#include "engine/detect/reconcile.h"
#include "engine/detect/verdict-note.h"

struct OneJudging {
  const OneBase *base;
  OneSpokenOf *asked; /* (borrowed) */
  gint64 now;
  OneMatter matter;
  GPtrArray *merged;       /* (owned) of OneMergedSeries; NULL before */
  GHashTable *overlapping; /* (owned) set of char* (owned) */
  OneReconcile *reconcile; /* (owned) NULL before the verdicts */
};

OneJudging *
one_judging_new (const OneBase *base, OneSpokenOf *asked, gint64 now)
{
  OneJudging *judging = g_new0 (OneJudging, 1);

  judging->base = base;
  judging->asked = asked;
  judging->now = now;
  judging->matter = one_matter_open (base, asked);
  judging->overlapping = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return judging;
}

void
one_judging_free (OneJudging *judging)
{
  g_clear_pointer (&judging->reconcile, one_reconcile_free);
  g_clear_pointer (&judging->overlapping, g_hash_table_unref);
  g_clear_pointer (&judging->merged, g_ptr_array_unref);
  one_matter_close (&judging->matter);
  g_free (judging);
}

guint
one_judging_count (const OneJudging *judging)
{
  guint count = 0;

  for (guint i = 0; i < judging->matter.readings->len; i++)
    count += ((const OneReading *) judging->matter.readings->pdata[i])->series->len;
  return count;
}

gboolean
one_judging_merge (OneJudging *judging)
{
  if (judging->merged)
    return FALSE;
  judging->merged = one_series_merge (judging->matter.readings);
  return TRUE;
}

char **
one_judging_dup_me (const OneJudging *judging)
{
  if (judging->base->settings->me[0])
    return NULL;
  return judging->matter.is_partial ? one_verdict_note_dup_me (judging->base)
                                    : one_detect_me (judging->merged, judging->base->settings);
}

static void
log_verdicts (const OneDetectInput *who, const GPtrArray *merged)
{
  if (g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))
    return;
  for (guint i = 0; i < merged->len; i++) {
    const OneMergedSeries *series = merged->pdata[i];
    g_autoptr (OneVerdict) verdict = one_detect_judge (who, series, NULL);

    g_debug ("series %s is %s one-on-one: %s", series->uid, verdict->one_on_one ? "a" : "no",
             verdict->reason);
  }
}

static void
judge (OneJudging *judging, char *const *me)
{
  OneDetectInput who = one_matter_get_input (&judging->matter, judging->base, judging->asked, me);

  log_verdicts (&who, judging->merged);
  judging->reconcile = one_reconcile_new (
      judging->base, one_detect_meetings (&who, judging->merged, judging->overlapping),
      judging->now);
}

gboolean
one_judging_go_on (OneJudging *judging, char *const *me, guint most, gboolean *done, GError **error)
{
  *done = FALSE;
  if (judging->reconcile)
    return one_reconcile_go_on (judging->reconcile, most, done, error);
  judge (judging, me);
  return TRUE;
}

GHashTable *
one_judging_take_overlapping (OneJudging *judging)
{
  return one_reconcile_is_certain (judging->reconcile) ? g_steal_pointer (&judging->overlapping)
                                                       : NULL;
}

const GPtrArray *
one_judging_get_readings (const OneJudging *judging)
{
  return judging->matter.readings;
}

GPtrArray *
one_judging_list_alone (const OneDetectInput *who, const GPtrArray *readings, GHashTable *uids)
{
  g_autoptr (GPtrArray) merged = one_merge_news (readings, uids);
  g_autoptr (GHashTable) overlapping =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) meetings = NULL;

  log_verdicts (who, merged);
  meetings = one_detect_meetings (who, merged, overlapping);
  return g_hash_table_size (overlapping) == 0 ? g_steal_pointer (&meetings) : NULL;
}
