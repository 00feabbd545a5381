/* SPDX-License-Identifier: MIT */
/* Rules: which are refused, and that counting agrees with libical where libical is right. */
#include <libical/ical.h>
#include <string.h>

#include "reader/value/civil.h"
#include "reader/recur/recur.h"

static const struct {
  const char *text;
  const char *part; /* NULL: it is read */
} parts[] = {
  { "FREQ=WEEKLY", NULL },
  { "FREQ=WEEKLY;", NULL },
  { "freq=weekly;byday=mo", NULL },
  { "FREQ=WEEKLY;X-FOO=1", NULL },
  { "FREQ=WEEKLY;COUNT=1", NULL },
  { "FREQ=WEEKLY;COUNT=0", "COUNT=0" },
  { "FREQ=WEEKLY;COUNT=-5", "COUNT=-5" },
  { "FREQ=WEEKLY;COUNT=4294967297", "COUNT=4294967297" },
  { "FREQ=WEEKLY;COUNT=2147483647", NULL },
  { "FREQ=WEEKLY;INTERVAL=100000", NULL },
  { "FREQ=WEEKLY;INTERVAL=100001", "INTERVAL=100001" },
  { "FREQ=WEEKLY;INTERVAL=-1", "INTERVAL=-1" },
  { "FREQ=WEEKLY;UNTIL=20261301", "UNTIL=20261301" },
  { "FREQ=WEEKLY;UNTIL=20261231", NULL },
  { "FREQ=WEEKLY;BYDAY=MO,XX", "BYDAY=MO,XX" },
  { "FREQ=MONTHLY;BYDAY=54MO", "BYDAY=54MO" },
  { "FREQ=MONTHLY;BYDAY=-53MO", NULL },
  { "FREQ=MONTHLY;BYDAY=0MO", NULL },
  { "FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0" },
  { "FREQ=MONTHLY;BYMONTHDAY=31,-31", NULL },
  { "FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32" },
  { "FREQ=YEARLY;BYYEARDAY=366", NULL },
  { "FREQ=YEARLY;BYYEARDAY=367", "BYYEARDAY=367" },
  { "FREQ=YEARLY;BYMONTH=13", "BYMONTH=13" },
  { "FREQ=YEARLY;BYMONTH=5L", "BYMONTH=5L" },
  { "RSCALE=CHINESE;FREQ=YEARLY", "RSCALE=CHINESE" },
  { "FREQ=DAILY;BYHOUR=24", "BYHOUR=24" },
  { "FREQ=DAILY;FREQ=WEEKLY", "FREQ=WEEKLY" },
  { "FREQ=DAILY;COUNT=3;FREQ=DAILY", NULL },
  { "FREQ=WEEKLY; BYDAY = MO, TU,\tWE", NULL },
  { "FREQ=WEEKLY;BYDAY=M O", NULL },
  { "FREQ=WEEKLY;BYDAY=", NULL },
  { "FREQ=WEEKLY;BYMONTH=", NULL },
  { "FREQ=WEEKLY;COUNT=", "COUNT=" },
  { "FREQ=WEEKLY;INTERVAL=", "INTERVAL=" },
  { "FREQ=", "FREQ=" },
  { "DTSTART=20240101T100000Z;FREQ=WEEKLY", NULL },
  { "RSCALE=GREGORIAN;FREQ=YEARLY", NULL },
  { "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT", NULL },
  { "RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=FORWARD", NULL },
  { "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD", "SKIP=FORWARD" },
  { "BYDAY=MO", "BYDAY=MO" },
  { "FREQ=SOMETIMES", "FREQ=SOMETIMES" },
  { "nonsense", "nonsense" },
};

static void
test_what_is_no_rule_is_refused_with_its_part (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *why = NULL;
    OneRule rule;

    g_test_message ("%s", parts[i].text);
    g_assert_cmpint (one_rule_read (parts[i].text, &rule, &why), ==, parts[i].part == NULL);
    if (parts[i].part)
      g_assert_nonnull (strstr (why, parts[i].part));
    else
      g_assert_null (why);
  }
}

