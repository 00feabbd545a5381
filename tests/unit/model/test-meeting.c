/* SPDX-License-Identifier: MIT */
#include "model/meeting.h"

static OneMeeting *
meeting_at (gint64 start)
{
  OneMeeting *meeting = one_meeting_new ();

  g_free (meeting->uid);
  meeting->uid = g_strdup ("weekly@corp.example");
  g_free (meeting->name);
  meeting->name = g_strdup ("Ada Lovelace");
  g_free (meeting->summary);
  meeting->summary = g_strdup_printf ("Number %d", (int) start);
  meeting->start = start;
  return meeting;
}

static OneMeeting
share_at (gint64 start, GStringChunk *texts)
{
  g_autoptr (OneMeeting) meeting = meeting_at (start);

  return one_meeting_share (meeting, texts);
}

static void
test_what_is_shared_outlives_the_meeting (void)
{
  GStringChunk *texts = g_string_chunk_new (16);
  OneMeeting shared = share_at (7, texts);
  g_autoptr (OneMeeting) copy = one_meeting_dup (&shared);

  g_string_chunk_free (texts);
  g_assert_cmpstr (copy->uid, ==, "weekly@corp.example");
  g_assert_cmpstr (copy->name, ==, "Ada Lovelace");
  g_assert_cmpstr (copy->summary, ==, "Number 7");
  g_assert_cmpstr (copy->location, ==, "");
  g_assert_cmpstr (copy->join, ==, "");
  g_assert_cmpstr (copy->source, ==, "");
  g_assert_cmpstr (copy->address, ==, "");
  g_assert_cmpint (copy->start, ==, 7);
}

static void
test_a_series_has_its_texts_once (void)
{
  GStringChunk *texts = g_string_chunk_new (16);
  OneMeeting first = share_at (1, texts), second = share_at (2, texts);

  g_assert_true (first.uid == second.uid);
  g_assert_true (first.name == second.name);
  g_assert_true (first.summary != second.summary);
  g_assert_cmpstr (second.summary, ==, "Number 2");
  g_string_chunk_free (texts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/what-is-shared-outlives-the-meeting",
                   test_what_is_shared_outlives_the_meeting);
  g_test_add_func ("/meeting/a-series-has-its-texts-once", test_a_series_has_its_texts_once);
  return g_test_run ();
}
