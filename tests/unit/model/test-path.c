/* SPDX-License-Identifier: MIT */
#include "model/base/path.h"

static const struct {
  const char *path;
  const char *folder;
  const char *below;
} rows[] = {
  { "/a/b", "/a", "b" },   { "/a/b/c", "/a", "b/c" }, { "/a/b/c", "/a/", "b/c" },
  { "/a/b/", "/a", "b/" }, { "/a", "/a", "" },        { "/a", "/a/", "" },
  { "/a/", "/a", "" },     { "/ab", "/a", NULL },     { "/a", "/a/b", NULL },
  { "/a", "/ab", NULL },   { "/b/a", "/a", NULL },    { "/a", "/", "a" },
  { "/a/b", "/", "a/b" },  { "/", "/", "" },          { "/", "/a", NULL },
};

static void
test_what_follows_a_folder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s in %s", rows[i].path, rows[i].folder);
    g_assert_cmpstr (one_path_below (rows[i].path, rows[i].folder), ==, rows[i].below);
    g_assert_cmpint (one_path_is_beneath (rows[i].path, rows[i].folder), ==, rows[i].below != NULL);
  }
}

static void
test_in_one_of_several_folders (void)
{
  char *folders[] = { (char *) "/a", (char *) "/b/c/", NULL };

  g_assert_true (one_path_is_beneath_one ("/a/x", folders));
  g_assert_true (one_path_is_beneath_one ("/b/c/x", folders));
  g_assert_false (one_path_is_beneath_one ("/b/x", folders));
  g_assert_false (one_path_is_beneath_one ("/a/x", folders + 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/what-follows-a-folder", test_what_follows_a_folder);
  g_test_add_func ("/path/in-one-of-several-folders", test_in_one_of_several_folders);
  return g_test_run ();
}
