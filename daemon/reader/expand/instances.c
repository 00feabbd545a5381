/* SPDX-License-Identifier: MIT */
#include "reader/expand/instances.h"

#include "reader/expand/to-utc.h"
#include "reader/recur/recur.h"
#include "reader/value/civil.h"

#define MAX_INSTANCES 100000 /* of one series */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static int
compare_instances (gconstpointer a, gconstpointer b)
{
  const OneInstance *x = a, *y = b;

  if (x->original != y->original)
    return x->original > y->original ? 1 : -1;
  return (x->end < y->end) - (x->end > y->end); /* A PERIOD knows its end better. */
}

static gboolean
have_time (const GArray *times, gint64 time)
{
  return g_array_binary_search ((GArray *) times, &time, compare_times, NULL);
}

gint64
one_instances_resolve (const OneInstances *instances, const OneVEvent *vevent,
                       const OneDateTime *written)
{
  gint64 clock;

  if (instances->all_day)
    return one_zone_to_utc (instances->zone, one_to_utc_day (instances->context, written));
  if (written->kind != ONE_DATETIME_DATE)
    return one_to_utc (instances->context, vevent, written, instances->zone);
  /* A day of a timed series means the instance on that day. */
  clock = instances->master->start.wall
          - one_civil_day_of (instances->master->start.wall) * ONE_DAY_SECONDS;
  return one_zone_to_utc (instances->zone, written->wall + clock);
}

static void
read_excluded (OneInstances *instances)
{
  const GArray *excluded = instances->master->excluded;

  for (guint i = 0; excluded && i < excluded->len; i++) {
    const OneDateTime *written = &g_array_index (excluded, OneDateTime, i);
    gint64 time;

    if (written->kind == ONE_DATETIME_DATE && !instances->all_day) {
      g_array_append_val (instances->excluded_days, written->wall);
      continue;
    }
    time = one_instances_resolve (instances, instances->master, written);
    g_array_append_val (instances->excluded_times, time);
  }
  g_array_sort (instances->excluded_days, compare_times);
}

void
one_instances_begin (OneInstances *instances, OneFileContext *context, const OneVEvent *master,
                     const OneZone *zone)
{
  *instances = (OneInstances){ .context = context, .master = master, .zone = zone };
  instances->all_day = master->start.kind == ONE_DATETIME_DATE;
  instances->all = g_array_new (FALSE, FALSE, sizeof (OneInstance));
  instances->excluded_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  instances->excluded_days = g_array_new (FALSE, FALSE, sizeof (gint64));
  read_excluded (instances);
}

void
one_instances_finish (OneInstances *instances)
{
  g_array_unref (instances->all);
  g_array_unref (instances->excluded_times);
  g_array_unref (instances->excluded_days);
}

static void
add (OneInstances *instances, gint64 original, gint64 wall, gint64 end)
{
  OneInstance instance = { original, wall, end };

  if (instances->all->len < MAX_INSTANCES) {
    g_array_append_val (instances->all, instance);
    return;
  }
  one_reading_leave_out (instances->context->reading, instances->master->uid);
  one_file_context_tell_once (instances->context, instances->master->line,
                              "an event happens more than %d times", MAX_INSTANCES);
}

/* Whether UNTIL ends the rule before this instance: compared in the form in which it is written. */
static gboolean
is_past_until (const OneInstances *instances, const OneDateTime *until, gint64 wall, gint64 utc)
{
  if (until->kind == ONE_DATETIME_NONE)
    return FALSE;
  if (instances->all_day || until->kind == ONE_DATETIME_DATE)
    return one_civil_day_of (wall) > one_civil_day_of (until->wall);
  return until->kind == ONE_DATETIME_UTC ? utc > until->wall : wall > until->wall;
}

typedef void (*TakeInstance) (OneInstances *instances, gint64 utc, gint64 wall);

