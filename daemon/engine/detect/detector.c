/* SPDX-License-Identifier: MIT */
#include "engine/detect/detector.h"

#include "core/detect/detect.h"
#include "core/detect/duplicates.h"
#include "core/detect/series-merge.h"
#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "engine/detect/spoken-of.h"
#include "engine/detect/merge-news.h"
#include "engine/detect/reconcile.h"
#include "engine/detect/verdict-note.h"
#include "store/series-choices.h"

#define FEW 200 /* series that are judged faster alone than with all others */

struct OneDetector {
  const OneBase *base;
  char **me; /* (owned) whose addresses are mine */
  gboolean me_inferred;
  gboolean stale;   /* judge everything: the rules changed, or the store refused */
  guint generation; /* of the store when everything was judged */
  /* (owned) set of the UIDs of series that share a meeting with another one (core/detect/detect.h);
   * NULL: not known, so that one series cannot be judged without the others. */
  GHashTable *overlapping;
  OneSpokenOf *spoken_of; /* (owned) who was asked about since everything was judged */
  gint64 held_until; /* up to when the store's meetings are what the clock says; 0: not known */
};

/* Input of a judgement. */
typedef struct {
  GHashTable *tracked; /* (owned) */
  GPtrArray *readings; /* (owned) of OneReading: all that can have a say */
  gboolean is_partial; /* they are the relevant ones alone; `me` is configured, or in the note */
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
matter_open (const OneDetector *detector)
{
  const OneBase *base = detector->base;
  Matter matter = { .tracked = one_series_choices_list (base->store, NULL) };

  matter.who = (OneDetectInput){ NULL, base->settings, matter.tracked,
                                 one_spoken_of_get_known (detector->spoken_of) };
  matter.is_partial = one_verdict_note_is_judged (base, &matter.who);
  matter.readings = matter.is_partial ? one_readings_list_relevant (base->calendars.readings)
                                      : one_readings_list (base->calendars.readings);
  return matter;
}

OneDetector *
one_detector_new (const OneBase *base)
{
  OneDetector *detector = g_new0 (OneDetector, 1);

  detector->base = base;
  detector->spoken_of = one_spoken_of_new (base);
  detector->me = g_new0 (char *, 1);
  detector->stale = TRUE;
  return detector;
}

void
one_detector_free (OneDetector *detector)
{
  g_clear_pointer (&detector->overlapping, g_hash_table_unref);
  one_spoken_of_free (detector->spoken_of);
  g_strfreev (detector->me);
  g_free (detector);
}

const char *const *
one_detector_get_me (const OneDetector *detector, gboolean *inferred)
{
  if (inferred)
    *inferred = detector->me_inferred;
  return (const char *const *) detector->me;
}

void
one_detector_invalidate (OneDetector *detector)
{
  detector->stale = TRUE;
}

gboolean
one_detector_is_stale (const OneDetector *detector)
{
  return detector->stale || detector->generation != one_storage_get_generation (detector->base);
}

/* Whose calendars these are: as configured, or else `me` (transfer full, nullable). */
static void
set_me (OneDetector *detector, char **me)
{
  const OneSettings *settings = detector->base->settings;

  detector->me_inferred = settings->me[0] == NULL;
  g_strfreev (detector->me);
  detector->me = g_strdupv (detector->me_inferred && me ? me : settings->me);
  g_strfreev (me);
}

gboolean
one_detector_recall (OneDetector *detector)
{
  if (!one_verdict_note_is_kept (detector->base))
    return FALSE;
  set_me (detector, one_verdict_note_dup_me (detector->base));
  one_verdict_note_recall (detector->base, detector->spoken_of);
  detector->stale = FALSE;
  detector->generation = one_storage_get_generation (detector->base);
  return TRUE;
}

/* The store refused to write: say so, go on with what is known, and judge again before long. */
static void
store_failed (OneDetector *detector, const GError *error)
{
  detector->stale |= error != NULL;
  one_troubles_set (detector->base, ONE_SUBJECT_STORE, "", 0, error ? error->message : NULL);
}

/* Replaces the troubles of the calendars: in the files, between them, and in watching them. */
static void
tell_troubles (const OneBase *base, const GPtrArray *readings)
{
  g_autoptr (GPtrArray) watched = one_files_list_troubles (base->calendars.files);
  g_autoptr (GPtrArray) doubled = one_duplicates_troubles (readings);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_extend (all, ((const OneReading *) readings->pdata[i])->troubles, NULL, NULL);
  g_ptr_array_extend (all, doubled, NULL, NULL);
  g_ptr_array_extend (all, watched, NULL, NULL);
  g_ptr_array_extend (all, base->settings->found->troubles, NULL, NULL);
  one_troubles_set_calendars (base, all);
}

/* The user's own addresses, if they are not configured; else NULL. */
static char **
infer_me (const OneBase *base, const Matter *matter, const GPtrArray *merged)
{
  if (base->settings->me[0])
    return NULL;
  return matter->is_partial ? one_verdict_note_dup_me (base)
                            : one_detect_me (merged, base->settings);
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
judge_all (OneDetector *detector, gint64 now)
{
  const OneBase *base = detector->base;
  g_auto (Matter) matter = matter_open (detector);
  g_autoptr (GPtrArray) merged = one_series_merge (matter.readings);
  g_autoptr (GHashTable) overlapping =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  detector->stale = FALSE;
  detector->generation = one_storage_get_generation (base);
  detector->held_until = 0;
  one_spoken_of_forget (detector->spoken_of);
  g_clear_pointer (&detector->overlapping, g_hash_table_unref);
  set_me (detector, infer_me (base, &matter, merged));
  matter.who.me = (const char *const *) detector->me;
  g_debug ("all %u series that can have a say are judged", merged->len);
  log_verdicts (&matter.who, merged);
  if (one_reconcile_all (base, one_detect_meetings (&matter.who, merged, overlapping), now, &error))
    detector->overlapping = g_steal_pointer (&overlapping);
  store_failed (detector, error);
  tell_troubles (base, matter.readings);
}

/* Whether none of the series had a meeting that another one has too. Any event at all can tell
 * whose calendars these are, if that is not configured. */
static gboolean
stand_alone (const OneDetector *detector, GHashTable *uids)
{
  guint count = g_hash_table_size (uids);

  if (count == 0)
    return TRUE;
  return count <= FEW && detector->base->settings->me[0] && detector->overlapping
         && !one_merge_news_overlaps (uids, detector->overlapping);
}

/* FALSE if one has such a meeting now. */
static gboolean
judge_series (OneDetector *detector, Matter *matter, GHashTable *uids, gint64 now)
{
  g_autoptr (GPtrArray) merged = one_merge_news (matter->readings, uids);
  g_autoptr (GHashTable) overlapping =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GError) error = NULL;
  gboolean kept;

  matter->who.me = (const char *const *) detector->me;
  log_verdicts (&matter->who, merged);
  meetings = one_detect_meetings (&matter->who, merged, overlapping);
  if (g_hash_table_size (overlapping) > 0)
    return FALSE;
  kept = one_reconcile_series (detector->base, uids, g_steal_pointer (&meetings), now, &error);
  if (!kept)
    store_failed (detector, error);
  return kept;
}

static gboolean
judge_news (OneDetector *detector, GHashTable *uids, gint64 now)
{
  g_auto (Matter) matter = matter_open (detector);

  if (g_hash_table_size (uids) > 0 && !judge_series (detector, &matter, uids, now))
    return FALSE;
  tell_troubles (detector->base, matter.readings);
  return TRUE;
}

static void
keep_held (OneDetector *detector, gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (!one_reconcile_held (detector->base, detector->held_until, now, &error))
    store_failed (detector, error);
  detector->held_until = error ? 0 : now;
}

/* TRUE if the news was looked at. */
static gboolean
judge (OneDetector *detector, const OneNews *news, gint64 now)
{
  if (!news->is_all && !one_detector_is_stale (detector)
      && !one_spoken_of_has_changed (detector->spoken_of)) {
    if (!news->is_whole)
      return FALSE;
    if (stand_alone (detector, news->uids) && judge_news (detector, news->uids, now))
      return TRUE;
  }
  judge_all (detector, now);
  return TRUE;
}

void
one_detector_run (OneDetector *detector, OneNews *news, gint64 now)
{
  keep_held (detector, now); /* of those that are in no calendar any more, too */
  if (judge (detector, news, now))
    one_news_clear (news);
  keep_held (detector, now);
}

GHashTable *
one_detector_describe (OneDetector *detector, const GPtrArray *readings, char **note)
{
  g_autoptr (GHashTable) tracked = one_series_choices_list (detector->base->store, NULL);
  OneDetectInput who = { (const char *const *) detector->me, detector->base->settings, tracked,
                         one_spoken_of_get_known (detector->spoken_of) };
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  gboolean kept = !one_detector_is_stale (detector) && detector->overlapping
                  && !one_spoken_of_has_changed (detector->spoken_of);
  GHashTable *relevant = one_detect_relevant_list (&who, readings, merged);

  *note = one_verdict_note_make (detector->base, &who, kept, detector->spoken_of);
  return relevant;
}

gboolean
one_detector_is_outdated (const OneDetector *detector)
{
  return one_verdict_note_is_outdated (detector->base);
}
