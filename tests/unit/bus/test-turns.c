/* SPDX-License-Identifier: MIT */
/* A call is its letters: capital for a long one, then who calls: "Aa" is a's long call A. */
#include "bus/turns.h"

#include <string.h>

static const struct {
  const char *name;
  const char *calls;
  const char *at_once; /* what is answered when all have come */
  const char *later;   /* and then, one in each turn of the main loop */
} rows[] = {
  { "short-is-answered-at-once", "xa ya", "xa ya ", "" },
  { "long-waits-for-its-turn", "Aa", "", "Aa " },
  { "one-of-each-before-the-second-of-any", "Aa Ba Ca Db", "", "Aa Db Ba Ca " },
  { "three-callers", "Aa Ba Cb Db Ec", "", "Aa Cb Ec Ba Db " },
  { "short-of-another-passes-by", "Aa Ba xb", "xb ", "Aa Ba " },
  { "short-behind-the-own-long-keeps-its-place", "Aa xa Bb", "", "Aa Bb xa " },
  { "short-again-at-once-when-nothing-waits", "xa Ab", "xa ", "Ab " },
};

static void
answer (gpointer call, gpointer data)
{
  g_string_append_printf (data, "%s ", (char *) call);
  g_free (call);
}

static void
take_all (OneTurns *turns, const char *calls)
{
  g_auto (GStrv) list = g_strsplit (calls, " ", -1);

  for (guint i = 0; list[i]; i++)
    one_turns_take (turns, list[i] + 1, g_strdup (list[i]), g_ascii_isupper (*list[i]));
}

static void
test_order (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) said = g_string_new (NULL);
  OneTurns *turns = one_turns_new (answer, g_free, said);
  gsize waiting = strlen (rows[i].later) / strlen ("Aa ");

  take_all (turns, rows[i].calls);
  g_assert_cmpstr (said->str, ==, rows[i].at_once);
  g_string_truncate (said, 0);
  for (gsize turn = 1; turn <= waiting; turn++) {
    g_assert_true (g_main_context_iteration (NULL, FALSE));
    g_assert_cmpuint (said->len, ==, turn * strlen ("Aa "));
  }
  g_assert_cmpstr (said->str, ==, rows[i].later);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  take_all (turns, "Zz");
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_true (g_str_has_suffix (said->str, "Zz "));
  one_turns_free (turns);
}

/* Something else that is ready gets its turn between two long calls. */
static gboolean
others (gpointer data)
{
  g_string_append (data, "- ");
  return G_SOURCE_CONTINUE;
}

static void
test_others_are_served_between_two (void)
{
  g_autoptr (GString) said = g_string_new (NULL);
  OneTurns *turns = one_turns_new (answer, g_free, said);
  guint source;

  take_all (turns, "Aa Ba Ca");
  source = g_idle_add_full (G_PRIORITY_DEFAULT, others, said, NULL);
  for (guint i = 0; i < 3; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (said->str, ==, "Aa - Ba - Ca - ");
  g_source_remove (source);
  one_turns_free (turns);
}

/* Short calls are answered meanwhile, and an answer that is on its way twice is waited for twice.
 */
static void
test_held (void)
{
  g_autoptr (GString) said = g_string_new (NULL);
  OneTurns *turns = one_turns_new (answer, g_free, said);

  take_all (turns, "Aa Bb");
  one_turns_hold (turns);
  one_turns_hold (turns);
  g_main_context_iteration (NULL, FALSE);
  take_all (turns, "Cc xd");
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (said->str, ==, "xd ");
  one_turns_go_on (turns);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  one_turns_go_on (turns);
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (said->str, ==, "xd Aa Bb Cc ");
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  one_turns_free (turns);
}

static OneTurns *holding;

static void
answer_and_hold (gpointer call, gpointer data)
{
  answer (call, data);
  one_turns_hold (holding);
}

static void
test_held_by_the_answer_itself (void)
{
  g_autoptr (GString) said = g_string_new (NULL);

  holding = one_turns_new (answer_and_hold, g_free, said);
  take_all (holding, "Aa Bb");
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (said->str, ==, "Aa ");
  one_turns_go_on (holding);
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (said->str, ==, "Aa Bb ");
  one_turns_free (holding);
}

static void
test_freed_while_calls_wait (void)
{
  g_autoptr (GString) said = g_string_new (NULL);
  OneTurns *turns = one_turns_new (answer, g_free, said);

  take_all (turns, "Aa Ba xa Cb");
  one_turns_free (turns);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (said->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/turns/", rows[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_order);
  }
  g_test_add_func ("/turns/others-are-served-between-two", test_others_are_served_between_two);
  g_test_add_func ("/turns/held", test_held);
  g_test_add_func ("/turns/held-by-the-answer-itself", test_held_by_the_answer_itself);
  g_test_add_func ("/turns/freed-while-calls-wait", test_freed_while_calls_wait);
  return g_test_run ();
}
