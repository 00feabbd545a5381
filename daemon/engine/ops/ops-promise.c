/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/setup.h"
#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/ops/answers/promise-view.h"
#include "engine/ops/answers/promise-view-maker.h"
#include "engine/ops/category.h"
#include "engine/ops/own-words.h"
#include "engine/state.h"
#include "store/promises.h"
#include "wire/error.h"

/* A category of the person's role by id, title or unique beginning of the id; "" stays "". */
static const char *
find_category (OneEngine *engine, const OnePerson *person, const char *word, GError **error)
{
  const OneCategory *category;

  if (*word == '\0')
    return "";
  category = one_category_find (one_setup_get_catalogue (&engine->base, person->role), word, error);
  return category ? category->id : NULL;
}

/* Feedback on a talk is better asked for today than next week, in whatever words: the prompts of a
 * category that are marked `soon` say that it is of that kind. */
static gboolean
is_better_now (OneEngine *engine, const OnePerson *person, const OnePoint *point)
{
  const OneCategory *category =
      one_catalogue_find (one_setup_get_catalogue (&engine->base, person->role), point->category);

  for (guint i = 0; category && !point->ask && i < category->prompts->len; i++)
    if (((const OnePrompt *) category->prompts->pdata[i])->soon)
      return TRUE;
  return FALSE;
}

static gboolean
write_point (OneEngine *engine, const OnePerson *person, OnePoint *point, GError **error)
{
  g_autofree char *what = g_strdup_printf ("point for %s: %s", person->name, point->text);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  return all && one_promises_add_point (engine->base.store, point, error)
         && one_transaction_commit (all, error);
}

static gboolean
write_action (OneEngine *engine, const OnePerson *person, OneAction *action, GError **error)
{
  g_autofree char *what = g_strdup_printf ("action with %s: %s", person->name, action->text);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  return all && one_promises_add_action (engine->base.store, action, 0, error)
         && one_transaction_commit (all, error);
}

/* How many changed, or -1. */
static int
write_state (OneEngine *engine, const char *const *ids, OneState state, GError **error)
{
  g_autofree char *list = g_strjoinv (" ", (char **) ids);
  g_autofree char *what = g_strdup_printf ("%s: %s", list, one_words_format_state (state));
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);
  int count;

  if (!all)
    return -1;
  count =
      one_promises_set_state (engine->base.store, ids, state, one_base_now (&engine->base), error);
  return count >= 0 && one_transaction_commit (all, error) ? count : -1;
}

OnePointView *
one_ops_promise_add_point (OneEngine *engine, const char *who, const OnePoint *wanted,
                           GError **error)
{
  g_autoptr (OnePerson) person = one_lookup_person (&engine->base, who, error);
  g_autoptr (OnePoint) point = one_point_new ();
  const char *category = NULL;
  const char *wanted_text = wanted->text;
  OnePointView *view;

  if (!person || !(category = find_category (engine, person, wanted->category, error)))
    return NULL;
  g_free (point->text);
  /* A main subject needs no text but the title of its category. */
  if (wanted->main && !*wanted->text && *category)
    wanted_text =
        one_catalogue_find (one_setup_get_catalogue (&engine->base, person->role), category)->title;
  point->text = one_own_words_dup (wanted_text, error);
  if (!point->text)
    return NULL;
  g_free (point->category);
  point->category = g_strdup (category);
  point->person = person->id;
  point->on = wanted->on;
  point->main = wanted->main;
  point->every = wanted->every;
  point->ask = wanted->ask;
  point->created = one_base_now (&engine->base);
  if (!write_point (engine, person, point, error))
    return NULL;
  one_cycle_run (engine);
  view = one_promise_view_point (engine, point, error);
  if (view) {
    view->soon = is_better_now (engine, person, point);
    view->at = one_reminders_get_ask_time (engine->reminders, point->id);
  }
  return view;
}

/* `person` stays 0 for "", which is everybody. */
static gboolean
find_filter (OneEngine *engine, const char *who, OnePromiseFilter *filter, GError **error)
{
  g_autoptr (OnePerson) person = NULL;

  if (*who == '\0')
    return TRUE;
  person = one_lookup_person (&engine->base, who, error);
  filter->person = person ? person->id : 0;
  return person != NULL;
}

GPtrArray *
one_ops_promise_list_points (OneEngine *engine, const char *who, const OnePointFilter *wanted,
                             GError **error)
{
  OnePromiseFilter filter = { .closed = wanted->all };
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (OnePromiseViewMaker) known = one_promise_view_maker_new (&engine->base);
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_view_free);

  if (!find_filter (engine, who, &filter, error))
    return NULL;
  points = one_promises_list_points (engine->base.store, &filter, error);
  for (guint i = 0; points && i < points->len; i++) {
    const OnePoint *point = points->pdata[i];
    OnePointView *view;

    if (wanted->ask && !point->ask)
      continue;
    view = one_promise_view_maker_of_point (known, point, error);
    if (!view)
      return NULL;
    view->at = one_reminders_get_ask_time (engine->reminders, point->id);
    g_ptr_array_add (views, view);
  }
  return points ? g_steal_pointer (&views) : NULL;
}

OneActionView *
one_ops_promise_add_action (OneEngine *engine, const char *who, const OneAction *wanted,
                            GError **error)
{
  g_autoptr (OnePerson) person = one_lookup_person (&engine->base, who, error);
  g_autoptr (OneAction) action = one_action_new ();

  if (!person)
    return NULL;
  g_free (action->text);
  action->text = one_own_words_dup (wanted->text, error);
  if (!action->text)
    return NULL;
  action->person = person->id;
  action->owner = wanted->owner;
  action->due = wanted->due;
  action->created = one_base_now (&engine->base);
  if (!write_action (engine, person, action, error))
    return NULL;
  one_cycle_run (engine);
  return one_promise_view_action (engine, action, error);
}

GPtrArray *
one_ops_promise_list_actions (OneEngine *engine, const char *who, const OneActionFilter *wanted,
                              GError **error)
{
  OnePromiseFilter filter = { .closed = wanted->all,
                              .one_owner = wanted->theirs,
                              .owner = ONE_OWNER_THEM };
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (OnePromiseViewMaker) known = one_promise_view_maker_new (&engine->base);
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_view_free);

  if (!find_filter (engine, who, &filter, error))
    return NULL;
  actions = one_promises_list_actions (engine->base.store, &filter, error);
  for (guint i = 0; actions && i < actions->len; i++) {
    g_autoptr (OneActionView) view =
        one_promise_view_maker_of_action (known, actions->pdata[i], error);

    if (!view)
      return NULL;
    if (!wanted->overdue || view->overdue)
      g_ptr_array_add (views, g_steal_pointer (&view));
  }
  return actions ? g_steal_pointer (&views) : NULL;
}

GPtrArray *
one_ops_promise_set_state (OneEngine *engine, const char *const *ids, OneState state,
                           guint *changed, GError **error)
{
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_promise_view_free);
  int count;

  if (!ids[0]) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "no id was given");
    return NULL;
  }
  count = write_state (engine, ids, state, error);
  if (count < 0)
    return NULL;
  *changed = (guint) count;
  one_cycle_run (engine);
  for (guint i = 0; ids[i]; i++) {
    OnePromiseView *view = one_promise_view_get (engine, ids[i], error);

    if (!view)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return g_steal_pointer (&views);
}
