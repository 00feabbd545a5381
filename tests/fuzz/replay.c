/* SPDX-License-Identifier: MIT */
/* usage: replay FOLDER: the target with each file of its corpus, and with all beginnings of it. */
#include "tests/fuzz/fuzz.h"

#define MAX_BEGINNINGS 4096

static void
replay (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) bytes, size);
  for (gsize cut = 0; cut < MIN (size, MAX_BEGINNINGS); cut++) {
    /* A copy of its own, so that a byte read behind the end is found. */
    g_autofree guint8 *beginning = cut > 0 ? g_memdup2 (bytes, cut) : g_malloc0 (1);
    LLVMFuzzerTestOneInput (beginning, cut);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (argv[argc - 1], 0, &error);
  const char *name;
  guint replayed = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (argv[argc - 1], name, NULL);
    replay (path);
    g_print ("ok %u %s\n", ++replayed, name);
  }
  g_assert_cmpuint (replayed, >, 0);
  g_print ("1..%u\n", replayed);
  return 0;
}
