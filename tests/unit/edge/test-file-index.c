/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include "edge/cache/file-index.h"

#define FILES 12
#define STEPS 300
#define SECOND G_GINT64_CONSTANT (1000000000)

/* What is known of each file, told plainly: 0 if it is not known, else its mtime, or 1 before it
 * was read. */
typedef struct {
  gint64 files[FILES];
} Model;

static const char *
name_of (guint file)
{
  static const char *const names[FILES] = { "a", "b", "c", "d", "e", "f",
                                            "g", "h", "i", "j", "k", "l" };

  return names[file];
}

/* A few mtimes only, so that files share them, and the newest one is lost as often as not. */
static void
do_something (OneFileIndex *file_index, Model *model, GRand *random)
{
  guint file = (guint) g_rand_int_range (random, 0, FILES);
  gint64 mtime = g_rand_int_range (random, 2, 8) * SECOND;
  OneStamp stamp = { .inode = 1, .mtime = mtime };

  if (g_rand_int_range (random, 0, 3) == 0) {
    one_file_index_del (file_index, name_of (file));
    model->files[file] = 0;
    return;
  }
  one_file_index_report (file_index, name_of (file), SECOND);
  model->files[file] = MAX (model->files[file], 1);
  if (g_rand_boolean (random)) {
    one_file_index_take (file_index, name_of (file), &stamp);
    model->files[file] = mtime;
  }
}

static void
check (OneFileIndex *file_index, const Model *model)
{
  gint64 newest = 0;
  guint count = 0;

  for (guint i = 0; i < FILES; i++) {
    OneFileIndexRow file;

    g_assert_cmpint (one_file_index_find (file_index, name_of (i), &file), ==,
                     model->files[i] != 0);
    if (model->files[i] > 1)
      g_assert_cmpint (file.stamp.mtime, ==, model->files[i]);
    count += model->files[i] != 0;
    newest = MAX (newest, model->files[i] > 1 ? model->files[i] : 0);
  }
  g_assert_cmpuint (one_file_index_count (file_index), ==, count);
  g_assert_cmpint (one_file_index_newest (file_index), ==, newest);
}

static void
rest (OneFileIndex *file_index)
{
  g_autoptr (GBytes) bytes = one_file_index_pack (file_index);

  one_file_index_trim (file_index, one_stat_table_new (bytes));
}

/* Whatever happens to the files, and whenever it is put into a table. */
static void
test_whatever_happens (void)
{
  for (guint32 seed = 0; seed < 50; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (OneFileIndex) file_index = one_file_index_new (NULL);
    Model model = { { 0 } };

    for (guint i = 0; i < STEPS; i++) {
      do_something (file_index, &model, random);
      if (g_rand_int_range (random, 0, 20) == 0)
        rest (file_index);
      if (g_rand_boolean (random))
        check (file_index, &model);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known/whatever-happens", test_whatever_happens);
  return g_test_run ();
}
