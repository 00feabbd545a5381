/* SPDX-License-Identifier: MIT */
#include "engine/ops/answers/promise-view-maker.h"

#include "core/agenda/neglect.h"
#include "core/agenda/past.h"
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/today.h"

typedef struct {
  OnePerson *person;   /* (owned) */
  OneHistory *history; /* (owned) NULL until somebody asks how old a promise is */
} Known;

struct OnePromiseViewMaker {
  const OneBase *base;
  gint64 now;
  GDate today;
  GHashTable *known; /* (owned) gint64 id of a person (in the person) -> Known */
};

static void
known_free (Known *known)
{
  g_clear_pointer (&known->history, one_history_free);
  one_person_free (known->person);
  g_free (known);
}

OnePromiseViewMaker *
one_promise_view_maker_new (const OneBase *base)
{
  OnePromiseViewMaker *views = g_new0 (OnePromiseViewMaker, 1);

  views->base = base;
  views->now = one_base_now (base);
  views->today = one_today_get (base, views->now);
  views->known =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) known_free);
  return views;
}

void
one_promise_view_maker_free (OnePromiseViewMaker *views)
{
  g_hash_table_unref (views->known);
  g_free (views);
}

static Known *
find_known (OnePromiseViewMaker *views, gint64 id, GError **error)
{
  Known *known = g_hash_table_lookup (views->known, &id);
  OnePerson *person = known ? NULL : one_lookup_get (views->base, id, error);

  if (!person)
    return known;
  known = g_new0 (Known, 1);
  known->person = person;
  g_hash_table_insert (views->known, &person->id, known);
  return known;
}

static const OneHistory *
find_history (const OnePromiseViewMaker *views, Known *known, GError **error)
{
  if (!known->history)
    known->history = one_prepare_history (views->base, known->person->id, views->now + 1, error);
  return known->history;
}

OneActionView *
one_promise_view_maker_of_action (OnePromiseViewMaker *views, const OneAction *action,
                                  GError **error)
{
  Known *known = find_known (views, action->person, error);
  const OneHistory *history = known ? find_history (views, known, error) : NULL;
  OneMeeting as_of = { .start = views->now + 1 };
  OneActionView *view;

  if (!history)
    return NULL;
  view = g_new0 (OneActionView, 1);
  view->action = one_action_dup (action);
  view->person = g_strdup (known->person->name);
  view->age_meetings = one_past_count_held (history, &as_of, action->created);
  view->overdue = action->state == ONE_STATE_OPEN && g_date_valid (&action->due)
                  && g_date_compare (&action->due, &views->today) < 0;
  return view;
}

OnePointView *
one_promise_view_maker_of_point (OnePromiseViewMaker *views, const OnePoint *point, GError **error)
{
  const Known *known = find_known (views, point->person, error);
  OnePointView *view;

  if (!known)
    return NULL;
  view = g_new0 (OnePointView, 1);
  view->point = one_point_dup (point);
  view->person = g_strdup (known->person->name);
  return view;
}
