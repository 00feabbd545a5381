/* SPDX-License-Identifier: MIT */
#include "tests/unit/store/scratch.h"

#include <glib/gstdio.h>

#include "store/meetings.h"
#include "store/people.h"

void
scratch_init (Scratch *scratch)
{
  g_autoptr (GError) error = NULL;

  scratch->folder = g_dir_make_tmp ("oned-store-XXXXXX", &error);
  g_assert_no_error (error);
  scratch->path = g_build_filename (scratch->folder, "data", "oned.db", NULL);
}

void
scratch_open (Scratch *scratch)
{
  g_autoptr (GError) error = NULL;

  if (!scratch->folder)
    scratch_init (scratch);
  scratch->store = one_store_open (scratch->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (scratch->store);
}

void
scratch_close (Scratch *scratch)
{
  g_clear_pointer (&scratch->store, one_store_close);
}

static void
scratch_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_remove (path) != 0)
      scratch_remove (path);
  }
  g_rmdir (folder);
}

void
scratch_clear (Scratch *scratch)
{
  scratch_close (scratch);
  if (scratch->folder)
    scratch_remove (scratch->folder);
  g_clear_pointer (&scratch->folder, g_free);
  g_clear_pointer (&scratch->path, g_free);
}

gint64
scratch_add_person (Scratch *scratch, const char *address, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = one_people_ensure (scratch->store, address, name, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
scratch_add_meeting (Scratch *scratch, gint64 person, const char *uid, gint64 start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  gboolean added;

  g_free (meeting->uid);
  meeting->uid = g_strdup (uid);
  meeting->original = meeting->start = start;
  meeting->end = start + 1800;
  meeting->person = person;
  added = *uid ? one_meetings_upsert (scratch->store, meeting, &error)
               : one_meetings_add (scratch->store, meeting, &error);
  g_assert_no_error (error);
  g_assert_true (added);
  return meeting->id;
}
