/* SPDX-License-Identifier: MIT */
#include "core/detect/accepted.h"

#include "model/calendar/busy-title.h"

/* My answer, and those of others, by the lines of an event. */
typedef struct {
  gboolean yes;   /* I accept, or I invite */
  gboolean no;    /* I do not, or only perhaps, or somebody else goes */
  gboolean other; /* the other one takes part */
  guint others;   /* people, rooms or lists besides me */
} Told;

static void
told_add (Told *told, const OneDetectInput *input, const OneAttendee *attendee,
          const OneMeeting *meeting)
{
  if (!g_strv_contains (input->me, attendee->address)) {
    told->other |= g_str_equal (attendee->address, meeting->address);
    told->others++;
    return;
  }
  if (attendee->organizer || attendee->partstat == ONE_PARTSTAT_ACCEPTED)
    told->yes = TRUE;
  else if (attendee->partstat != ONE_PARTSTAT_NEEDS_ACTION)
    told->no = TRUE;
}

/* An override that says only when has the people of its master. */
static gboolean
i_said_yes (const OneDetectInput *input, const OneMergedSeries *merged, const OneEvent *event,
            const OneMeeting *meeting)
{
  const OneEvent *named = event->attendees->len > 0 || !merged->master ? event : merged->master;
  Told told = { 0 };

  for (guint i = 0; i < named->attendees->len; i++)
    told_add (&told, input, g_ptr_array_index (named->attendees, i), meeting);
  return told.yes && !told.no && !told.other && told.others > 0;
}

/* An assumed end is no knowledge: such a meeting surely takes its first second. */
static gboolean
overlaps (const OneMergedOccurrence *occurrence, const OneMeeting *meeting)
{
  gint64 end = meeting->assumed_length ? meeting->start + 1 : meeting->end;

  return occurrence->start < end && occurrence->end > meeting->start;
}

static gboolean
is_accepted (const OneDetectInput *input, const OneMergedSeries *merged,
             const OneMergedOccurrence *occurrence, const OneMeeting *meeting)
{
  const OneEvent *event = occurrence->event;
  g_autoptr (OneVerdict) verdict = NULL;

  if (!overlaps (occurrence, meeting) || event->all_day || event->shows_free
      || one_busy_title_has (one_series_merge_words (merged, event)->summary)
      || !i_said_yes (input, merged, event, meeting))
    return FALSE;
  verdict = one_detect_judge (input, merged, occurrence);
  return !verdict->one_on_one && verdict->state == ONE_MEETING_PLANNED;
}

static OneMeeting *
meeting_of (const OneMergedSeries *merged, const OneMergedOccurrence *occurrence)
{
  OneMeeting *meeting = one_meeting_new ();

  g_free (meeting->name);
  meeting->name = g_strdup (one_series_merge_words (merged, occurrence->event)->summary);
  meeting->start = occurrence->start;
  meeting->end = occurrence->end;
  return meeting;
}

/* A series that the user ignores, or tracks, is known by another name. */
static gboolean
is_looked_at (const OneDetectInput *input, const OneMergedSeries *merged, const OneMeeting *meeting)
{
  return !merged->cancelled && !g_str_equal (merged->uid, meeting->uid)
         && !(input->tracked && g_hash_table_contains (input->tracked, merged->uid));
}

OneMeeting *
one_accepted_find (const OneDetectInput *input, const GPtrArray *merged, const OneMeeting *meeting)
{
  OneMeeting *found = NULL;

  for (guint i = 0; meeting->state == ONE_MEETING_PLANNED && i < merged->len; i++) {
    const OneMergedSeries *series = g_ptr_array_index (merged, i);

    for (guint j = 0; is_looked_at (input, series, meeting) && j < series->occurrences->len; j++) {
      const OneMergedOccurrence *one = &g_array_index (series->occurrences, OneMergedOccurrence, j);

      if ((found && one->start >= found->start) || !is_accepted (input, series, one, meeting))
        continue;
      g_clear_pointer (&found, one_meeting_free);
      found = meeting_of (series, one);
    }
  }
  return found;
}

GArray *
one_accepted_list (const OneDetectInput *input, const GPtrArray *merged, gint64 from, gint64 to)
{
  g_autoptr (OneMeeting) span = one_meeting_new ();
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (OneBusy));

  span->start = from;
  span->end = to;
  for (guint i = 0; i < merged->len; i++) {
    const OneMergedSeries *series = g_ptr_array_index (merged, i);

    for (guint j = 0; is_looked_at (input, series, span) && j < series->occurrences->len; j++) {
      const OneMergedOccurrence *one = &g_array_index (series->occurrences, OneMergedOccurrence, j);
      OneBusy taken = { one->start, one->end };

      if (is_accepted (input, series, one, span))
        g_array_append_val (busy, taken);
    }
  }
  return busy;
}
