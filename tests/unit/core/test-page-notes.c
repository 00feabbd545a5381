/* SPDX-License-Identifier: MIT */
/* Which line goes to which note, and where one ends that is too long. */
#include "core/page/page-notes.h"

#include "core/page/page-left.h"
#include "core/page/page-limits.h"
#include "model/page-line.h"

/* "wins:a|b; :c 7": the notes with their lines, then the lines of the file that were left. */
static char *
finish (OnePageNotes *notes)
{
  g_autoptr (GPtrArray) lines = one_page_line_list_new ();
  g_autoptr (GPtrArray) left = one_page_left_list_new ();
  GString *out = g_string_new (NULL);

  one_page_notes_finish (notes, lines, left);
  for (guint i = 0; i < lines->len; i++) {
    const OnePageLine *line = g_ptr_array_index (lines, i);

    g_string_append_printf (out, "%s%s:%s", i ? "; " : "", line->key, line->text);
  }
  for (guint i = 0; i < left->len; i++)
    g_string_append_printf (out, " %u", ((OnePageLeft *) g_ptr_array_index (left, i))->line);
  g_strdelimit (out->str, "\n", '|');
  return g_string_free (out, FALSE);
}

static void
test_turns (void)
{
  g_autoptr (OnePageNotes) notes = one_page_notes_new ();
  g_autofree char *said = NULL;

  g_assert_true (one_page_notes_is_meeting (notes));
  one_page_notes_turn_to (notes, "wins");
  g_assert_false (one_page_notes_is_meeting (notes));
  one_page_notes_add_line (notes, "  a", 1);
  one_page_notes_add_line (notes, "", 2);
  one_page_notes_add_line (notes, "    b", 3);
  one_page_notes_turn_to_heading (notes, 2, "## Notes");
  g_assert_true (one_page_notes_is_meeting (notes));
  one_page_notes_add_line (notes, "c", 5);
  one_page_notes_turn_to_heading (notes, 3, "### More");
  one_page_notes_turn_to_heading (notes, 3, "### Most");
  one_page_notes_add_line (notes, "d", 8);
  one_page_notes_turn_to (notes, "growth");
  one_page_notes_turn_to (notes, "wins");
  one_page_notes_add_line (notes, "  e", 9);
  said = finish (notes);
  g_assert_cmpstr (said, ==, ":c||### Most||d; wins:a||  b|e");
}

/* Both sides of the edge. The text that a note begins with is in lines 10 to 12 of the file. */
static void
test_too_long (void)
{
  for (guint over = 0; over < 2; over++) {
    g_autoptr (OnePageNotes) notes = one_page_notes_new ();
    g_autofree char *rest = g_strnfill (ONE_PAGE_NOTE_MAX - 4 + over, 'x');
    g_autofree char *said = NULL;

    one_page_notes_add_line (notes, "a", 10);
    one_page_notes_add_line (notes, "b", 11);
    one_page_notes_add_line (notes, rest, 12);
    one_page_notes_add_line (notes, "", 13);
    said = finish (notes);
    g_assert_true (g_str_has_suffix (said, over ? "x… 12" : "xx"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-notes/turns", test_turns);
  g_test_add_func ("/page-notes/too-long", test_too_long);
  return g_test_run ();
}
