/* SPDX-License-Identifier: MIT */
#include "engine/ops/promise-view.h"

#include "core/agenda/neglect.h"
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/today.h"
#include "engine/state.h"
#include "store/promises.h"

OnePointView *
one_promise_view_point (OneEngine *engine, const OnePoint *point, GError **error)
{
  g_autoptr (OnePerson) person = one_lookup_get (&engine->base, point->person, error);
  OnePointView *view;

  if (!person)
    return NULL;
  view = g_new0 (OnePointView, 1);
  view->point = one_point_dup (point);
  view->person = g_strdup (person->name);
  return view;
}

/* The age counts from now, as of the next meeting: held since it was made. */
OneActionView *
one_promise_view_action (OneEngine *engine, const OneAction *action, GError **error)
{
  gint64 now = one_base_now (&engine->base);
  GDate today = one_today_get (&engine->base, now);
  g_autoptr (OnePerson) person = one_lookup_get (&engine->base, action->person, error);
  g_autoptr (OneHistory) history = NULL;
  OneMeeting as_of = { .start = now + 1 };
  OneActionView *view;

  if (!person)
    return NULL;
  history = one_prepare_history (&engine->base, action->person, now + 1, error);
  if (!history)
    return NULL;
  view = g_new0 (OneActionView, 1);
  view->action = one_action_dup (action);
  view->person = g_strdup (person->name);
  view->age_meetings = one_neglect_count_held (history, &as_of, action->created);
  view->overdue = action->state == ONE_STATE_OPEN && g_date_valid (&action->due)
                  && g_date_compare (&action->due, &today) < 0;
  return view;
}

OnePromiseView *
one_promise_view_get (OneEngine *engine, const char *id, GError **error)
{
  g_autoptr (OnePromiseView) view = g_new0 (OnePromiseView, 1);
  g_autoptr (OneAction) action = NULL;
  g_autoptr (OnePoint) point = NULL;
  char kind;
  gint64 number;

  if (!one_promises_parse_id (id, &kind, &number, error))
    return NULL;
  if (kind == 'a' && (action = one_promises_get_action (engine->base.store, number, error)))
    view->action = one_promise_view_action (engine, action, error);
  if (kind == 'p' && (point = one_promises_get_point (engine->base.store, number, error)))
    view->point = one_promise_view_point (engine, point, error);
  return view->action || view->point ? g_steal_pointer (&view) : NULL;
}
