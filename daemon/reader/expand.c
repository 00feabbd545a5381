/* SPDX-License-Identifier: MIT */
#include "reader/expand.h"

#include "model/text.h"
#include "reader/civil.h"
#include "reader/instances.h"
#include "reader/lasting.h"
#include "reader/place.h"
#include "reader/placed.h"

#define MAX_PRODUCER 256
#define MAX_OVERRIDES 5000 /* of one series, in the horizon */

typedef struct {
  OneSheet *sheet;
  OneGroup *group;
  OneSeries *series;
  OneInstances instances;
  gboolean has_instances;
  OneSpell lasting; /* of the master */
  GPtrArray *taken; /* (owned) of OneDraft (borrowed): where each event of the series is from */
  GArray *placed;   /* (owned) of OnePlaced, by original */
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
  const OneRequest *request = expansion->sheet->request;

  if (start >= request->to)
    return FALSE;
  return end > request->from || (start == end && start >= request->from);
}

static guint32
take_event (Expansion *expansion, OneDraft *draft)
{
  g_ptr_array_add (expansion->series->events, g_steal_pointer (&draft->event));
  g_ptr_array_add (expansion->taken, draft);
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
place (Expansion *expansion, OneDraft *draft)
{
  const OneInstances *instances = &expansion->instances;
  OnePlaced placed = { .draft = draft, .event = -1 };
  const OneZone *zone;
  const char *how;

  if (draft->start.kind == ONE_STAMP_NONE) {
    draft->start = draft->original;
    if (draft->event->no_end && expansion->has_instances) {
      draft->spell = expansion->lasting;
      draft->has_spell = TRUE;
    }
  }
  zone = one_place_zone (expansion->sheet, draft, &draft->start, &how);
  placed.lasting = one_lasting_measure (expansion->sheet, draft, zone);
  placed.start = one_zone_to_utc (zone, draft->start.wall);
  placed.end = one_lasting_end (zone, placed.start, placed.lasting);
  if (expansion->has_instances) {
    placed.original = one_instances_resolve (instances, draft, &draft->original);
    placed.shift = one_zone_to_wall (instances->zone, placed.start)
                   - one_zone_to_wall (instances->zone, placed.original);
  } else {
    placed.original = one_place_utc (expansion->sheet, draft, &draft->original, zone);
  }
  g_array_append_val (expansion->placed, placed);
}

/* The bounds of the originals that can end up in the horizon. */
static void
find_bounds (const Expansion *expansion, gint64 *low, gint64 *high)
{
  gint64 longest = expansion->lasting.days * ONE_DAY_SECONDS + expansion->lasting.seconds;
  gint64 shift = 0;

  for (guint i = 0; i < expansion->placed->len; i++) {
    const OnePlaced *placed = &g_array_index (expansion->placed, OnePlaced, i);

    if (!placed->draft->this_and_future)
      continue;
    longest = MAX (longest, placed->end - placed->start);
    shift = MAX (shift, ABS (placed->shift));
  }
  *low = expansion->sheet->request->from - longest - shift - ONE_DAY_SECONDS;
  *high = expansion->sheet->request->to + shift + ONE_DAY_SECONDS;
}

static guint32
event_of (Expansion *expansion, OnePlaced *placed)
{
  if (placed->event < 0)
    placed->event = (int) take_event (expansion, placed->draft);
  return (guint32) placed->event;
}

/* An instance without an override of its own. */
static void
add_instance (Expansion *expansion, const OneInstance *instance, gboolean futures)
{
  const OneZone *zone = expansion->instances.zone;
  OnePlaced *future =
      futures ? one_placed_find_future (expansion->placed, instance->original) : NULL;
  OneOccurrence occurrence = { .original = instance->original, .start = instance->original };

  occurrence.end = instance->end;
  if (future) {
    occurrence.start = one_zone_to_utc (zone, instance->wall + future->shift);
    occurrence.end = one_lasting_end (zone, occurrence.start, future->lasting);
  } else if (instance->end == G_MININT64) {
    occurrence.end = one_lasting_end (zone, occurrence.start, expansion->lasting);
  }
  if (!is_wanted (expansion, occurrence.start, occurrence.end))
    return;
  occurrence.event = future ? event_of (expansion, future) : 0;
  add_occurrence (expansion, occurrence);
}

static void
add_instances (Expansion *expansion)
{
  gboolean futures = one_placed_have_futures (expansion->placed);
  gint64 low, high;

  find_bounds (expansion, &low, &high);
  one_instances_count (&expansion->instances, low, high);
  for (guint i = 0; i < expansion->instances.all->len; i++) {
    const OneInstance *instance = &g_array_index (expansion->instances.all, OneInstance, i);

    if (!one_placed_have (expansion->placed, instance->original)
        && !one_instances_exclude (&expansion->instances, instance->original))
      add_instance (expansion, instance, futures);
  }
}

static void
add_overrides (Expansion *expansion)
{
  gboolean all = expansion->sheet->request->all;
  guint count = 0;

  for (guint i = 0; i < expansion->placed->len; i++) {
    OnePlaced *placed = &g_array_index (expansion->placed, OnePlaced, i);
    OneOccurrence occurrence = { .original = placed->original,
                                 .start = placed->start,
                                 .end = placed->end };
    gboolean wanted = is_wanted (expansion, placed->start, placed->end);

    occurrence.override = TRUE;
    if (expansion->has_instances && one_instances_exclude (&expansion->instances, placed->original))
      continue;
    if ((!wanted && !all) || count >= MAX_OVERRIDES)
      continue;
    count++;
    /* One far away makes nothing recurring: it may not even have been read. */
    expansion->series->recurring = expansion->series->recurring || wanted;
    occurrence.event = event_of (expansion, placed);
    add_occurrence (expansion, occurrence);
  }
  if (count == MAX_OVERRIDES)
    one_sheet_tell_once (expansion->sheet, 0, "a series with more than %d changed occurrences",
                         MAX_OVERRIDES);
}

/* A CANCEL of single instances cancels these. */
static void
mark_cancelled (OneGroup *group)
{
  for (guint i = 0; i < group->overrides->len; i++) {
    OneDraft *draft = g_ptr_array_index (group->overrides, i);

    if (draft->calendar->cancel)
      draft->event->cancelled = TRUE;
  }
}

static void
describe (Expansion *expansion, const OneDraft *draft, const OneZone *zone, const char *how)
{
  OneSeries *series = expansion->series;
  gboolean floating = draft->start.kind == ONE_STAMP_FLOATING || draft->event->all_day;
  const char *producer = draft->calendar->producer;

  g_free (series->zone);
  g_free (series->zone_how);
  g_free (series->producer);
  series->zone = g_strdup (floating ? "floating" : zone->name);
  series->zone_how = g_strdup (how);
  series->producer = one_text_clean (producer ? producer : "", -1, MAX_PRODUCER);
  series->sequence = draft->sequence;
  series->last_modified = draft->last_modified;
  series->dtstamp = draft->dtstamp;
}

static void
begin_master (Expansion *expansion)
{
  OneDraft *master = expansion->group->master;
  OneSeries *series = expansion->series;
  const char *how;
  const OneZone *zone = one_place_zone (expansion->sheet, master, &master->start, &how);

  describe (expansion, master, zone, how);
  series->has_master = TRUE;
  series->sub_daily = master->sub_daily;
  series->cancelled = master->calendar->cancel;
  series->recurring = master->rules || master->extras || master->sub_daily;
  expansion->lasting = one_lasting_measure (expansion->sheet, master, zone);
  one_instances_begin (&expansion->instances, expansion->sheet, master, zone);
  expansion->has_instances = TRUE;
  take_event (expansion, master);
}

/* Whether what was asked for includes this series. */
static gboolean
is_asked_for (const OneSheet *sheet, const OneSeries *series)
{
  if (sheet->request->all)
    return TRUE;
  return series->cancelled || (series->recurring && series->occurrences->len > 0);
}

static void
fill (Expansion *expansion)
{
  OneGroup *group = expansion->group;
  const char *how;

  mark_cancelled (group);
  if (group->master)
    begin_master (expansion);
  for (guint i = 0; i < group->overrides->len; i++)
    place (expansion, g_ptr_array_index (group->overrides, i));
  one_placed_sort (expansion->placed);
  if (!group->master) {
    const OneDraft *first = g_ptr_array_index (group->overrides, 0);
    const OneZone *zone = one_place_zone (expansion->sheet, first, &first->start, &how);

    describe (expansion, first, zone, how);
  }
  if (expansion->series->sub_daily)
    return;
  if (group->master)
    add_instances (expansion);
  add_overrides (expansion);
}

static void
read_words (Expansion *expansion)
{
  for (guint i = 0; i < expansion->taken->len; i++)
    one_draft_read_words (expansion->sheet, g_ptr_array_index (expansion->taken, i),
                          g_ptr_array_index (expansion->series->events, i));
}

OneSeries *
one_expand (OneSheet *sheet, OneGroup *group)
{
  Expansion expansion = { .sheet = sheet, .group = group };
  g_autoptr (OneSeries) series = NULL;

  if (group->master && group->master->unusable)
    return NULL; /* Its overrides go with it: what they change is not known. */
  if (!group->master && group->overrides->len == 0)
    return NULL;
  series = one_series_new (group->uid);
  series->recurring = TRUE;
  expansion.series = series;
  expansion.taken = g_ptr_array_new ();
  expansion.placed = g_array_new (FALSE, TRUE, sizeof (OnePlaced));
  fill (&expansion);
  g_array_sort (series->occurrences, compare_occurrences);
  if (is_asked_for (sheet, series))
    read_words (&expansion);
  g_array_unref (expansion.placed);
  g_ptr_array_unref (expansion.taken);
  if (expansion.has_instances)
    one_instances_finish (&expansion.instances);
  return is_asked_for (sheet, series) ? g_steal_pointer (&series) : NULL;
}
