/* SPDX-License-Identifier: MIT */
#include "core/detect/detect.h"

#include "core/detect/link.h"
#include "core/detect/title-prefix.h"
#include "model/base/compare.h"
#include <string.h>

#define ASSUMED_LENGTH (30 * 60)

/* The verdict and link that all occurrences of one event share. */
typedef struct {
  const OneMergedOccurrence *of; /* (borrowed) the first of them; NULL before */
  OneVerdict *verdict;           /* (owned) */
  char *join;                    /* (owned) */
} Judged;

static void
judged_clear (Judged *judged)
{
  g_clear_pointer (&judged->verdict, one_verdict_free);
  g_clear_pointer (&judged->join, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judged, judged_clear)

static OneMeeting *
meeting_from (const OneMergedSeries *merged, const OneMergedOccurrence *occurrence,
              const Judged *judged)
{
  const OneEvent *words = one_series_merge_words (merged, occurrence->event);
  const OneVerdict *verdict = judged->verdict;
  gboolean assumed = occurrence->event->no_end;
  OneMeeting *meeting = g_new0 (OneMeeting, 1);

  meeting->uid = g_strdup (merged->uid);
  meeting->original = occurrence->original;
  meeting->moved_from =
      occurrence->override && occurrence->start != occurrence->original ? occurrence->original : 0;
  meeting->start = occurrence->start;
  meeting->end = assumed ? occurrence->start + ASSUMED_LENGTH : occurrence->end;
  meeting->assumed_length = assumed;
  meeting->changed = occurrence->event != merged->master;
  meeting->summary = g_strdup (one_title_prefix_skip (
      *words->summary || !merged->master ? words->summary : merged->master->summary, NULL));
  meeting->location = g_strdup (words->location);
  meeting->join = g_strdup (judged->join);
  meeting->source = g_strdup (occurrence->source);
  meeting->address = g_strdup (verdict->address);
  meeting->name = g_strdup (verdict->name);
  meeting->state = verdict->state;
  meeting->other_declined = verdict->other_declined;
  return meeting;
}

/* One of several entries for the same meeting. */
typedef struct {
  OneMeeting *meeting; /* (owned) */
  gboolean tracked;
  gint64 sequence;
} Candidate;

static gboolean
candidate_is_better (const Candidate *a, const Candidate *b)
{
  gboolean a_stands = a->meeting->state == ONE_MEETING_PLANNED && !a->meeting->other_declined;
  gboolean b_stands = b->meeting->state == ONE_MEETING_PLANNED && !b->meeting->other_declined;
  int order;

  if (a_stands != b_stands)
    return a_stands;
  if (a->tracked != b->tracked)
    return a->tracked;
  if (a->sequence != b->sequence)
    return a->sequence > b->sequence;
  order = strcmp (a->meeting->uid, b->meeting->uid);
  return order < 0 || (order == 0 && a->meeting->original < b->meeting->original);
}

static void
candidate_free (Candidate *candidate)
{
  if (candidate->meeting)
    one_meeting_free (candidate->meeting);
  g_free (candidate);
}

static guint
place_hash (gconstpointer data)
{
  const OneMeeting *meeting = data;

  return g_str_hash (meeting->address) ^ g_int64_hash (&meeting->start);
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const OneMeeting *x = a, *y = b;

  return x->start == y->start && x->end == y->end && strcmp (x->address, y->address) == 0;
}

typedef struct {
  GHashTable
      *best; /* (borrowed) a meeting, by place -> the best Candidate so far, which it is of */
  GHashTable *doubled; /* (borrowed, nullable) set of uids (owned) */
} Candidates;

static void
candidates_add (const Candidates *candidates, Candidate *candidate)
{
  const Candidate *known = g_hash_table_lookup (candidates->best, candidate->meeting);

  if (known && candidates->doubled) {
    g_hash_table_add (candidates->doubled, g_strdup (known->meeting->uid));
    g_hash_table_add (candidates->doubled, g_strdup (candidate->meeting->uid));
  }
  if (known && !candidate_is_better (candidate, known)) {
    candidate_free (candidate);
    return;
  }
  g_hash_table_replace (candidates->best, candidate->meeting, candidate);
}

static void
judge (const OneDetectInput *input, const OneMergedSeries *merged,
       const OneMergedOccurrence *occurrence, Judged *judged)
{
  const OneEvent *words = one_series_merge_words (merged, occurrence->event);

  judged_clear (judged);
  judged->of = occurrence;
  judged->verdict = one_detect_judge (input, merged, occurrence);
  if (judged->verdict->one_on_one)
    judged->join = one_link_choose ((const char *const *) words->links);
}

/* Most occurrences of a series have the same event, and with it the same verdict. */
static void
candidates_add_series (const Candidates *candidates, const OneDetectInput *input,
                       const OneMergedSeries *merged)
{
  g_auto (Judged) judged = { 0 };

  for (guint i = 0; i < merged->occurrences->len; i++) {
    const OneMergedOccurrence *occurrence =
        &g_array_index (merged->occurrences, OneMergedOccurrence, i);
    Candidate *candidate;

    if (!judged.of || merged->same || judged.of->event != occurrence->event
        || judged.of->cancelled != occurrence->cancelled)
      judge (input, merged, occurrence, &judged);
    if (!judged.verdict->one_on_one)
      continue;
    candidate = g_new0 (Candidate, 1);
    candidate->meeting = meeting_from (merged, occurrence, &judged);
    candidate->tracked = input->tracked && g_hash_table_contains (input->tracked, merged->uid);
    candidate->sequence = merged->series->sequence;
    candidates_add (candidates, candidate);
  }
}

static int
meeting_compare (gconstpointer left, gconstpointer right)
{
  const OneMeeting *a = *(const OneMeeting *const *) left;
  const OneMeeting *b = *(const OneMeeting *const *) right;
  int order = strcmp (a->address, b->address);

  if (a->start != b->start)
    return one_compare_int64 (a->start, b->start);
  return order != 0 ? order : one_compare_int64 (a->end, b->end);
}

GPtrArray *
one_detect_meetings (const OneDetectInput *input, const GPtrArray *merged, GHashTable *doubled)
{
  g_autoptr (GHashTable) best =
      g_hash_table_new_full (place_hash, place_equal, NULL, (GDestroyNotify) candidate_free);
  Candidates candidates = { best, doubled };
  GPtrArray *meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);
  GHashTableIter iter;
  gpointer candidate;

  for (guint i = 0; i < merged->len; i++)
    candidates_add_series (&candidates, input, g_ptr_array_index (merged, i));
  g_hash_table_iter_init (&iter, best);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    g_ptr_array_add (meetings, g_steal_pointer (&((Candidate *) candidate)->meeting));
  g_ptr_array_sort (meetings, meeting_compare);
  return meetings;
}