/* Where the two agree the rule is right: they share no line. */
static void
compare_with_libical (const char *text, const char *start)
{
  struct icalrecurrencetype theirs = icalrecurrencetype_from_string (text);
  struct icaltimetype first = icaltime_from_string (start);
  icalrecur_iterator *iterator = icalrecur_iterator_new (theirs, first);
  gint64 begin = one_civil_day (first.year, first.month, first.day) * ONE_DAY_SECONDS
                 + first.hour * 3600 + first.minute * 60;
  g_autofree char *why = NULL;
  guint64 budget = 100000;
  OneRecur recur;
  OneRule rule;

  g_test_message ("%s", text);
  g_assert_true (one_rule_read (text, &rule, &why));
  one_recur_begin (&recur, &rule, begin, begin, begin + 40 * 366 * (gint64) ONE_DAY_SECONDS);
  for (int i = 0; i < 60; i++) {
    struct icaltimetype time = icalrecur_iterator_next (iterator);
    gint64 wall = -1;

    if (icaltime_is_null_time (time) || time.year > first.year + 38)
      break;
    g_assert_true (one_recur_next (&recur, &budget, &wall));
    g_assert_cmpint (wall, ==,
                     one_civil_day (time.year, time.month, time.day) * ONE_DAY_SECONDS
                         + time.hour * 3600 + time.minute * 60 + time.second);
  }
  one_recur_finish (&recur);
  icalrecur_iterator_free (iterator);
}

static void
test_counting_agrees_with_libical (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=DAILY;BYDAY=TU,TH",
    "FREQ=DAILY;BYMONTH=9,10",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,SU;WKST=MO",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,SU;WKST=SU",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=29,30,31",
    "FREQ=MONTHLY;BYDAY=1TU,-1FR",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=6,7",
    "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autofree char *why = NULL;
    guint64 budget = 100000;
    gint64 wall = one_civil_day (2026, 9, 1) * ONE_DAY_SECONDS + 9 * 3600;
    g_autofree char *start = NULL;
    OneDate date;
    OneRecur recur;
    OneRule rule;

    /* Begin at an instance: what DTSTART is otherwise, each decides for itself. */
    g_assert_true (one_rule_read (rules[i], &rule, &why));
    one_recur_begin (&recur, &rule, wall, wall, wall + 40 * 366 * (gint64) ONE_DAY_SECONDS);
    recur.bare = TRUE;
    g_assert_true (one_recur_next (&recur, &budget, &wall));
    one_recur_finish (&recur);
    date = one_civil_date (one_civil_day_of (wall));
    start = g_strdup_printf ("%04d%02d%02dT090000", date.year, date.month, date.day);
    compare_with_libical (rules[i], start);
  }
}

static const char *const sought[] = {
  "FREQ=DAILY;INTERVAL=3",
  "FREQ=DAILY;COUNT=5000",
  "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;WKST=SU",
  "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=900",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=301",
  "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1WE",
  "FREQ=MONTHLY;COUNT=200",
  "FREQ=MONTHLY;BYDAY=2TH;COUNT=113",
  "FREQ=MONTHLY;BYDAY=2TH;COUNT=112",
  "FREQ=MONTHLY;BYDAY=-4MO;BYHOUR=9,15;COUNT=300",
  "FREQ=MONTHLY;BYDAY=5TH;COUNT=70",
  "FREQ=MONTHLY;BYDAY=1MO,1TH;COUNT=300",
  "FREQ=MONTHLY;BYDAY=1MO,-4MO;COUNT=300",
  "FREQ=MONTHLY;BYDAY=TH;COUNT=500",
  "FREQ=MONTHLY;BYDAY=2TH;BYMONTHDAY=9;COUNT=30",
  "FREQ=MONTHLY;BYDAY=2TH;BYMONTH=3,4;COUNT=30",
  "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-28;COUNT=38",
  "FREQ=MONTHLY;BYMONTHDAY=28,-1;COUNT=300",
  "FREQ=MONTHLY;BYMONTHDAY=28,-28;COUNT=300",
  "FREQ=MONTHLY;BYMONTHDAY=29;COUNT=150",
  "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=70",
  "FREQ=YEARLY",
  "FREQ=YEARLY;COUNT=12",
  "FREQ=YEARLY;BYMONTH=4;BYDAY=-1TU;COUNT=12",
  "FREQ=YEARLY;BYMONTH=4,6;BYDAY=-1TU;COUNT=24",
  "FREQ=YEARLY;BYDAY=15TU;COUNT=12",
  "FREQ=YEARLY;BYWEEKNO=20;COUNT=12",
  "FREQ=YEARLY;BYMONTH=10,2",
  "FREQ=YEARLY;BYMONTH=12;BYWEEKNO=1",
  "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=4",
};

