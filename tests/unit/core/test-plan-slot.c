/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-slot.h"

#define START 1700042400

static OneSent *
add_row (GPtrArray *rows, gint64 id, OneStage stage, gint64 lead, gint64 start)
{
  OneSent *row = one_sent_new (1, stage);

  row->id = id;
  row->lead = lead;
  row->start = start;
  g_ptr_array_add (rows, row);
  return row;
}

/* "prep 1800 #2!" for each: stage, lead, its row; "!" if the settings ask for it. */
static char *
format_slots (const GArray *slots)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++) {
    const OnePlanSlot *slot = &g_array_index (slots, OnePlanSlot, i);

    g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            one_words_format_stage (slot->stage), slot->lead);
    if (slot->row)
      g_string_append_printf (text, " #%" G_GINT64_FORMAT, slot->row->id);
    g_string_append (text, slot->wanted ? "!" : "");
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct {
  OneSettings *settings;
  OneMeeting *meeting;
  GPtrArray *rows;
  GPtrArray *left;
} Ground;

static void
ground_set_up (Ground *ground, gconstpointer data)
{
  ground->settings = one_settings_new ();
  ground->meeting = one_meeting_new ();
  ground->meeting->start = START;
  ground->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  ground->left = g_ptr_array_new ();
}

static void
ground_tear_down (Ground *ground, gconstpointer data)
{
  one_settings_free (ground->settings);
  one_meeting_free (ground->meeting);
  g_ptr_array_unref (ground->rows);
  g_ptr_array_unref (ground->left);
}

static void
expect (Ground *ground, const char *slots, guint left)
{
  g_autoptr (GArray) list =
      one_plan_slot_list (ground->meeting, ground->rows, ground->settings, ground->left);
  g_autofree char *text = format_slots (list);

  g_assert_cmpstr (text, ==, slots);
  g_assert_cmpuint (ground->left->len, ==, left);
}

static void
test_each_stage_has_a_slot_without_rows (Ground *ground, gconstpointer data)
{
  expect (ground, "prep 1800!, start 120!, nudge 0!", 0);
}

static void
test_a_stage_that_is_off_is_not_wanted (Ground *ground, gconstpointer data)
{
  ground->settings->leads[ONE_STAGE_PREP].n = 0;
  ground->settings->leads[ONE_STAGE_START].n = 0;
  expect (ground, "start 120, nudge 0!", 0);
}

static void
test_several_preps_are_told_apart_by_their_lead (Ground *ground, gconstpointer data)
{
  ground->settings->leads[ONE_STAGE_PREP] = (OneLeads){ { 259200, 1800 }, 2 };
  add_row (ground->rows, 2, ONE_STAGE_PREP, 1800, START);
  expect (ground, "prep 259200!, prep 1800 #2!, start 120!, nudge 0!", 0);
}

static void
test_a_lead_that_was_in_the_settings_once_has_its_slot (Ground *ground, gconstpointer data)
{
  add_row (ground->rows, 2, ONE_STAGE_PREP, 600, START);
  expect (ground, "prep 1800!, start 120!, nudge 0!, prep 600 #2", 0);
}

static void
test_the_lead_of_a_start_or_nudge_does_not_matter (Ground *ground, gconstpointer data)
{
  add_row (ground->rows, 2, ONE_STAGE_START, 0, START);
  add_row (ground->rows, 3, ONE_STAGE_NUDGE, 0, START);
  expect (ground, "prep 1800!, start 120 #2!, nudge 0 #3!", 0);
}

static void
test_the_row_of_this_start_comes_before_a_younger_one (Ground *ground, gconstpointer data)
{
  add_row (ground->rows, 2, ONE_STAGE_START, 0, START);
  add_row (ground->rows, 3, ONE_STAGE_START, 0, START + 60);
  expect (ground, "prep 1800!, start 120 #2!, nudge 0!", 1);
  g_assert_cmpint (((OneSent *) ground->left->pdata[0])->id, ==, 3);
}

static void
test_of_other_starts_the_youngest_row_stays (Ground *ground, gconstpointer data)
{
  add_row (ground->rows, 3, ONE_STAGE_START, 0, START - 60);
  add_row (ground->rows, 2, ONE_STAGE_START, 0, START + 60);
  expect (ground, "prep 1800!, start 120 #3!, nudge 0!", 1);
  g_assert_cmpint (((OneSent *) ground->left->pdata[0])->id, ==, 2);
}

static void
test_rows_without_a_meeting_have_slots_too (Ground *ground, gconstpointer data)
{
  g_autoptr (GArray) list = NULL;
  g_autofree char *text = NULL;

  add_row (ground->rows, 2, ONE_STAGE_NUDGE, 0, START);
  list = one_plan_slot_list (NULL, ground->rows, ground->settings, ground->left);
  text = format_slots (list);
  g_assert_cmpstr (text, ==, "prep 1800!, start 120!, nudge 0 #2!");
  g_assert_null (one_plan_slot_find (list, &(OneSent){ .stage = ONE_STAGE_PREP, .lead = 600 }));
  g_assert_nonnull (one_plan_slot_find (list, &(OneSent){ .stage = ONE_STAGE_PREP, .lead = 1800 }));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/plan-slot/" name, Ground, NULL, ground_set_up, function, ground_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-stage-has-one", test_each_stage_has_a_slot_without_rows);
  ADD ("a-stage-that-is-off-is-not-wanted", test_a_stage_that_is_off_is_not_wanted);
  ADD ("preps-by-their-lead", test_several_preps_are_told_apart_by_their_lead);
  ADD ("a-lead-of-once", test_a_lead_that_was_in_the_settings_once_has_its_slot);
  ADD ("other-leads-do-not-matter", test_the_lead_of_a_start_or_nudge_does_not_matter);
  ADD ("this-start-before-younger", test_the_row_of_this_start_comes_before_a_younger_one);
  ADD ("of-other-starts-the-youngest", test_of_other_starts_the_youngest_row_stays);
  ADD ("without-a-meeting", test_rows_without_a_meeting_have_slots_too);
  return g_test_run ();
}
