/* SPDX-License-Identifier: MIT */
#include "tests/unit/store/store-fixture.h"

#include <glib/gstdio.h>

#include "store/meetings.h"
#include "store/people.h"

void
fixture_init (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("oned-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "oned.db", NULL);
}

void
fixture_open (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (!fixture->folder)
    fixture_init (fixture);
  fixture->store = one_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

void
fixture_close (StoreFixture *fixture)
{
  g_clear_pointer (&fixture->store, one_store_close);
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
fixture_clear (StoreFixture *fixture)
{
  fixture_close (fixture);
  if (fixture->folder)
    scratch_remove (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

gint64
fixture_add_person (StoreFixture *fixture, const char *address, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = one_people_ensure (fixture->store, address, name, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
fixture_add_meeting (StoreFixture *fixture, gint64 person, const char *uid, gint64 start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  gboolean added;

  g_free (meeting->uid);
  meeting->uid = g_strdup (uid);
  meeting->original = meeting->start = start;
  meeting->end = start + 1800;
  meeting->person = person;
  added = *uid ? one_meetings_upsert (fixture->store, meeting, &error)
               : one_meetings_add (fixture->store, meeting, &error);
  g_assert_no_error (error);
  g_assert_true (added);
  return meeting->id;
}
