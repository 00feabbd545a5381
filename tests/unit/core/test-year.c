/* SPDX-License-Identifier: MIT */
/* A year of meetings with one person, lived through: the promises that hold at every agenda. */
#include <string.h>

#include "core/agenda/neglect.h"
#include "agenda-fixture.h"

typedef enum {
  COVER_FIRST,  /* the first items of the agenda */
  COVER_LAST,   /* the last ones: whoever never gets to the top */
  COVER_RANDOM, /* any */
  COVER_AVOID,  /* the core category that is nearest to its limit is never among them if another
                   can be: somebody who would rather not, and has no promise of oned's */
} Habit;

typedef struct {
  const char *name;
  OneRole role;
  guint meetings;
  gint64 step;
  guint minutes;
  guint covered; /* items a meeting */
  Habit habit;
  gboolean actions;  /* something is always open */
  gboolean strictly; /* no core category ever passes its max */
} Year;

#define WEEKLY 52, FIXTURE_WEEK, 30
#define FORTNIGHTLY 26, (2 * FIXTURE_WEEK), 45
#define MONTHLY 12, (30 * FIXTURE_DAY), 60

static const Year years[] = {
  { "/year/weekly-first-four", ONE_ROLE_MANAGER, WEEKLY, 4, COVER_FIRST, TRUE, TRUE },
  { "/year/weekly-report-first-four", ONE_ROLE_REPORT, WEEKLY, 4, COVER_FIRST, TRUE, TRUE },
  { "/year/weekly-peer-first-four", ONE_ROLE_PEER, WEEKLY, 4, COVER_FIRST, TRUE, TRUE },
  { "/year/weekly-mentor-first-four", ONE_ROLE_MENTOR, WEEKLY, 4, COVER_FIRST, TRUE, TRUE },
  { "/year/weekly-skip-level-first-four", ONE_ROLE_SKIP_LEVEL, WEEKLY, 4, COVER_FIRST, TRUE, TRUE },
  { "/year/weekly-last-three", ONE_ROLE_MANAGER, WEEKLY, 3, COVER_LAST, TRUE, TRUE },
  { "/year/weekly-random-three", ONE_ROLE_MANAGER, WEEKLY, 3, COVER_RANDOM, TRUE, FALSE },
  { "/year/weekly-avoiding", ONE_ROLE_MANAGER, WEEKLY, 3, COVER_AVOID, TRUE, FALSE },
  { "/year/weekly-without-actions", ONE_ROLE_MANAGER, WEEKLY, 3, COVER_AVOID, FALSE, FALSE },
  { "/year/weekly-report-random", ONE_ROLE_REPORT, WEEKLY, 3, COVER_RANDOM, TRUE, FALSE },
  { "/year/weekly-report-avoiding", ONE_ROLE_REPORT, WEEKLY, 3, COVER_AVOID, TRUE, FALSE },
  { "/year/weekly-peer-avoiding", ONE_ROLE_PEER, WEEKLY, 3, COVER_AVOID, TRUE, FALSE },
  { "/year/weekly-mentor-avoiding", ONE_ROLE_MENTOR, WEEKLY, 3, COVER_AVOID, TRUE, FALSE },
  { "/year/weekly-skip-level-avoiding", ONE_ROLE_SKIP_LEVEL, WEEKLY, 3, COVER_AVOID, TRUE, FALSE },
  { "/year/weekly-short", ONE_ROLE_MANAGER, 52, FIXTURE_WEEK, 15, 3, COVER_RANDOM, TRUE, FALSE },
  { "/year/weekly-all", ONE_ROLE_MANAGER, WEEKLY, 5, COVER_FIRST, TRUE, TRUE },
  { "/year/weekly-random-one", ONE_ROLE_MANAGER, WEEKLY, 1, COVER_RANDOM, TRUE, FALSE },
  { "/year/weekly-nothing-logged", ONE_ROLE_MANAGER, WEEKLY, 0, COVER_FIRST, TRUE, FALSE },
  { "/year/weekly-report-nothing-logged", ONE_ROLE_REPORT, WEEKLY, 0, COVER_FIRST, TRUE, FALSE },
  { "/year/fortnightly-random", ONE_ROLE_MANAGER, FORTNIGHTLY, 3, COVER_RANDOM, TRUE, FALSE },
  { "/year/fortnightly-report", ONE_ROLE_REPORT, FORTNIGHTLY, 3, COVER_RANDOM, TRUE, FALSE },
  { "/year/monthly-random", ONE_ROLE_MANAGER, MONTHLY, 3, COVER_RANDOM, TRUE, FALSE },
  { "/year/monthly-mentor", ONE_ROLE_MENTOR, MONTHLY, 3, COVER_RANDOM, FALSE, FALSE },
  { "/year/daily", ONE_ROLE_MANAGER, 250, FIXTURE_DAY, 15, 3, COVER_AVOID, TRUE, FALSE },
};

static gint
compare_nearest (gconstpointer a, gconstpointer b)
{
  const OneItem *one = *(const OneItem *const *) a;
  const OneItem *other = *(const OneItem *const *) b;
  double one_share = (double) one->neglect.meetings_since / MAX (one->limits.max_meetings, 1);
  double other_share = (double) other->neglect.meetings_since / MAX (other->limits.max_meetings, 1);

  return (one_share > other_share) - (one_share < other_share);
}