/* Beginning far from DTSTART must give what walking there gives. */
static void
test_seeking_gives_what_walking_gives (void)
{
  gint64 start = one_civil_day (2010, 1, 7) * ONE_DAY_SECONDS + 9 * 3600;
  gint64 from = one_civil_day (2019, 5, 1) * ONE_DAY_SECONDS;
  gint64 to = one_civil_day (2028, 5, 1) * ONE_DAY_SECONDS;

  for (guint i = 0; i < G_N_ELEMENTS (sought); i++) {
    g_autofree char *why = NULL;
    guint64 budget = 1000000;
    OneRecur walk, seek;
    OneRule rule;
    gint64 a = 0, b = 0;
    gboolean more;

    g_test_message ("%s", sought[i]);
    g_assert_true (one_rule_read (sought[i], &rule, &why));
    one_recur_begin (&walk, &rule, start, start, to);
    one_recur_begin (&seek, &rule, start, from, to);
    do {
      do
        more = one_recur_next (&walk, &budget, &a);
      while (more && a < from);
      do
        g_assert_cmpint (one_recur_next (&seek, &budget, &b) || !more, ==, TRUE);
      while (more && b < from);
      if (more)
        g_assert_cmpint (a, ==, b);
    } while (more && a < to);
    one_recur_finish (&walk);
    one_recur_finish (&seek);
  }
}

/* Where libical walks from DTSTART: weekly with an interval, and long ago. */
static void
test_seeking_costs_few_steps (void)
{
  static const char *const rules[] = {
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;WKST=SU",
    "FREQ=DAILY",
    "FREQ=WEEKLY;COUNT=100000",
  };
  gint64 start = one_civil_day (1970, 1, 5) * ONE_DAY_SECONDS;
  gint64 from = one_civil_day (2200, 1, 1) * ONE_DAY_SECONDS;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autofree char *why = NULL;
    guint64 budget = 10;
    gint64 wall = 0;
    OneRecur recur;
    OneRule rule;

    g_test_message ("%s", rules[i]);
    g_assert_true (one_rule_read (rules[i], &rule, &why));
    one_recur_begin (&recur, &rule, start, from, from + 366 * (gint64) ONE_DAY_SECONDS);
    while (wall < from)
      g_assert_true (one_recur_next (&recur, &budget, &wall));
    one_recur_finish (&recur);
  }
}

static void
test_a_rule_that_never_happens_ends (void)
{
  g_autofree char *why = NULL;
  guint64 budget = 1000;
  OneRecur recur;
  OneRule rule;
  gint64 wall;

  g_assert_true (one_rule_read ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", &rule, &why));
  one_recur_begin (&recur, &rule, 0, 0, G_MAXINT64 / 2);
  g_assert_true (one_recur_next (&recur, &budget, &wall));
  g_assert_false (one_recur_next (&recur, &budget, &wall));
  g_assert_cmpuint (budget, ==, 0);
  one_recur_finish (&recur);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/rule/what-is-no-rule-is-refused-with-its-part",
                   test_what_is_no_rule_is_refused_with_its_part);
  g_test_add_func ("/reader/rule/counting-agrees-with-libical", test_counting_agrees_with_libical);
  g_test_add_func ("/reader/rule/seeking-gives-what-walking-gives",
                   test_seeking_gives_what_walking_gives);
  g_test_add_func ("/reader/rule/seeking-costs-few-steps", test_seeking_costs_few_steps);
  g_test_add_func ("/reader/rule/a-rule-that-never-happens-ends",
                   test_a_rule_that_never_happens_ends);
  return g_test_run ();
}
