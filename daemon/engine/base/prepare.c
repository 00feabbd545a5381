/* SPDX-License-Identifier: MIT */
#include "engine/base/prepare.h"

#include "core/agenda/compose.h"
#include "core/agenda/neglect.h"
#include "core/agenda/past.h"
#include "engine/base/setup.h"
#include "engine/base/storage.h"
#include "engine/base/today.h"
#include "store/promises.h"
#include "store/touches.h"

/* Open actions, and those closed since the last time: these are reported once. */
static GPtrArray *
list_actions (const OneBase *base, const OneHistory *history, const OneMeeting *meeting,
              GError **error)
{
  const OnePast *last = one_past_find_last (history, meeting);
  OnePromiseFilter filter = {
    .person = meeting->person,
    .closed = TRUE,
    .closed_since = last ? last->start : 0,
  };

  return one_promises_list_actions (base->store, &filter, error);
}

OneHistory *
one_prepare_history (const OneBase *base, gint64 person, gint64 until, GError **error)
{
  OneHistory *history = one_touches_load_history (base->store, person, until, error);

  if (history)
    history->since = one_storage_get_first_sight (base, one_base_now (base));
  return history;
}

/* The agenda of a meeting that has begun is what was brought to it: what came up in it, or after
 * it, is for the next one. */
static void
drop_later (const OneBase *base, const OneMeeting *meeting, GPtrArray *actions, GPtrArray *points)
{
  if (one_base_now (base) < meeting->start)
    return;
  for (guint i = actions->len; i > 0; i--)
    if (((OneAction *) actions->pdata[i - 1])->created > meeting->start)
      g_ptr_array_remove_index (actions, i - 1);
  for (guint i = points->len; i > 0; i--)
    if (((OnePoint *) points->pdata[i - 1])->created > meeting->start)
      g_ptr_array_remove_index (points, i - 1);
}

/* Proposals for everybody else's meetings that day. */
static GPtrArray *
list_taken (const OneBase *base, const OneMeeting *meeting, GError **error)
{
  GDate day = one_today_get (base, meeting->start);
  gint64 from, to;

  one_today_bounds (base, &day, &from, &to);
  return one_touches_list_others (base->store, meeting->person, from, to, error);
}

OneAgenda *
one_prepare_agenda (const OneBase *base, const OneMeeting *meeting, gboolean rebuild,
                    GError **error)
{
  OnePromiseFilter open = { .person = meeting->person };
  g_autoptr (OneHistory) history = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (OneAgenda) agenda = NULL;
  OneComposeInput input;

  /* One second more, so that what was proposed for this very meeting is among it. */
  if (!(history = one_prepare_history (base, meeting->person, meeting->start + 1, error))
      || !(actions = list_actions (base, history, meeting, error))
      || !(points = one_promises_list_points (base->store, &open, error))
      || !(taken = list_taken (base, meeting, error)))
    return NULL;
  drop_later (base, meeting, actions, points);
  input = (OneComposeInput){
    .meeting = meeting,
    .history = history,
    .actions = actions,
    .points = points,
    .taken = taken,
    .catalogue = one_setup_get_catalogue (base, meeting->role),
    .settings = base->settings,
    .zone = base->zone,
    .now = one_base_now (base),
    .rebuild = rebuild,
  };
  agenda = one_compose_agenda (&input);
  if (rebuild && agenda->prepared && !one_prepare_keep (base, agenda, error))
    return NULL;
  return g_steal_pointer (&agenda);
}

gboolean
one_prepare_keep (const OneBase *base, const OneAgenda *agenda, GError **error)
{
  g_autoptr (GPtrArray) proposals = one_compose_proposals (agenda);

  return one_touches_set_proposals (base->store, agenda->meeting->id, proposals, error);
}

gboolean
one_prepare_note_shown (const OneBase *base, const OneAgenda *agenda, GError **error)
{
  const OneMeeting *meeting = agenda->meeting;
  g_autoptr (GPtrArray) proposals = one_compose_proposals (agenda);

  if (agenda->prepared || meeting->id == 0 || meeting->state != ONE_MEETING_PLANNED
      || meeting->end <= one_base_now (base))
    return TRUE;
  for (guint i = 0; i < proposals->len; i++)
    ((OneProposal *) g_ptr_array_index (proposals, i))->draft = TRUE;
  return one_touches_set_proposals (base->store, meeting->id, proposals, error);
}
