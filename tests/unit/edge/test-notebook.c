/* SPDX-License-Identifier: MIT */
#include "edge/user/notebook.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *root;   /* (owned) a throw-away folder */
  char *folder; /* (owned) the notebook in it; not made yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("one-notebook-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->root, "Documents", "one-on-ones", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_all (inner);
  }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->root);
  g_free (fixture->root);
  g_free (fixture->folder);
}

static void
assert_mode (const char *path, guint mode)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

static void
assert_text (const char *path, const char *wanted)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_names (void)
{
  static const struct {
    const char *name;
    const char *safe;
  } rows[] = {
    { "Ada Lovelace", "Ada Lovelace" },
    { "  Ada \t Lovelace\n", "Ada Lovelace" },
    { "Zoë Ångström", "Zoë Ångström" },
    { "Zoe\u0308", "Zo\u00eb" },
    { "李小龍", "李小龍" },
    { "../../etc/passwd", "etc-passwd" },
    { "..", "unnamed" },
    { ".", "unnamed" },
    { "...hidden", "hidden" },
    { "-rf", "rf" },
    { "/", "unnamed" },
    { "", "unnamed" },
    { "\u202e\u200b", "unnamed" },
    { "a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j" },
    { "Ada\x1b[31m", "Ada[31m" },
    { "Dr. Ada L.", "Dr. Ada L" },
    { "ada@example.org", "ada@example.org" },
    { "bad \xff byte", "bad \ufffd byte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *safe = one_notebook_dup_name (rows[i].name);

    g_assert_cmpstr (safe, ==, rows[i].safe);
  }
}

static void
test_long_names (void)
{
  for (guint length = 0; length < 400; length++) {
    GString *name = g_string_new (NULL);
    g_autofree char *safe = NULL;

    for (guint i = 0; i < length; i++)
      g_string_append (name, i % 3 ? "\U0001f469" : "é");
    safe = one_notebook_dup_name (name->str);
    g_assert_true (g_utf8_validate (safe, -1, NULL));
    g_assert_cmpuint (strlen (safe), >, 0);
    g_assert_cmpuint (strlen (safe), <=, 200);
    g_assert_cmpint (g_utf8_strlen (safe, -1), <=, 80);
    g_string_free (name, TRUE);
  }
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *person = g_build_filename (fixture->folder, "Ada", NULL);
  g_autoptr (GDir) dir = NULL;
  GError *error = NULL;

  g_assert_true (
      one_notebook_create (fixture->folder, "Ada/2026-09-14.md", "# Ada\n", &path, &error));
  g_assert_no_error (error);
  assert_text (path, "# Ada\n");
  assert_mode (path, 0600);
  assert_mode (person, 0700);
  assert_mode (fixture->folder, 0700);
  dir = g_dir_open (person, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "2026-09-14.md");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_true (one_notebook_create (fixture->folder, "Ada/1.md", "agenda", &first, NULL));
  g_assert_true (g_file_set_contents (first, "my notes", -1, NULL));
  g_assert_true (one_notebook_create (fixture->folder, "Ada/1.md", "agenda", &second, NULL));
  g_assert_cmpstr (first, ==, second);
  assert_text (second, "my notes");
}

/* What a crash in the middle leaves behind does not stand in the way, nor is it taken for a page.
 */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *part = g_build_filename (fixture->folder, "Ada", ".2.md.part", NULL);

  g_assert_true (one_notebook_create (fixture->folder, "Ada/1.md", "one", &first, NULL));
  g_assert_true (g_file_set_contents (part, "tw", -1, NULL));
  g_assert_true (one_notebook_create (fixture->folder, "Ada/2.md", "two", &second, NULL));
  assert_text (second, "two");
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {
    "",       "1.md",        "/1.md",      "Ada/",      "../1.md",   "Ada/../1.md",  "Ada/..",
    "./1.md", "/etc/passwd", "Ada/x/1.md", ".Ada/1.md", "Ada/.1.md", "Ada\xff/1.md",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (GError) error = NULL;
    char *path = NULL;

    g_assert_false (one_notebook_create (fixture->folder, pages[i], "", &path, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_assert_null (path);
  }
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_link_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *person = g_build_filename (fixture->folder, "Ada", NULL);
  g_autofree char *outside = g_build_filename (fixture->root, "1.md", NULL);
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (symlink (fixture->root, person), ==, 0);
  g_assert_false (one_notebook_create (fixture->folder, "Ada/1.md", "", &path, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "Ada", "1.md", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  char *path = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_false (one_notebook_create (fixture->folder, "Ada/1.md", "", &path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NXIO);
  g_assert_null (path);
  g_assert_false (one_notebook_create ("/proc/oned", "Ada/1.md", "", &path, &other));
  g_assert_cmpint (other->domain, ==, G_FILE_ERROR);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static char *
make_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  g_assert_true (one_notebook_create (fixture->folder, "Ada/2026-11-23.md", "text", &path, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_page (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) huge = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  OneStamp stamp;

  bytes = one_notebook_read (path, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "text", 4);
  g_assert_true (one_notebook_is_seen (path, &stamp));
  g_clear_pointer (&bytes, g_bytes_unref);
  g_string_set_size (huge, 3 * ONE_NOTEBOOK_MAX);
  memset (huge->str, 'x', huge->len);
  g_assert_true (g_file_set_contents (path, huge->str, (gssize) huge->len, NULL));
  g_assert_false (one_notebook_is_seen (path, &stamp));
  bytes = one_notebook_read (path, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, ONE_NOTEBOOK_MAX);
}

static void
test_read_only_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_page (fixture);
  g_autofree char *secret = g_build_filename (fixture->root, "secret", NULL);
  OneStamp stamp;

  for (guint kind = 0; kind < 4; kind++) {
    g_autoptr (GError) error = NULL, why = NULL;

    g_assert_true (kind > 0 || one_notebook_check (path, NULL));
    remove_all (path);
    if (kind == 1)
      g_assert_cmpint (mkfifo (path, 0600), ==, 0);
    if (kind == 2)
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    if (kind == 3) {
      g_assert_true (g_file_set_contents (secret, "secret", -1, NULL));
      g_assert_cmpint (symlink (secret, path), ==, 0);
    }
    g_assert_null (one_notebook_read (path, &stamp, &error));
    g_assert_cmpuint (error->domain, ==, G_FILE_ERROR);
    if (kind == 0)
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_false (one_notebook_check (path, &why));
    g_assert_cmpuint (why->domain, ==, G_FILE_ERROR);
    g_assert_cmpint (why->code, ==, error->code);
    g_assert_false (one_notebook_is_seen (path, &stamp));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notebook/names-are-safe", test_names);
  g_test_add_func ("/notebook/names-are-bounded", test_long_names);
  ADD ("/notebook/page-is-made-for-me-only", test_create);
  ADD ("/notebook/page-that-is-there-is-left-alone", test_left_alone);
  ADD ("/notebook/crash-leaves-no-half-page", test_crash);
  ADD ("/notebook/what-is-not-two-names-is-refused", test_refused);
  ADD ("/notebook/links-do-not-lead-out", test_link_out);
  ADD ("/notebook/what-cannot-be-made-is-said", test_no_file);
  g_test_add ("/notebook/a-page-is-read-up-to-its-cap", Fixture, NULL, set_up, test_read,
              tear_down);
  g_test_add ("/notebook/only-files-in-the-notebook-are-read", Fixture, NULL, set_up,
              test_read_only_pages, tear_down);
  return g_test_run ();
}
