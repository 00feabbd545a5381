/* SPDX-License-Identifier: MIT */
/* Bytes as lines, up to where a page is read. */
#include "core/page/page-raw.h"

#include <string.h>

#include "core/page/page-limits.h"

/* "a|b 3": the lines, and the first that was left out. */
static char *
format (const char *text, gsize size)
{
  guint left = 17;
  g_auto (GStrv) lines = one_page_raw_split (text, size, &left);
  g_autofree char *joined = lines ? g_strjoinv ("|", lines) : g_strdup ("nothing");

  return g_strdup_printf ("%s %u", joined, left);
}

static void
test_split (void)
{
  static const struct {
    const char *text;
    const char *lines;
  } rows[] = {
    { "a\nb", "a|b 0" },      { "a\r\nb\r\n", "a|b| 0" },        { "a\rb", "a|b 0" },
    { "a\303", "a 0" },       { "\357\273\277a\n", "a| 0" },     { "", "nothing 0" },
    { " \n\t", "nothing 0" }, { "---\nx: y\n---\nb", "|||b 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *said = format (rows[i].text, strlen (rows[i].text));

    g_assert_cmpstr (said, ==, rows[i].lines);
  }
}

static guint
find_left (const char *unit, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint left = 0;

  while (text->len < size)
    g_string_append (text, unit);
  lines = one_page_raw_split (text->str, size, &left);
  g_assert_true (left == 0 || left - 1 <= g_strv_length (lines));
  return left;
}

/* Both sides of each edge: bytes, then lines. A line that is whole on the edge is read. */
static void
test_left (void)
{
  const char *line = "0123456789012345678901234567890123456789012345678901234567890123456789\n";
  guint length = (guint) strlen (line);

  g_assert_cmpuint (find_left (line, ONE_PAGE_TEXT_MAX), ==, 0);
  g_assert_cmpuint (find_left (line, ONE_PAGE_TEXT_MAX + 1), ==, ONE_PAGE_TEXT_MAX / length + 1);
  g_assert_cmpuint (find_left ("0123456\n", 8 * ONE_PAGE_LINES_MAX), ==, 0);
  g_assert_cmpuint (find_left ("0123456\n", 8 * ONE_PAGE_LINES_MAX + 1), ==,
                    ONE_PAGE_LINES_MAX + 1);
  g_assert_cmpuint (find_left ("x", ONE_PAGE_TEXT_MAX), ==, 0);
  g_assert_cmpuint (find_left ("x", ONE_PAGE_TEXT_MAX + 1), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-raw/split", test_split);
  g_test_add_func ("/page-raw/left", test_left);
  return g_test_run ();
}
