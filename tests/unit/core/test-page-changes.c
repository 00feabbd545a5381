/* SPDX-License-Identifier: MIT */
/* One page, saved again and again: what the user changed in between. */
#include "core/page/page-changes.h"

#include <string.h>

/* "c:wins+ p:a12 me:Send the draft; n:=Went well": kind (a category: c, C by "X", r and R if it
 * was prepared so) or owner, then text, then the state; a "~"
 * in front is a line that is gone; an action's row is its place from 1 on. */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *lines = one_page_line_list_new ();
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] && *parts[i]; i++) {
    const char *part = parts[i] + (*parts[i] == '~');
    g_auto (GStrv) halves = g_strsplit (part, ":", 2);
    gsize length = strlen (halves[1]);
    gboolean done = length > 0 && halves[1][length - 1] == '+';
    OnePageLine *line;

    if (done)
      halves[1][length - 1] = '\0';
    if (strchr ("cCrR", halves[0][0]) && !halves[0][1]) {
      line = one_page_line_new (ONE_PAGE_CATEGORY, halves[1], "");
      if (g_ascii_isupper (halves[0][0]))
        one_page_line_set_capital (line);
      if (g_ascii_tolower (halves[0][0]) == 'r')
        one_page_line_set_prepared (line);
    } else if (g_str_equal (halves[0], "p"))
      line = one_page_line_new (ONE_PAGE_PROMISE, halves[1], "");
    else if (g_str_equal (halves[0], "n"))
      line = one_page_line_new (ONE_PAGE_NOTE, "", halves[1]);
    else
      line = one_page_line_new (ONE_PAGE_ACTION, halves[0], halves[1]);
    line->state = done ? ONE_STATE_DONE : ONE_STATE_OPEN;
    line->gone = part != parts[i];
    g_ptr_array_add (lines, line);
  }
  return lines;
}

static char *
format (const GArray *changes)
{
  static const char *const words[] = { "touched", "untouched", "state",    "added",
                                       "edited",  "removed",   "returned", "noted" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    const OnePageChange *change = &g_array_index (changes, OnePageChange, i);
    const OnePageLine *line = change->line;

    g_string_append_printf (out, "%s%s %s", i ? "; " : "", words[change->did],
                            *line->text && line->kind != ONE_PAGE_CATEGORY ? line->text
                                                                           : line->key);
    if (line->row > 0)
      g_string_append_printf (out, " =%d", (int) line->row);
  }
  return g_string_free (out, FALSE);
}

