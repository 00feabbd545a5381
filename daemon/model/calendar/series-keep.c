/* SPDX-License-Identifier: MIT */
#include "model/calendar/series-keep.h"

/* Whether another event than the master speaks for it: its own override, or one of all from an
 * occurrence on. */
static gboolean
is_changed (const OneSeries *series, const OneOccurrence *occurrence)
{
  return occurrence->override || !series->has_master || occurrence->event > 0;
}

/* The index in `to` of an event of `from`, which it is moved out of. `places`: by index in `from`,
 * that in `to` + 1, or 0. */
static guint32
move_event (OneSeries *to, OneSeries *from, guint32 event, guint32 *places)
{
  if (places[event] == 0) {
    g_ptr_array_add (to->events, g_steal_pointer (&from->events->pdata[event]));
    places[event] = to->events->len;
  }
  return places[event] - 1;
}

/* Frees a series some of whose events were moved out of it. */
static void
free_rest (OneSeries *series)
{
  for (guint i = series->events->len; i > 0; i--)
    if (!series->events->pdata[i - 1])
      g_ptr_array_steal_index (series->events, i - 1);
  one_series_free (series);
}

/* Moves the changed occurrences of `from` into `to`. Where `to` has it changed, too, `wins` tells
 * whether that of `from` takes its place. */
static void
move_changes (OneSeries *to, OneSeries *from, gboolean wins)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (OneOccurrence));
  g_autofree guint32 *places = g_new0 (guint32, from->events->len);
  const OneOccurrence *own = (const OneOccurrence *) to->occurrences->data;
  guint i = 0, count = to->occurrences->len;

  for (guint j = 0; j < from->occurrences->len; j++) {
    OneOccurrence moved = g_array_index (from->occurrences, OneOccurrence, j);

    if (!is_changed (from, &moved))
      continue;
    while (i < count && own[i].original < moved.original)
      g_array_append_val (all, own[i++]);
    if (i < count && own[i].original == moved.original) {
      if (!wins && is_changed (to, &own[i]))
        continue;
      i++;
    }
    moved.event = move_event (to, from, moved.event, places);
    g_array_append_val (all, moved);
    to->recurring |= moved.override;
  }
  if (i < count)
    g_array_append_vals (all, &own[i], count - i);
  g_array_unref (to->occurrences);
  to->occurrences = g_steal_pointer (&all);
}

OneSeries *
one_series_keep_changes (OneSeries *now, OneSeries *known)
{
  gboolean is_older = known->has_master && !now->has_master;
  OneSeries *to = is_older ? known : now, *from = is_older ? now : known;

  move_changes (to, from, is_older);
  free_rest (from);
  return to;
}
