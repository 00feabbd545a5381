/* SPDX-License-Identifier: MIT */
#include "reader/expand/expand.h"

#include "model/base/text.h"
#include "reader/expand/disagree.h"
#include "reader/expand/duration.h"
#include "reader/expand/instances.h"
#include "reader/expand/override-list.h"
#include "reader/expand/to-utc.h"
#include "reader/expand/event-words.h"
#include "reader/value/civil.h"

#define MAX_PRODUCER 256
#define MAX_OVERRIDES 5000 /* of one series, in the horizon */

typedef struct {
  OneFileContext *context;
  OneGroup *group;
  OneSeries *series;
  OneInstances instances;
  gboolean has_instances;
  OneDuration lasting; /* of the master */
  GPtrArray *taken;    /* (owned) of OneVEvent (borrowed): where each event of the series is from */
  GArray *overrides;   /* (owned) of OneOverride, by original */
} Expansion;

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const OneOccurrence *x = a, *y = b;

  return (x->original > y->original) - (x->original < y->original);
}

/* Whether [start, end) meets the horizon; what has no length is at its start. */
static gboolean
is_wanted (const Expansion *expansion, gint64 start, gint64 end)
{
  const OneRequest *request = expansion->context->request;

  if (start >= request->to)
    return FALSE;
  return end > request->from || (start == end && start >= request->from);
}

static guint32
take_event (Expansion *expansion, OneVEvent *vevent)
{
  g_ptr_array_add (expansion->series->events, g_steal_pointer (&vevent->event));
  g_ptr_array_add (expansion->taken, vevent);
  return expansion->series->events->len - 1;
}

static void
add_occurrence (Expansion *expansion, OneOccurrence occurrence)
{
  if (is_wanted (expansion, occurrence.start, occurrence.end))
    g_array_append_val (expansion->series->occurrences, occurrence);
}

/* Places one override. An override without DTSTART keeps the original start; one without an end of
 * its own lasts as long as its master only then. */
static void
place (Expansion *expansion, OneVEvent *vevent)
{
  const OneInstances *instances = &expansion->instances;
  OneOverride override = { .vevent = vevent, .event = -1 };
  const OneZone *zone;
  const char *how;

  if (vevent->start.kind == ONE_DATETIME_NONE) {
    vevent->start = vevent->original;
    if (vevent->event->no_end && expansion->has_instances) {
      vevent->duration = expansion->lasting;
      vevent->has_duration = TRUE;
    }
  }
  zone = one_to_utc_find_zone (expansion->context, vevent, &vevent->start, &how);
  override.lasting = one_duration_measure (expansion->context, vevent, zone);
  override.start = one_zone_to_utc (zone, vevent->start.wall);
  override.end = one_duration_end (zone, override.start, override.lasting);
  if (expansion->has_instances) {
    override.original = one_instances_resolve (instances, vevent, &vevent->original);
    override.shift = one_zone_to_wall (instances->zone, override.start)
                     - one_zone_to_wall (instances->zone, override.original);
  } else {
    override.original = one_to_utc (expansion->context, vevent, &vevent->original, zone);
  }
  g_array_append_val (expansion->overrides, override);
}

/* The bounds of the originals that can end up in the horizon. */
static void
find_bounds (const Expansion *expansion, gint64 *low, gint64 *high)
{
  gint64 longest = expansion->lasting.days * ONE_DAY_SECONDS + expansion->lasting.seconds;
  gint64 shift = 0;

  for (guint i = 0; i < expansion->overrides->len; i++) {
    const OneOverride *override = &g_array_index (expansion->overrides, OneOverride, i);

    if (!override->vevent->this_and_future)
      continue;
    longest = MAX (longest, override->end - override->start);
    shift = MAX (shift, ABS (override->shift));
  }
  *low = expansion->context->request->from - longest - shift - ONE_DAY_SECONDS;
  *high = expansion->context->request->to + shift + ONE_DAY_SECONDS;
}

static guint32
event_of (Expansion *expansion, OneOverride *override)
{
  if (override->event < 0)
    override->event = (int) take_event (expansion, override->vevent);
  return (guint32) override->event;
}

/* An instance without an override of its own. */
static void
add_instance (Expansion *expansion, const OneInstance *instance, gboolean futures)
{
  const OneZone *zone = expansion->instances.zone;
  OneOverride *future =
      futures ? one_override_list_find_future (expansion->overrides, instance->original) : NULL;
  OneOccurrence occurrence = { .original = instance->original, .start = instance->original };

  occurrence.end = instance->end;
  if (future) {
    occurrence.start = one_zone_to_utc (zone, instance->wall + future->shift);
    occurrence.end = one_duration_end (zone, occurrence.start, future->lasting);
  } else if (instance->end == G_MININT64) {
    occurrence.end = one_duration_end (zone, occurrence.start, expansion->lasting);
  }
  if (!is_wanted (expansion, occurrence.start, occurrence.end))
    return;
  occurrence.event = future ? event_of (expansion, future) : 0;
  add_occurrence (expansion, occurrence);
}

static void
add_instances (Expansion *expansion)
{
  gboolean futures = one_override_list_have_futures (expansion->overrides);
  gint64 low, high;

  find_bounds (expansion, &low, &high);
  one_instances_count (&expansion->instances, low, high);
  for (guint i = 0; i < expansion->instances.all->len; i++) {
    const OneInstance *instance = &g_array_index (expansion->instances.all, OneInstance, i);

    if (!one_override_list_have (expansion->overrides, instance->original)
        && !one_instances_exclude (&expansion->instances, instance->original))
      add_instance (expansion, instance, futures);
  }
}

