/* SPDX-License-Identifier: MIT */
#include "engine/detect/detector.h"

#include "core/detect/detect.h"
#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "engine/detect/calendar-troubles.h"
#include "engine/detect/judging.h"
#include "engine/detect/matter.h"
#include "engine/detect/merge-news.h"
#include "engine/detect/reconcile.h"
#include "engine/detect/spoken-of.h"
#include "engine/detect/verdict-note.h"
#include "store/series-choices.h"

#define MANY 1000  /* series that are judged in turns where nobody waits for it */
#define SLICE 1000 /* rows of the store in a turn */

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
  OneJudging *judging;    /* (owned) of everything, under way; NULL if none is */
  guint turn;             /* id of what goes on with it, and says when it is done; 0 for none */
  void (*judged) (gpointer data);
  gpointer data;
  OneCalendarTroubles *troubles; /* (owned) */
  gint64 held_until; /* up to when the store's meetings are what the clock says; 0: not known */
};

OneDetector *
one_detector_new (const OneBase *base)
{
  OneDetector *detector = g_new0 (OneDetector, 1);

  detector->base = base;
  detector->spoken_of = one_spoken_of_new (base);
  detector->me = g_new0 (char *, 1);
  detector->troubles = one_calendar_troubles_new ();
  detector->stale = TRUE;
  return detector;
}

void
one_detector_free (OneDetector *detector)
{
  g_clear_handle_id (&detector->turn, g_source_remove);
  g_clear_pointer (&detector->judging, one_judging_free);
  g_clear_pointer (&detector->overlapping, g_hash_table_unref);
  one_spoken_of_free (detector->spoken_of);
  one_calendar_troubles_free (detector->troubles);
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

/* Goes on with the judgement of everything, until it has come to its end or failed. */
static void
go_on (OneDetector *detector, guint most)
{
  OneJudging *judging = detector->judging;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (one_judging_merge (judging)) {
    set_me (detector, one_judging_dup_me (judging));
    return;
  }
  if (one_judging_go_on (judging, detector->me, most, &done, &error) && !done)
    return;
  detector->overlapping = error ? NULL : one_judging_take_overlapping (judging);
  store_failed (detector, error);
  one_calendar_troubles_tell (detector->troubles, detector->base,
                              one_judging_get_readings (judging));
  g_clear_pointer (&detector->judging, one_judging_free);
}

/* Brings to its end what was begun; begins anew if that is no use any more. */
static void
settle (OneDetector *detector)
{
  if (one_detector_is_stale (detector))
    g_clear_pointer (&detector->judging, one_judging_free);
  while (detector->judging)
    go_on (detector, G_MAXUINT);
}

static gboolean
take_turn (gpointer data)
{
  OneDetector *detector = data;

  if (detector->judging) {
    go_on (detector, SLICE);
    return G_SOURCE_CONTINUE;
  }
  detector->turn = 0;
  detector->judged (detector->data);
  return G_SOURCE_REMOVE;
}

static void
begin_all (OneDetector *detector, gint64 now)
{
  detector->stale = FALSE;
  detector->generation = one_storage_get_generation (detector->base);
  detector->held_until = 0;
  one_spoken_of_forget (detector->spoken_of);
  g_clear_pointer (&detector->overlapping, g_hash_table_unref);
  detector->judging = one_judging_new (detector->base, detector->spoken_of, now);
  g_debug ("all %u series that can have a say are judged", one_judging_count (detector->judging));
}

/* FALSE if one shares a meeting with another one now. `readings`: all that hold one of them. */
static gboolean
judge_series (OneDetector *detector, const GPtrArray *readings, GHashTable *uids, gint64 now)
{
  const OneBase *base = detector->base;
  g_autoptr (GHashTable) tracked = one_series_choices_list (base->store, NULL);
  OneDetectInput who = { (const char *const *) detector->me, base->settings, tracked,
                         one_spoken_of_get_known (detector->spoken_of) };
  GPtrArray *meetings = one_judging_list_alone (&who, readings, uids);
  g_autoptr (GError) error = NULL;

  if (!meetings)
    return FALSE;
  if (one_reconcile_series (base, uids, meetings, now, &error))
    return TRUE;
  store_failed (detector, error);
  return FALSE;
}

/* Opens no reading of a series or file that is not in the news: the cost is that of the change. */
static gboolean
judge_news (OneDetector *detector, const OneNews *news, gint64 now)
{
  const OneBase *base = detector->base;
  g_autoptr (GPtrArray) readings =
      one_readings_list_some (base->calendars.readings, news->paths, news->uids);

  if (g_hash_table_size (news->uids) > 0 && !judge_series (detector, readings, news->uids, now))
    return FALSE;
  if (one_calendar_troubles_are_told (detector->troubles)) {
    one_calendar_troubles_tell_news (detector->troubles, base, readings, news);
  } else {
    g_auto (OneMatter) matter = one_matter_open (base, detector->spoken_of);

    one_calendar_troubles_tell (detector->troubles, base, matter.readings);
  }
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

/* TRUE if the news was looked at; if `judging` is there then, it is under way. */
static gboolean
judge (OneDetector *detector, const OneNews *news, gint64 now)
{
  if (!news->is_all && !one_detector_is_stale (detector)
      && !one_spoken_of_has_changed (detector->spoken_of)) {
    if (!news->is_whole)
      return FALSE;
    if (one_merge_news_stands_alone (detector->base, news->uids, detector->overlapping)
        && judge_news (detector, news, now))
      return TRUE;
  }
  begin_all (detector, now);
  return TRUE;
}

/* All that is new, but for the end of `judging`. */
static void
begin (OneDetector *detector, OneNews *news, gint64 now)
{
  settle (detector);
  keep_held (detector, now); /* of those that are in no calendar any more, too */
  if (judge (detector, news, now))
    one_news_clear (news);
}

void
one_detector_run (OneDetector *detector, OneNews *news, gint64 now)
{
  begin (detector, news, now);
  settle (detector);
  keep_held (detector, now);
}

gboolean
one_detector_run_in_turns (OneDetector *detector, OneNews *news, gint64 now,
                           void (*judged) (gpointer data), gpointer data)
{
  begin (detector, news, now);
  if (!detector->judging || one_judging_count (detector->judging) <= MANY) {
    settle (detector);
    keep_held (detector, now);
    return TRUE;
  }
  detector->judged = judged;
  detector->data = data;
  if (detector->turn == 0)
    detector->turn = g_idle_add_full (G_PRIORITY_DEFAULT, take_turn, detector, NULL);
  return FALSE;
}

gboolean
one_detector_is_idle (const OneDetector *detector)
{
  return detector->turn == 0;
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
