/* SPDX-License-Identifier: MIT */
#include "engine/ops/answers/logged.h"

#include "core/agenda/candidate.h"
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/setup.h"
#include "engine/base/today.h"
#include "engine/ops/answers/promise-view.h"
#include "engine/state.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/touches.h"

static OneLogged *
logged_new (OneMeeting *meeting)
{
  OneLogged *logged = g_new0 (OneLogged, 1);

  logged->meeting = meeting;
  logged->touched = g_ptr_array_new_with_free_func (g_free);
  logged->closed = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_view_free);
  logged->points = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_view_free);
  logged->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_view_free);
  return logged;
}

void
one_logged_free (OneLogged *logged)
{
  one_meeting_free (logged->meeting);
  g_ptr_array_unref (logged->touched);
  g_ptr_array_unref (logged->closed);
  g_ptr_array_unref (logged->points);
  g_ptr_array_unref (logged->actions);
  g_clear_pointer (&logged->skipped, g_ptr_array_unref);
  g_clear_pointer (&logged->next, one_agenda_free);
  g_free (logged);
}

static gboolean
load_touches (OneEngine *engine, OneLogged *logged, GError **error)
{
  g_autoptr (GPtrArray) touches = one_touches_list (engine->base.store, logged->meeting->id, error);
  g_autoptr (GPtrArray) notes = NULL;

  if (!touches || !(notes = one_notes_list (engine->base.store, logged->meeting->id, error)))
    return FALSE;
  for (guint i = 0; i < touches->len; i++)
    g_ptr_array_add (logged->touched, g_strdup (((OneTouch *) touches->pdata[i])->category));
  logged->notes = notes->len;
  return TRUE;
}

static gboolean
is_touched (const OneLogged *logged, const char *category)
{
  return g_ptr_array_find_with_equal_func (logged->touched, category, g_str_equal, NULL);
}

static gboolean
load_closed (OneEngine *engine, OneLogged *logged, const GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (OnePromiseView) view = one_promise_view_get (engine, ids->pdata[i], error);

    if (!view)
      return FALSE;
    g_ptr_array_add (logged->closed, g_steal_pointer (&view->point));
  }
  return TRUE;
}

/* Points that do not wait any more, of the categories that came up. */
static gboolean
load_points (OneEngine *engine, OneLogged *logged, GError **error)
{
  const OneCatalogue *catalogue = one_setup_get_catalogue (&engine->base, logged->meeting->role);
  OnePromiseFilter open = { .person = logged->meeting->person };
  g_autoptr (GPtrArray) points = one_promises_list_points (engine->base.store, &open, error);
  GDate day = one_today_get (&engine->base, logged->meeting->start);

  for (guint i = 0; points && i < points->len; i++) {
    const OnePoint *point = points->pdata[i];
    const OneCategory *place = one_candidate_find_place (catalogue, point);
    gboolean waits = g_date_valid (&point->on) && g_date_compare (&point->on, &day) > 0;
    OnePointView *view;

    if (waits || point->every || !place || !is_touched (logged, place->id))
      continue;
    if (!(view = one_promise_view_point (engine, point, error)))
      return FALSE;
    g_ptr_array_add (logged->points, view);
  }
  return points != NULL;
}

static gboolean
was_reviewed (const OneEngine *engine, const OneLogged *logged)
{
  const OneCatalogue *catalogue = one_setup_get_catalogue (&engine->base, logged->meeting->role);

  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = catalogue->categories->pdata[i];

    if (category->rule == ONE_RULE_REVIEW && is_touched (logged, category->id))
      return TRUE;
  }
  return FALSE;
}

static gboolean
load_actions (OneEngine *engine, OneLogged *logged, GError **error)
{
  OnePromiseFilter open = { .person = logged->meeting->person };
  g_autoptr (GPtrArray) actions = NULL;

  if (!was_reviewed (engine, logged))
    return TRUE;
  actions = one_promises_list_actions (engine->base.store, &open, error);
  for (guint i = 0; actions && i < actions->len; i++) {
    const OneAction *action = actions->pdata[i];
    OneActionView *view;

    if (action->created > logged->meeting->start)
      continue;
    if (!(view = one_promise_view_action (engine, action, error)))
      return FALSE;
    g_ptr_array_add (logged->actions, view);
  }
  return actions != NULL;
}

static gboolean
load_next (OneEngine *engine, OneLogged *logged, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (OneMeeting) next = one_lookup_next (&engine->base, logged->meeting->person, &failed);

  if (next)
    logged->next = one_prepare_agenda (&engine->base, next, FALSE, &failed);
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

OneLogged *
one_logged_load (OneEngine *engine, gint64 meeting, const GPtrArray *closed, GError **error)
{
  OneMeeting *now = one_lookup_meeting (&engine->base, meeting, error);
  g_autoptr (OneLogged) logged = now ? logged_new (now) : NULL;

  if (!logged || !load_touches (engine, logged, error)
      || !load_closed (engine, logged, closed, error) || !load_points (engine, logged, error)
      || !load_actions (engine, logged, error) || !load_next (engine, logged, error))
    return NULL;
  return g_steal_pointer (&logged);
}

OneLogged *
one_logged_load_skipped (OneEngine *engine, const GPtrArray *meetings, GError **error)
{
  g_autoptr (GPtrArray) skipped =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);
  OneLogged *logged;

  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = meetings->pdata[i];
    OneMeeting *now = one_lookup_meeting (&engine->base, meeting->id, error);

    if (!now)
      return NULL;
    g_ptr_array_add (skipped, now);
  }
  logged = logged_new (one_meeting_dup (skipped->pdata[0]));
  logged->skipped = g_steal_pointer (&skipped);
  return logged;
}