static void
add_overrides (Expansion *expansion)
{
  gboolean all = expansion->context->request->all;
  guint count = 0;

  for (guint i = 0; i < expansion->overrides->len; i++) {
    OneOverride *override = &g_array_index (expansion->overrides, OneOverride, i);
    OneOccurrence occurrence = { .original = override->original,
                                 .start = override->start,
                                 .end = override->end,
                                 .override = TRUE };
    gboolean wanted = is_wanted (expansion, override->start, override->end);

    if ((expansion->has_instances
         && one_instances_exclude (&expansion->instances, override->original))
        || (!wanted && !all) || count++ >= MAX_OVERRIDES)
      continue;
    /* One far away makes nothing recurring: it may not even have been read. */
    expansion->series->recurring = expansion->series->recurring || wanted;
    occurrence.event = event_of (expansion, override);
    add_occurrence (expansion, occurrence);
  }
  if (count < MAX_OVERRIDES)
    return;
  one_reading_leave_out (expansion->context->reading, expansion->series->uid);
  one_file_context_tell_once (expansion->context, 0,
                              "a series with more than %d changed occurrences", MAX_OVERRIDES);
}

static void
describe (Expansion *expansion, const OneVEvent *vevent, const OneZone *zone, const char *how)
{
  OneSeries *series = expansion->series;
  gboolean floating = vevent->start.kind == ONE_DATETIME_FLOATING || vevent->event->all_day;
  const char *producer = vevent->calendar->producer;

  g_free (series->zone);
  g_free (series->zone_how);
  g_free (series->producer);
  series->zone = g_strdup (floating ? "floating" : zone->name);
  series->zone_how = g_strdup (how);
  series->producer = one_text_clean (producer ? producer : "", -1, MAX_PRODUCER);
  series->sequence = vevent->sequence;
  series->last_modified = vevent->last_modified;
  series->dtstamp = vevent->dtstamp;
}

static void
begin_master (Expansion *expansion)
{
  OneVEvent *master = expansion->group->master;
  const OneVEvent *cancel = expansion->group->cancel;
  OneSeries *series = expansion->series;
  const char *how;
  const OneZone *zone = one_to_utc_find_zone (expansion->context, master, &master->start, &how);

  describe (expansion, master, zone, how);
  series->has_master = TRUE;
  series->sub_daily = master->sub_daily;
  series->cancelled = cancel && cancel->sequence >= master->sequence;
  series->recurring = master->rules || master->extras || master->sub_daily;
  expansion->lasting = one_duration_measure (expansion->context, master, zone);
  one_instances_begin (&expansion->instances, expansion->context, master, zone);
  expansion->has_instances = TRUE;
  take_event (expansion, master);
}

/* All that a CANCEL without DTSTART says: there is such a series no more. */
static void
take_cancellation (Expansion *expansion)
{
  describe (expansion, expansion->group->master, expansion->context->user_zone, "");
  expansion->series->has_master = TRUE;
  expansion->series->cancelled = TRUE;
  expansion->series->recurring = FALSE;
  take_event (expansion, expansion->group->master);
}

/* Whether what was asked for includes this series. */
static gboolean
is_asked_for (const OneFileContext *context, const OneSeries *series)
{
  if (context->request->all)
    return TRUE;
  return series->cancelled || (series->recurring && series->occurrences->len > 0);
}

static void
fill (Expansion *expansion)
{
  OneGroup *group = expansion->group;
  const char *how;

  if (group->master && group->master->start.kind == ONE_DATETIME_NONE) {
    take_cancellation (expansion);
    return;
  }
  if (group->master)
    begin_master (expansion);
  for (guint i = 0; i < group->overrides->len; i++)
    place (expansion, g_ptr_array_index (group->overrides, i));
  one_override_list_sort (expansion->overrides);
  if (!group->master) {
    const OneVEvent *first = g_ptr_array_index (group->overrides, 0);
    const OneZone *zone = one_to_utc_find_zone (expansion->context, first, &first->start, &how);

    describe (expansion, first, zone, how);
  }
  if (expansion->series->sub_daily)
    return;
  if (group->master)
    add_instances (expansion);
  add_overrides (expansion);
}

OneSeries *
one_expand (OneFileContext *context, OneGroup *group)
{
  Expansion expansion = { .context = context, .group = group };
  g_autoptr (OneSeries) series = NULL;

  /* The overrides of an unusable master go with it: what they change is not known. */
  if (group->master ? group->master->unusable : group->overrides->len == 0)
    return NULL;
  series = one_series_new (group->uid);
  series->recurring = TRUE;
  expansion.series = series;
  expansion.taken = g_ptr_array_new ();
  expansion.overrides = g_array_new (FALSE, TRUE, sizeof (OneOverride));
  fill (&expansion);
  g_array_sort (series->occurrences, compare_occurrences);
  if (is_asked_for (context, series))
    one_event_words_read (context, group, expansion.taken, series->events);
  if (expansion.has_instances && is_asked_for (context, series))
    one_disagree_check (context, group->master, series);
  g_array_unref (expansion.overrides);
  g_ptr_array_unref (expansion.taken);
  if (expansion.has_instances)
    one_instances_finish (&expansion.instances);
  return is_asked_for (context, series) ? g_steal_pointer (&series) : NULL;
}
