/* SPDX-License-Identifier: MIT */
/* A page may hold anything. What is read of it is text, and bounded; reading it again is no news.
 */
#include "tests/fuzz/fuzz.h"

#include "core/page/page-changes.h"
#include "core/page/page-read.h"

static void
check_line (const OnePageLine *line)
{
  g_assert_true (g_utf8_validate (line->text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (line->text, -1), <=, 20000);
  g_assert_true (line->kind == ONE_PAGE_NOTE || *line->key);
  g_assert_true (line->kind == ONE_PAGE_NOTE || line->kind == ONE_PAGE_ACTION || !*line->text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (OneCatalogue) catalogue = one_catalogue_new (ONE_ROLE_MANAGER);
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  OneAction action = { .id = 12 };
  OnePoint point = { .id = 7 };
  OnePageKnown known = { .meeting = 41,
                         .person = "Ada Lovelace",
                         .catalogue = catalogue,
                         .actions = actions,
                         .points = points };
  g_autoptr (GPtrArray) once = NULL;
  g_autoptr (GPtrArray) twice = NULL;
  g_autoptr (GArray) changes = NULL;

  g_ptr_array_add (catalogue->categories, one_category_new ("wins", "Wins"));
  g_ptr_array_add (actions, &action);
  g_ptr_array_add (points, &point);
  g_date_set_dmy (&known.day, 23, G_DATE_NOVEMBER, 2026);
  once = one_page_read ((const char *) data, size, &known, NULL);
  if (!once)
    return 0;
  for (guint i = 0; i < once->len; i++)
    check_line (g_ptr_array_index (once, i));
  twice = one_page_read ((const char *) data, size, &known, NULL);
  changes = one_page_changes_list (once, twice, FALSE);
  g_assert_cmpuint (changes->len, ==, 0);
  return 0;
}
