/* SPDX-License-Identifier: MIT */
#include "core/agenda/reason.h"

static void
test_age (void)
{
  static const struct {
    guint held;
    const char *words;
  } rows[] = { { 0, "new" },
               { 1, "open for 1 meeting" },
               { 2, "open for 2 meetings" },
               { 11, "open for 11 meetings" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *age = one_reason_format_age (rows[i].held);

    g_assert_cmpstr (age, ==, rows[i].words);
  }
}

static void
test_weeks (void)
{
  static const struct {
    guint days;
    const char *words;
  } rows[] = { { 0, "0 days" },   { 1, "1 day" },    { 6, "6 days" },   { 7, "1 week" },
               { 8, "8 days" },   { 13, "13 days" }, { 14, "2 weeks" }, { 42, "6 weeks" },
               { 43, "6 weeks" }, { 15, "2 weeks" }, { 17, "2 weeks" }, { 18, "3 weeks" },
               { 45, "6 weeks" }, { 46, "7 weeks" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *weeks = one_reason_format_weeks (rows[i].days / 7.0);

    g_assert_cmpstr (weeks, ==, rows[i].words);
  }
}

typedef struct {
  const char *name;
  OneCategoryRule rule;
  gboolean main;
  guint points;
  guint oldest;
  OneNeglect neglect;
  const char *reason;
} Row;

/* ideal 2 meetings or 4 weeks, max 6 meetings or 14 weeks */
static const Row rows[] = {
  { "/reason/neglected",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 1, 4, 0, 6, 2, ONE_NEGLECT_DUE },
    "last talked about 4 meetings ago (6 weeks); due every 2 meetings" },
  { "/reason/neglected-or-not-noted",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 1, 4, 1, 6, 2, ONE_NEGLECT_DUE },
    "last noted 4 meetings ago (6 weeks); due every 2 meetings" },
  { "/reason/by-weeks",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 1, 1, 0, 5, 1.25, ONE_NEGLECT_DUE },
    "talked about last time (5 weeks ago); due every 4 weeks" },
  { "/reason/overdue",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 1, 6, 0, 6, 3, ONE_NEGLECT_OVERDUE },
    "last talked about 6 meetings ago (6 weeks); due every 2 meetings; at the latest every 6 "
    "meetings" },
  { "/reason/overdue-by-weeks",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 1, 3, 0, 14, 3.5, ONE_NEGLECT_OVERDUE },
    "last talked about 3 meetings ago (14 weeks); due every 4 weeks; at the latest every 14 "
    "weeks" },
  { "/reason/never-noted",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 0, 3, 3, 3, 1.5, ONE_NEGLECT_DUE },
    "nothing noted on this in 3 meetings (3 weeks); due every 2 meetings" },
  { "/reason/never-noted-of-one",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 0, 1, 1, 1, 0.5, ONE_NEGLECT_FRESH },
    "nothing noted on this yet" },
  { "/reason/not-yet",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 0, 0, 0, 0, 0, ONE_NEGLECT_FRESH },
    "nothing noted on this yet" },
  { "/reason/fresh",
    ONE_RULE_CORE,
    FALSE,
    0,
    0,
    { 1, 1, 0, 1, 0.5, ONE_NEGLECT_FRESH },
    "talked about last time (1 week ago)" },
  { "/reason/points-of-a-fresh-one",
    ONE_RULE_CORE,
    FALSE,
    1,
    0,
    { 1, 1, 0, 1, 0.5, ONE_NEGLECT_FRESH },
    "1 point of yours" },
  { "/reason/old-point",
    ONE_RULE_CORE,
    FALSE,
    1,
    2,
    { 1, 1, 0, 1, 0.5, ONE_NEGLECT_FRESH },
    "1 point of yours; open for 2 meetings" },
  { "/reason/points-and-neglect",
    ONE_RULE_CORE,
    FALSE,
    2,
    1,
    { 1, 2, 0, 2, 1, ONE_NEGLECT_DUE },
    "2 points of yours; the oldest for 1 meeting; last talked about 2 meetings ago (2 weeks); due "
    "every 2 meetings" },
  { "/reason/main", ONE_RULE_UPDATE, TRUE, 0, 0, { 0 }, "you made it the main subject" },
  { "/reason/update", ONE_RULE_UPDATE, FALSE, 0, 0, { 0 }, "always there, and brief" },
  { "/reason/backup", ONE_RULE_BACKUP, FALSE, 0, 0, { 0 }, "nothing else is waiting" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (OneItem) item = one_item_new ("wins", "Wins");
  g_autofree char *reason = NULL;

  item->rule = row->rule;
  item->main = row->main;
  item->neglect = row->neglect;
  item->limits = (OneLimits){ 2, 4, 6, 14 };
  for (guint i = 0; i < row->points; i++)
    g_ptr_array_add (item->points, one_point_new ());
  reason = one_reason_format_item (item, row->oldest);
  g_assert_cmpstr (reason, ==, row->reason);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/ages-in-words", test_age);
  g_test_add_func ("/reason/whole-weeks-or-days", test_weeks);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].name, &rows[i], test_row);
  return g_test_run ();
}
