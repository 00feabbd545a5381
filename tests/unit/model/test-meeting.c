/* SPDX-License-Identifier: MIT */
#include "model/meeting.h"

static OneMeeting *
meeting_at (const char *uid, gint64 original, gint64 start)
{
  OneMeeting *meeting = one_meeting_new ();

  g_free (meeting->uid);
  meeting->uid = g_strdup (uid);
  meeting->original = original;
  meeting->start = start;
  return meeting;
}

static void
test_a_copy_outlives_the_meeting (void)
{
  OneMeeting *meeting = meeting_at ("weekly@corp.example", 7, 7);
  g_autoptr (OneMeeting) copy = one_meeting_dup (meeting);

  one_meeting_free (meeting);
  g_assert_cmpstr (copy->uid, ==, "weekly@corp.example");
  g_assert_cmpstr (copy->location, ==, "");
  g_assert_cmpint (copy->start, ==, 7);
}

static void
test_moved_it_is_the_same_meeting (void)
{
  g_autoptr (OneMeeting) planned = meeting_at ("weekly@corp.example", 7, 7);
  g_autoptr (OneMeeting) moved = meeting_at ("weekly@corp.example", 7, 9);
  g_autoptr (OneMeeting) next = meeting_at ("weekly@corp.example", 9, 9);
  g_autoptr (OneMeeting) other = meeting_at ("other@corp.example", 7, 7);

  g_assert_true (one_meeting_equal (planned, moved));
  g_assert_cmpuint (one_meeting_hash (planned), ==, one_meeting_hash (moved));
  g_assert_false (one_meeting_equal (moved, next));
  g_assert_false (one_meeting_equal (planned, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/a-copy-outlives-the-meeting", test_a_copy_outlives_the_meeting);
  g_test_add_func ("/meeting/moved-it-is-the-same-meeting", test_moved_it_is_the_same_meeting);
  return g_test_run ();
}
