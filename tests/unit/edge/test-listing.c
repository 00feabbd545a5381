/* SPDX-License-Identifier: MIT */
/* With real folders; what is read of them must be what the kernel says of each name. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include "edge/files/listing.h"
#include "edge/stamp.h"

#define FILES 3000 /* so that their inodes differ in more bits than one pass sorts by */

static char *folder;

static void
add_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
}

static void
del_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static OneListing *
list (guint most)
{
  OneListing *listing = one_listing_new (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), most);

  g_assert_nonnull (listing);
  return listing;
}

static void
test_all_names_by_inode (void)
{
  g_autoptr (OneListing) listing = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 last = 0;

  for (guint i = 0; i < FILES; i++) {
    g_autofree char *name = g_strdup_printf ("%u.ics", i);

    add_file (name);
    g_hash_table_add (names, g_steal_pointer (&name));
  }
  listing = list (FILES);
  g_assert_false (one_listing_is_cut (listing));
  g_assert_cmpuint (one_listing_count (listing), ==, FILES);
  for (guint i = 0; i < FILES; i++) {
    const char *name = one_listing_get (listing, i);
    OneStamp stamp;

    g_assert_cmpint (one_stamp_read (one_listing_get_fd (listing), name, &stamp), ==,
                     ONE_KIND_FILE);
    g_assert_cmpuint (stamp.inode, >=, last);
    last = stamp.inode;
    g_assert_true (g_hash_table_contains (names, name));
    del_file (name);
    g_hash_table_remove (names, name);
  }
  g_assert_cmpuint (g_hash_table_size (names), ==, 0);
}

static void
test_only_what_can_matter (void)
{
  static const struct {
    const char *name;
    gboolean folder;
    gboolean listed;
  } cases[] = {
    { "a.ics", FALSE, TRUE },     { "B.ICS", FALSE, TRUE },   { "a.ics.new", FALSE, FALSE },
    { "README", FALSE, FALSE },   { ".a.ics", FALSE, FALSE }, { ".ics", FALSE, FALSE },
    { "work", TRUE, TRUE },       { ".hidden", TRUE, FALSE }, { "trash", TRUE, FALSE },
    { "folder.ics", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
    g_autoptr (OneListing) listing = NULL;

    if (cases[i].folder)
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    else
      add_file (cases[i].name);
    listing = list (10);
    g_assert_cmpuint (one_listing_count (listing), ==, cases[i].listed);
    if (cases[i].listed)
      g_assert_cmpstr (one_listing_get (listing, 0), ==, cases[i].name);
    del_file (cases[i].name);
  }
}

static void
test_no_more_than_asked_for (void)
{
  add_file ("a.ics");
  add_file ("b.ics");
  for (guint most = 0; most < 4; most++) {
    g_autoptr (OneListing) listing = list (most);

    g_assert_cmpuint (one_listing_count (listing), ==, MIN (most, 2));
    g_assert_cmpint (one_listing_is_cut (listing), ==, most < 2);
  }
  del_file ("a.ics");
  del_file ("b.ics");
}

static void
test_what_is_no_folder_cannot_be_listed (void)
{
  g_assert_null (one_listing_new (open ("/dev/null", O_RDONLY | O_CLOEXEC), 10));
  g_assert_cmpint (errno, ==, ENOTDIR);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  g_test_add_func ("/listing/all-names-by-inode", test_all_names_by_inode);
  g_test_add_func ("/listing/only-what-can-matter", test_only_what_can_matter);
  g_test_add_func ("/listing/no-more-than-asked-for", test_no_more_than_asked_for);
  g_test_add_func ("/listing/what-is-no-folder", test_what_is_no_folder_cannot_be_listed);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