static void
take_instance (OneInstances *instances, gint64 utc, gint64 wall)
{
  add (instances, utc, wall, G_MININT64);
}

static void
take_excluded (OneInstances *instances, gint64 utc, gint64 wall)
{
  g_array_append_val (instances->excluded_times, utc);
}

static void
count_rule (OneInstances *instances, const OneRule *rule, gboolean bare, TakeInstance take)
{
  gint64 start = instances->master->start.wall, wall;
  OneRule shown = *rule;
  OneRecur recur;

  if (instances->all_day)
    one_rule_drop_clock (&shown);
  one_recur_begin (&recur, &shown, start,
                   one_zone_to_wall (instances->zone, instances->low) - ONE_DAY_SECONDS,
                   one_zone_to_wall (instances->zone, instances->high) + ONE_DAY_SECONDS);
  recur.bare = bare;
  while (one_recur_next (&recur, &instances->context->budget, &wall)) {
    gint64 utc = one_zone_to_utc (instances->zone, wall);

    if (utc > instances->high)
      break;
    if ((wall != start || bare) && is_past_until (instances, &rule->until, wall, utc))
      break;
    if (utc >= instances->low)
      take (instances, utc, wall);
  }
  one_recur_finish (&recur);
  if (instances->context->budget > 0)
    return;
  instances->context->reading->incomplete = TRUE;
  one_reading_leave_out (instances->context->reading, instances->master->uid);
  one_file_context_tell_once (
      instances->context, instances->master->line,
      "the rules of this file take too long to count; it is not read to the end");
}

static void
count_rules (OneInstances *instances, const GArray *rules, gboolean bare, TakeInstance take)
{
  for (guint i = 0; rules && i < rules->len; i++)
    count_rule (instances, &g_array_index (rules, OneRule, i), bare, take);
}

static void
add_extra (OneInstances *instances, const OneExtra *extra)
{
  const OneVEvent *master = instances->master;
  gint64 original = one_instances_resolve (instances, master, &extra->start);
  gint64 wall = one_zone_to_wall (instances->zone, original), end = G_MININT64;

  if (extra->has_duration)
    end = one_zone_to_utc (instances->zone, wall + extra->duration.days * ONE_DAY_SECONDS)
          + extra->duration.seconds;
  else if (extra->end.kind != ONE_DATETIME_NONE)
    end = one_to_utc (instances->context, master, &extra->end, instances->zone);
  add (instances, original, wall, end == G_MININT64 ? end : MAX (end, original));
}

static void
keep_once (GArray *all)
{
  OneInstance *instances = (OneInstance *) all->data;
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    if (kept == 0 || instances[kept - 1].original != instances[i].original)
      instances[kept++] = instances[i];
  g_array_set_size (all, kept);
}

void
one_instances_count (OneInstances *instances, gint64 low, gint64 high)
{
  const OneVEvent *master = instances->master;
  gint64 start = one_zone_to_utc (instances->zone, master->start.wall);

  instances->low = low;
  instances->high = high;
  if (!master->sub_daily)
    add (instances, start, master->start.wall, G_MININT64);
  count_rules (instances, master->rules, FALSE, take_instance);
  for (guint i = 0; master->extras && !master->sub_daily && i < master->extras->len; i++)
    add_extra (instances, &g_array_index (master->extras, OneExtra, i));
  count_rules (instances, master->exrules, TRUE, take_excluded);
  g_array_sort (instances->excluded_times, compare_times);
  g_array_sort (instances->all, compare_instances);
  keep_once (instances->all);
}

gboolean
one_instances_exclude (const OneInstances *instances, gint64 original)
{
  gint64 day;

  if (have_time (instances->excluded_times, original))
    return TRUE;
  if (instances->excluded_days->len == 0)
    return FALSE;
  day = one_civil_day_of (one_zone_to_wall (instances->zone, original)) * ONE_DAY_SECONDS;
  return have_time (instances->excluded_days, day);
}
