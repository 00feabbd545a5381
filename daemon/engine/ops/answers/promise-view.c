/* SPDX-License-Identifier: MIT */
#include "engine/ops/answers/promise-view.h"

#include "engine/ops/answers/promise-view-maker.h"
#include "engine/state.h"
#include "store/promises.h"

OnePointView *
one_promise_view_point (OneEngine *engine, const OnePoint *point, GError **error)
{
  g_autoptr (OnePromiseViewMaker) views = one_promise_view_maker_new (&engine->base);

  return one_promise_view_maker_of_point (views, point, error);
}

OneActionView *
one_promise_view_action (OneEngine *engine, const OneAction *action, GError **error)
{
  g_autoptr (OnePromiseViewMaker) views = one_promise_view_maker_new (&engine->base);

  return one_promise_view_maker_of_action (views, action, error);
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
