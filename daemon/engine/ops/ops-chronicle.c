/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/setup.h"
#include "engine/ops/category.h"
#include "engine/state.h"
#include "model/instant.h"
#include "store/notes.h"
#include "store/touches.h"

/* Meetings that are planned are told of as far ahead. */
#define AHEAD (28 * ONE_DAY)

typedef struct {
  OneEngine *engine;
  gint64 since;
  const char *word;     /* (borrowed) what the user calls the category; "" for all */
  const char *category; /* (borrowed) its id for the person at hand; NULL for all */
} Wish;

static gboolean
is_wanted (const Wish *wish, const char *category)
{
  return !wish->category || g_str_equal (category, wish->category);
}

static gboolean
add_touches (const Wish *wish, OneChronicleEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) touches =
      one_touches_list (wish->engine->base.store, entry->meeting->id, error);

  for (guint i = 0; touches && i < touches->len; i++) {
    const OneTouch *touch = touches->pdata[i];

    if (is_wanted (wish, touch->category))
      g_ptr_array_add (entry->touched, g_strdup (touch->category));
  }
  return touches != NULL;
}

static gboolean
add_notes (const Wish *wish, OneChronicleEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) notes =
      one_notes_list (wish->engine->base.store, entry->meeting->id, error);

  for (guint i = 0; notes && i < notes->len; i++) {
    const OneNote *note = notes->pdata[i];

    if (is_wanted (wish, note->category))
      g_ptr_array_add (entry->notes,
                       one_chronicle_note_new (note->category, note->text, note->created));
  }
  return notes != NULL;
}

/* Lists only the meetings in which the category came up, if one is asked for. */
static GPtrArray *
list_entries (const Wish *wish, gint64 person, GError **error)
{
  gint64 until = one_base_now (&wish->engine->base) + AHEAD;
  g_autoptr (GPtrArray) meetings =
      one_lookup_list (&wish->engine->base, person, wish->since, until, error);
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_chronicle_entry_free);

  for (guint i = 0; meetings && i < meetings->len; i++) {
    g_autoptr (OneChronicleEntry) entry = one_chronicle_entry_new (meetings->pdata[i]);

    if (!add_touches (wish, entry, error) || !add_notes (wish, entry, error))
      return NULL;
    if (!wish->category || entry->touched->len > 0 || entry->notes->len > 0)
      g_ptr_array_add (entries, g_steal_pointer (&entry));
  }
  return meetings ? g_steal_pointer (&entries) : NULL;
}

/* Lists promises that were open at any time since then. */
static void
drop_old (const Wish *wish, GPtrArray *actions, GPtrArray *points)
{
  for (guint i = actions->len; i-- > 0;) {
    const OneAction *action = ((OneActionView *) actions->pdata[i])->action;
    gboolean old = action->state != ONE_STATE_OPEN && action->closed < wish->since;

    if (old || wish->category)
      g_ptr_array_remove_index (actions, i);
  }
  for (guint i = points->len; i-- > 0;) {
    const OnePoint *point = ((OnePointView *) points->pdata[i])->point;
    gboolean old = point->state != ONE_STATE_OPEN && point->closed < wish->since;

    if (old || !is_wanted (wish, point->category))
      g_ptr_array_remove_index (points, i);
  }
}

static gboolean
find_category (Wish *wish, const OnePerson *person, GError **error)
{
  const OneCategory *category = NULL;

  if (*wish->word == '\0')
    return TRUE;
  category = one_category_find (one_setup_get_catalogue (&wish->engine->base, person->role),
                                wish->word, error);
  wish->category = category ? category->id : NULL;
  return category != NULL;
}

static OneChronicle *
chronicle_new (Wish *wish, const char *who, GError **error)
{
  g_autoptr (OneChronicle) chronicle = g_new0 (OneChronicle, 1);
  OneActionFilter all = { .all = TRUE };
  g_autoptr (GPtrArray) coverage = NULL;

  if (!(chronicle->person = one_ops_person_get (wish->engine, who, error))
      || !find_category (wish, chronicle->person->person, error)
      || !(chronicle->entries = list_entries (wish, chronicle->person->person->id, error))
      || !(chronicle->actions = one_ops_promise_list_actions (wish->engine, who, &all, error))
      || !(chronicle->points = one_ops_promise_list_points (wish->engine, who, TRUE, error))
      || !(coverage = one_ops_coverage_list (wish->engine, who, error)))
    return NULL;
  drop_old (wish, chronicle->actions, chronicle->points);
  chronicle->coverage = g_ptr_array_steal_index (coverage, 0);
  return g_steal_pointer (&chronicle);
}

/* A word by which one_people_find finds this person alone. */
static const char *
name_of (const OnePersonView *view)
{
  return view->person->addresses[0] ? view->person->addresses[0] : view->person->name;
}

GPtrArray *
one_ops_chronicle_list (OneEngine *engine, const char *who, gint64 since, const char *category,
                        GError **error)
{
  Wish wish = { .engine = engine, .since = since, .word = category };
  g_autoptr (GPtrArray) people = *who ? NULL : one_ops_person_list (engine, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_chronicle_free);
  guint count = people ? people->len : 1;

  if (!people && *who == '\0')
    return NULL;
  for (guint i = 0; i < count; i++) {
    OneChronicle *one = chronicle_new (&wish, people ? name_of (people->pdata[i]) : who, error);

    if (!one)
      return NULL;
    g_ptr_array_add (list, one);
  }
  return g_steal_pointer (&list);
}