static void
shuffle (GPtrArray *items, GRand *random)
{
  for (guint i = items->len; i > 1; i--) {
    guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
    gpointer kept = items->pdata[i - 1];

    items->pdata[i - 1] = items->pdata[j];
    items->pdata[j] = kept;
  }
}

static void
cover (AgendaFixture *fixture, const Year *year, const OneAgenda *agenda, GRand *random)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint skipped = agenda->items->len - MIN (agenda->items->len, year->covered);

  for (guint i = 0; i < agenda->items->len; i++)
    g_ptr_array_add (items, g_ptr_array_index (agenda->items, i));
  if (year->habit == COVER_RANDOM)
    shuffle (items, random);
  if (year->habit == COVER_AVOID)
    g_ptr_array_sort (items, compare_nearest);
  for (guint i = 0; i + skipped < items->len; i++) {
    guint place = year->habit == COVER_LAST ? i + skipped : i;

    fixture_touch (fixture, ((OneItem *) g_ptr_array_index (items, place))->category, 0);
  }
}

static void
check_item (const AgendaFixture *fixture, const OneItem *item, gboolean strictly)
{
  OneNeglect neglect =
      one_neglect_get (fixture->history, fixture->meeting, item->category, &item->limits);
  g_autofree char *figure = g_strdup_printf ("%u meeting", neglect.meetings_since);

  g_assert_cmpuint (strlen (item->reason), >, 0);
  g_assert_cmpuint (item->prompts->len + item->actions->len, >=, 1);
  g_assert_cmpuint (item->prompts->len, <=, 2);
  g_assert_cmpuint (item->minutes, >=, 1);
  g_assert_true (item->rule != ONE_RULE_UPDATE || item->minutes <= 2);
  g_assert_true (item->rule != ONE_RULE_CORE || item->neglect.state != ONE_NEGLECT_NONE);
  if (item->rule != ONE_RULE_CORE)
    return;
  g_assert_cmpuint (item->neglect.meetings_since, ==, neglect.meetings_since);
  if (neglect.state != ONE_NEGLECT_FRESH && neglect.meetings_since > 1)
    g_assert_nonnull (strstr (item->reason, figure));
}

static void
check_agenda (const AgendaFixture *fixture, const Year *year, const OneAgenda *agenda)
{
  guint minutes = 0, talks = 0;

  for (guint i = 0; i < agenda->items->len; i++)
    talks += ((OneItem *) g_ptr_array_index (agenda->items, i))->rule == ONE_RULE_CORE;
  g_assert_cmpuint (talks, >=, year->minutes < 45 ? 2 : 3);
  g_assert_cmpuint (agenda->items->len, <=, 5);
  g_assert_true (fixture_find (agenda, "backup") == NULL);
  for (guint i = 0; i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);

    minutes += item->minutes;
    check_item (fixture, item, year->strictly);
  }
  g_assert_cmpuint (minutes, ==, year->minutes);
  for (guint i = 0; i < fixture->catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (fixture->catalogue->categories, i);
    OneNeglect neglect =
        one_neglect_get (fixture->history, fixture->meeting, category->id, &category->limits);

    if (year->strictly && category->enabled && category->rule == ONE_RULE_CORE)
      g_assert_cmpint (neglect.state, !=, ONE_NEGLECT_OVERDUE);
  }
}

/* Each category is proposed again and again, and each prompt is asked before another comes twice.
 */
static void
check_year (const AgendaFixture *fixture, const Year *year)
{
  for (guint i = 0; i < fixture->catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (fixture->catalogue->categories, i);
    g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
    guint proposals = 0;

    if (!category->enabled || category->rule != ONE_RULE_CORE)
      continue;
    for (guint j = 0; j < fixture->history->proposals->len; j++) {
      const OneProposal *proposal = g_ptr_array_index (fixture->history->proposals, j);

      proposals += g_str_equal (proposal->category, category->id);
      for (guint k = 0; g_str_equal (proposal->category, category->id) && proposal->prompts[k];
           k++) {
        if (g_hash_table_size (asked) == category->prompts->len)
          g_hash_table_remove_all (asked);
        g_assert_true (g_hash_table_add (asked, proposal->prompts[k]));
      }
    }
    g_assert_cmpuint (proposals, >=, year->meetings / (category->limits.max_meetings + 2));
  }
}

static void
live (const Year *year, guint32 seed)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (year->role, year->minutes);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  if (year->actions)
    fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST - FIXTURE_DAY);
  for (guint i = 0; i < year->meetings; i++) {
    g_autoptr (OneAgenda) agenda = one_compose_agenda (&fixture->input);

    check_agenda (fixture, year, agenda);
    fixture_propose (fixture, agenda);
    cover (fixture, year, agenda, random);
    fixture_pass (fixture, ONE_MEETING_HELD, year->step);
  }
  check_year (fixture, year);
}

static void
test_year (gconstpointer data)
{
  const Year *year = data;
  guint lives = year->habit == COVER_RANDOM ? 40 : 1;

  for (guint seed = 1; seed <= lives; seed++)
    live (year, seed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_test_add_data_func (years[i].name, &years[i], test_year);
  return g_test_run ();
}
