/* SPDX-License-Identifier: MIT */
#include "core/agenda/prompts.h"

#include "agenda-fixture.h"

static OneCandidate
choice_of (const AgendaFixture *fixture, const char *category)
{
  return (OneCandidate){ .category = one_catalogue_find (fixture->catalogue, category) };
}

/* "flip-priorities flip-worries" */
static char *
ask (const AgendaFixture *fixture, const OneCandidate *candidate, guint minutes)
{
  g_autoptr (GPtrArray) prompts = one_prompts_list (&fixture->input, candidate, minutes);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < prompts->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "",
                            ((OnePrompt *) g_ptr_array_index (prompts, i))->id);
  return g_string_free (ids, FALSE);
}

#define assert_asked(fixture, minutes, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    OneCandidate candidate = choice_of (fixture, "flip");                                          \
    g_autofree char *asked = ask (fixture, &candidate, minutes);                                   \
    g_assert_cmpstr (asked, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
propose (AgendaFixture *fixture, const char *one, const char *two, OneMeetingState state)
{
  const char *const ids[] = { one, two, NULL };

  g_ptr_array_add (fixture->history->proposals, one_proposal_new ("flip", ids, fixture->meeting->id,
                                                                  fixture->meeting->start, 0));
  fixture_pass (fixture, state, FIXTURE_WEEK);
}

static void
test_minutes (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

  assert_asked (fixture, 4, "flip-priorities");
  assert_asked (fixture, 5, "flip-priorities flip-worries");
}

/* None comes again within five meetings while there is another; a second one only if enough are
 * left for the next times. */
static void
test_rotation (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

  assert_asked (fixture, 5, "flip-priorities flip-worries");
  propose (fixture, "flip-priorities", "flip-worries", ONE_MEETING_HELD);
  assert_asked (fixture, 5, "flip-support flip-pressure");
  propose (fixture, "flip-support", "flip-pressure", ONE_MEETING_HELD);
  assert_asked (fixture, 5, "flip-changes");
  propose (fixture, "flip-changes", NULL, ONE_MEETING_HELD);
  assert_asked (fixture, 5, "flip-opinion");
  propose (fixture, "flip-opinion", NULL, ONE_MEETING_HELD);
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  assert_asked (fixture, 5, "flip-priorities"); /* all of them were asked in the last five */
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  assert_asked (fixture, 5, "flip-priorities flip-worries");
}

/* Two people on one day: the other order, and nothing that stands on the other's agenda. */
static void
test_other_people (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  const char *const ids[] = { "flip-worries", "flip-support", NULL };
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);

  fixture->meeting->person = 2;
  assert_asked (fixture, 5, "flip-worries flip-support");
  g_ptr_array_add (taken, one_proposal_new ("flip", ids, 7, FIXTURE_FIRST, 0));
  fixture->input.taken = taken;
  assert_asked (fixture, 5, "flip-pressure flip-changes");
}

static void
test_not_asked (void)
{
  static const OneMeetingState states[] = { ONE_MEETING_SKIPPED, ONE_MEETING_CANCELLED,
                                            ONE_MEETING_DECLINED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

    propose (fixture, "flip-priorities", NULL, states[i]);
    assert_asked (fixture, 4, "flip-priorities");
  }
}

static void
test_kept (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  const char *const ids[] = { "flip-support", "flip-gone", NULL };
  const char *const gone[] = { "flip-gone", NULL };
  g_autoptr (OneProposal) kept = one_proposal_new ("flip", ids, 1, FIXTURE_FIRST, 0);
  g_autoptr (OneProposal) lost = one_proposal_new ("flip", gone, 1, FIXTURE_FIRST, 0);
  OneCandidate candidate = choice_of (fixture, "flip");
  g_autofree char *then = NULL;
  g_autofree char *anew = NULL;

  candidate.kept = kept;
  then = ask (fixture, &candidate, 5);
  g_assert_cmpstr (then, ==, "flip-support");
  candidate.kept = lost;
  anew = ask (fixture, &candidate, 5);
  g_assert_cmpstr (anew, ==, "flip-priorities flip-worries");
}

static void
test_none (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  OneCandidate candidate = choice_of (fixture, "flip");
  g_autofree char *asked = NULL;

  g_ptr_array_set_size (candidate.category->prompts, 0);
  asked = ask (fixture, &candidate, 5);
  g_assert_cmpstr (asked, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prompts/one-or-two-by-the-minutes", test_minutes);
  g_test_add_func ("/prompts/none-twice-before-all-others", test_rotation);
  g_test_add_func ("/prompts/two-people-on-a-day-do-not-get-the-same", test_other_people);
  g_test_add_func ("/prompts/not-asked-where-nobody-met", test_not_asked);
  g_test_add_func ("/prompts/a-prepared-agenda-keeps-its-prompts", test_kept);
  g_test_add_func ("/prompts/a-category-may-have-none", test_none);
  return g_test_run ();
}
