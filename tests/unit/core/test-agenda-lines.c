/* SPDX-License-Identifier: MIT */
#include "core/notice/agenda-lines.h"

/* Tuesday, 24 November 2026, 10:00 UTC. */
#define T10 1795514400

static void
test_cut (void)
{
  static const struct {
    const char *text;
    guint columns;
    const char *cut;
  } rows[] = {
    { "one two", 7, "one two" },        { "one two", 6, "one…" },
    { "one two three", 9, "one two…" }, { "one two three", 8, "one two…" },
    { "one two three", 7, "one…" },     { "one, two", 6, "one…" },
    { "unbroken", 5, "unbr…" },         { "日本語", 6, "日本語" },
    { "日本語", 5, "日本…" },           { "", 5, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *cut = one_agenda_lines_cut (rows[i].text, rows[i].columns);

    g_test_message ("row %u", i);
    g_assert_cmpstr (cut, ==, rows[i].cut);
  }
}

static OneItem *
add_item (OneAgenda *agenda, OneCategoryRule rule, const char *title, const char *question)
{
  OneItem *item = one_item_new ("c", title);

  item->rule = rule;
  if (question)
    g_ptr_array_add (item->prompts, one_prompt_new ("q", question));
  g_ptr_array_add (agenda->items, item);
  return item;
}

static void
add_action (OneItem *item, OneOwner owner, const char *text, gint due, OneState state)
{
  OneAction *action = one_action_new ();

  action->owner = owner;
  action->state = state;
  g_free (action->text);
  action->text = g_strdup (text);
  if (due > 0)
    g_date_set_dmy (&action->due, (GDateDay) due, G_DATE_NOVEMBER, 2026);
  g_ptr_array_add (item->actions, one_agenda_action_new (action));
  one_action_free (action);
}

static void
add_point (OneItem *item, const char *text)
{
  OnePoint *point = one_point_new ();

  g_free (point->text);
  point->text = g_strdup (text);
  g_ptr_array_add (item->points, point);
}

static char *
format (const OneAgenda *agenda, guint most)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  OneReminderText reminder_text = { .meeting = meeting, .agenda = agenda, .name = "Ada" };
  OneView view = { .zone = zone, .now = T10 };
  g_autoptr (GPtrArray) lines = one_agenda_lines_list (&reminder_text, &view, most);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) lines->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_content (void)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (OneAgenda) agenda = one_agenda_new (meeting);
  OneItem *review = add_item (agenda, ONE_RULE_REVIEW, "Review of the last meeting", "How far?");
  OneItem *points;
  g_autofree char *all = NULL;
  g_autofree char *few = NULL;
  g_autofree char *subjects = NULL;

  add_action (review, ONE_OWNER_ME, "prepare the demo", 19, ONE_STATE_OPEN);
  add_action (review, ONE_OWNER_THEM, "ask HR", 27, ONE_STATE_OPEN);
  add_action (review, ONE_OWNER_ME, "call Bob", 0, ONE_STATE_DONE);
  add_item (agenda, ONE_RULE_UPDATE, "Project in brief", "On track?");
  points = add_item (agenda, ONE_RULE_POINTS, "Your points", NULL);
  add_point (points, "the on-call plan");
  add_item (agenda, ONE_RULE_CORE, "Wins", "What went well?");
  all = format (agenda, 5);
  g_assert_cmpstr (all, ==,
                   "• You promised: prepare the demo, was due Thu\n"
                   "• Ada promised: ask HR, due Fri\n"
                   "• You wanted: the on-call plan\n"
                   "• Wins: What went well?\n"
                   "• Project in brief: On track?\n");
  few = format (agenda, 3);
  g_assert_cmpstr (few, ==,
                   "• You promised: prepare the demo, was due Thu\n"
                   "• You wanted: the on-call plan\n"
                   "• Wins: What went well?\n");
  subjects = one_agenda_lines_format_subjects (agenda);
  g_assert_cmpstr (subjects, ==, "Review · the on-call plan · Wins");
}

static void
test_a_main_subject_without_words (void)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (OneAgenda) agenda = one_agenda_new (meeting);
  OneItem *wins = add_item (agenda, ONE_RULE_CORE, "Wins", "What went well?");
  g_autofree char *line = NULL;

  add_point (wins, "Wins");
  line = format (agenda, 5);
  g_assert_cmpstr (line, ==, "• Wins: What went well?\n");
}

/* What is near is told by its weekday, what is not by its date. */
static void
test_due (void)
{
  static const struct {
    gint day;
    const char *line;
  } rows[] = {
    { 0, "• You promised: x\n" },
    { 24, "• You promised: x, due today\n" },
    { 30, "• You promised: x, due Mon\n" },
    { 18, "• You promised: x, was due Wed\n" },
    { 17, "• You promised: x, was due 17 Nov\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneMeeting) meeting = one_meeting_new ();
    g_autoptr (OneAgenda) agenda = one_agenda_new (meeting);
    g_autofree char *line = NULL;

    add_action (add_item (agenda, ONE_RULE_REVIEW, "Review", NULL), ONE_OWNER_ME, "x", rows[i].day,
                ONE_STATE_OPEN);
    line = format (agenda, 5);
    g_assert_cmpstr (line, ==, rows[i].line);
  }
}

static void
test_long_ones_are_cut_and_never_lose_what_matters (void)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (OneAgenda) agenda = one_agenda_new (meeting);
  OneItem *review = add_item (agenda, ONE_RULE_REVIEW, "Review", NULL);
  OneItem *wins =
      add_item (agenda, ONE_RULE_CORE, "Wins",
                "What did I get done that is much too long to stand in one line of it?");
  g_autofree char *lines = NULL;
  g_autofree char *subjects = NULL;

  add_action (review, ONE_OWNER_ME,
              "write down all that we know about the incident of last Thursday and send it round",
              27, ONE_STATE_OPEN);
  lines = format (agenda, 5);
  g_assert_cmpstr (lines, ==,
                   "• You promised: write down all that we know about the…, due Fri\n"
                   "• Wins: What did I get done that is much too long to stand in…\n");
  g_ptr_array_add (wins->prompts, one_prompt_new ("r", "A short one?"));
  g_clear_pointer (&lines, g_free);
  lines = format (agenda, 5);
  g_assert_nonnull (g_strstr_len (lines, -1, "• Wins: A short one?\n"));
  for (guint i = 0; i < 3; i++)
    add_item (agenda, ONE_RULE_CORE, "A rather long title of a category", "Q?");
  subjects = one_agenda_lines_format_subjects (agenda);
  g_assert_cmpstr (subjects, ==, "Review · Wins · A rather long title of a… …");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-lines/cut-at-a-word", test_cut);
  g_test_add_func ("/agenda-lines/promises-points-and-questions", test_content);
  g_test_add_func ("/agenda-lines/a-main-subject-without-words", test_a_main_subject_without_words);
  g_test_add_func ("/agenda-lines/due-days", test_due);
  g_test_add_func ("/agenda-lines/long-ones-are-cut",
                   test_long_ones_are_cut_and_never_lose_what_matters);
  return g_test_run ();
}