static const struct {
  const char *name;
  const char *before;
  const char *after;
  const char *changes;
} rows[] = {
  { "nothing-new", "c:wins+; p:a12+; me:Send", "c:wins+; p:a12+; me:Send", "" },
  { "ticked", "c:wins; p:a12", "c:wins+; p:a12+", "touched wins; state a12" },
  { "ticked-at-first-sight", "", "c:wins+; p:a12+", "touched wins; state a12" },
  { "unticked", "c:wins+; p:a12+", "c:wins; p:a12", "untouched wins; state a12" },
  { "prepared-and-as-it-was", "r:wins+; R:growth+", "c:wins+; C:growth+", "" },
  { "prepared-and-ticked-anew", "r:wins+; R:growth+", "C:wins+; c:growth+",
    "touched wins; touched growth" },
  { "prepared-and-unticked", "r:wins+", "c:wins", "untouched wins" },
  { "unticked-and-ticked-again", "c:wins", "c:wins+", "touched wins" },
  { "another-sign-is-no-change", "c:wins+; C:growth+", "C:wins+; c:growth+", "" },
  { "deleted-boxes-are-no-change", "c:wins+; p:a12+", "", "" },
  { "order-is-no-change", "c:wins; me:One; me:Two; c:growth", "c:growth; me:Two; me:One; c:wins",
    "" },
  { "new", "c:wins", "c:wins; me:Send", "added Send" },
  { "new-above-a-known-one", "me:Send the draft", "me:Call Bob; me:Send the draft",
    "added Call Bob" },
  { "blanks-and-case-are-no-other-action", "me:Send the draft", "me:send the Draft.",
    "edited send the Draft. =1" },
  { "same-words-of-another-owner", "me:Send; them:Send", "them:Send; me:Send", "" },
  { "typed-further", "c:wins; me:Se", "c:wins; me:Send the draft", "edited Send the draft =2" },
  { "half-of-the-words-stay", "me:Ask Bob; me:Send the draft to Bob",
    "me:Send the final draft to Eve; me:Ask Bob", "edited Send the final draft to Eve =2" },
  { "rewritten-in-its-place", "c:wins; me:Send the draft; c:growth",
    "c:wins; me:Buy cake; c:growth", "edited Buy cake =2" },
  { "rewritten-elsewhere-is-another", "c:wins; me:Send the draft; c:growth",
    "c:wins; c:growth; me:Buy cake", "added Buy cake; removed Send the draft =2" },
  { "two-rewritten-in-one-place-are-others", "me:Send the draft; me:Call Bob",
    "me:Buy cake; me:Paint walls",
    "added Buy cake; added Paint walls; removed Send the draft =1; removed Call Bob =2" },
  { "another-owner", "me:Send the draft", "them:Send the draft", "edited Send the draft =1" },
  { "closed-on-the-page", "me:Send", "me:Send+", "state Send =1" },
  { "line-deleted", "c:wins; me:Send", "c:wins", "removed Send =2" },
  { "line-still-gone", "~me:Send", "", "" },
  { "line-back-again", "c:wins; ~me:Send", "c:wins; me:Send", "returned Send =2" },
  { "a-gone-line-is-not-edited", "~me:Send", "me:Send the draft", "added Send the draft" },
  { "the-same-twice", "me:Send", "me:Send; me:Send", "added Send" },
  { "note", "c:wins", "c:wins; n:Went well", "noted Went well" },
  { "note-edited", "n:Went", "n:Went well", "noted Went well =1" },
  { "note-deleted", "n:Went", "", "noted  =1" },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) before = parse (rows[i].before);
  g_autoptr (GPtrArray) after = parse (rows[i].after);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *text = NULL;

  for (guint b = 0; b < before->len; b++) {
    OnePageLine *line = g_ptr_array_index (before, b);

    if (line->kind == ONE_PAGE_ACTION || line->kind == ONE_PAGE_NOTE)
      line->row = b + 1;
  }
  changes = one_page_changes_list (before, after, FALSE);
  text = format (changes);
  g_assert_cmpstr (text, ==, rows[i].changes);
}

/* Saved five times, typed letter by letter: one action. */
static void
test_typing (void)
{
  const char *typed = "Send the draft";
  g_autoptr (GPtrArray) before = parse ("c:wins; me:Known; c:growth");
  guint added = 0;

  for (guint length = 1; length <= strlen (typed); length++)
    for (guint times = 0; times < 5; times++) {
      g_autofree char *text =
          g_strdup_printf ("c:wins; me:Known; me:%.*s; c:growth", (int) length, typed);
      g_autoptr (GPtrArray) after = parse (text);
      g_autoptr (GArray) changes = one_page_changes_list (before, after, FALSE);

      for (guint i = 0; i < changes->len; i++) {
        const OnePageChange *change = &g_array_index (changes, OnePageChange, i);

        if (change->did == ONE_PAGE_ADDED)
          change->line->row = ++added;
        else
          g_assert_cmpint (change->did, ==, ONE_PAGE_EDITED);
      }
      g_ptr_array_unref (before);
      before = g_steal_pointer (&after);
    }
  g_assert_cmpuint (added, ==, 1);
}

/* Of a page that was read in part nothing is known to be gone, now or when it is read again. */
static void
test_partial (void)
{
  g_autoptr (GPtrArray) before = parse ("me:One; me:Two; n:Fine");
  g_autoptr (GPtrArray) after = parse ("me:Three; me:One");
  g_autoptr (GPtrArray) again = parse ("me:Three; me:One");
  g_autoptr (GArray) changes = NULL, more = NULL;
  g_autofree char *text = NULL, *later = NULL;

  for (guint i = 0; i < before->len; i++)
    ((OnePageLine *) g_ptr_array_index (before, i))->row = i + 1;
  changes = one_page_changes_list (before, after, TRUE);
  text = format (changes);
  g_assert_cmpstr (text, ==, "added Three");
  ((OnePageLine *) g_ptr_array_index (after, 0))->row = 4;
  more = one_page_changes_list (after, again, FALSE);
  later = format (more);
  g_assert_cmpstr (later, ==, "removed Two =2; noted  =3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/page-changes/%s", rows[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/page-changes/typed-letter-by-letter-is-one-action", test_typing);
  g_test_add_func ("/page-changes/read-in-part", test_partial);
  return g_test_run ();
}
