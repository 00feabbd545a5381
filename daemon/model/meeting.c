/* SPDX-License-Identifier: MIT */
#include "model/meeting.h"

OneMeeting *
one_meeting_new (void)
{
  OneMeeting *meeting = g_new0 (OneMeeting, 1);

  meeting->uid = g_strdup ("");
  meeting->summary = g_strdup ("");
  meeting->location = g_strdup ("");
  meeting->join = g_strdup ("");
  meeting->source = g_strdup ("");
  meeting->address = g_strdup ("");
  meeting->name = g_strdup ("");
  return meeting;
}

OneMeeting *
one_meeting_dup (const OneMeeting *meeting)
{
  OneMeeting *copy = g_memdup2 (meeting, sizeof *meeting);

  copy->uid = g_strdup (meeting->uid);
  copy->summary = g_strdup (meeting->summary);
  copy->location = g_strdup (meeting->location);
  copy->join = g_strdup (meeting->join);
  copy->source = g_strdup (meeting->source);
  copy->address = g_strdup (meeting->address);
  copy->name = g_strdup (meeting->name);
  return copy;
}

void
one_meeting_free (OneMeeting *meeting)
{
  g_free (meeting->uid);
  g_free (meeting->summary);
  g_free (meeting->location);
  g_free (meeting->join);
  g_free (meeting->source);
  g_free (meeting->address);
  g_free (meeting->name);
  g_free (meeting);
}

guint
one_meeting_hash (gconstpointer meeting)
{
  const OneMeeting *one = meeting;

  return g_str_hash (one->uid) ^ g_int64_hash (&one->original);
}

gboolean
one_meeting_equal (gconstpointer a, gconstpointer b)
{
  const OneMeeting *x = a, *y = b;

  return x->original == y->original && g_str_equal (x->uid, y->uid);
}
