/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/setup.h"
#include "engine/ops/answers/promise-view-maker.h"
#include "engine/ops/category.h"
#include "engine/state.h"
#include "model/base/instant.h"
#include "store/notes.h"
#include "store/promises.h"
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

static OneChronicleEntry *
find_entry (const GPtrArray *entries, GHashTable *places, gint64 meeting)
{
  gpointer place;

  return g_hash_table_lookup_extended (places, &meeting, NULL, &place)
             ? entries->pdata[GPOINTER_TO_UINT (place)]
             : NULL;
}

/* `places`: gint64 id of a meeting -> its place among the entries. */
static gboolean
add_touches (const Wish *wish, gint64 person, const GPtrArray *entries, GHashTable *places,
             GError **error)
{
  g_autoptr (OneHistory) history =
      one_touches_load_history (wish->engine->base.store, person, G_MAXINT64, error);

  for (guint i = 0; history && i < history->touches->len; i++) {
    const OneTouch *touch = history->touches->pdata[i];
    OneChronicleEntry *entry = find_entry (entries, places, touch->meeting);

    if (entry && is_wanted (wish, touch->category))
      g_ptr_array_add (entry->touched, g_strdup (touch->category));
  }
  return history != NULL;
}

static gboolean
add_notes (const Wish *wish, gint64 person, const GPtrArray *entries, GHashTable *places,
           GError **error)
{
  g_autoptr (GPtrArray) notes = one_notes_list_person (wish->engine->base.store, person, error);

  for (guint i = 0; notes && i < notes->len; i++) {
    const OneNote *note = notes->pdata[i];
    OneChronicleEntry *entry = find_entry (entries, places, note->meeting);

    if (entry && is_wanted (wish, note->category))
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
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; meetings && i < meetings->len; i++) {
    g_ptr_array_add (entries, one_chronicle_entry_new (meetings->pdata[i]));
    g_hash_table_insert (places, &((OneMeeting *) meetings->pdata[i])->id, GUINT_TO_POINTER (i));
  }
  if (!meetings || !add_touches (wish, person, entries, places, error)
      || !add_notes (wish, person, entries, places, error))
    return NULL;
  for (guint i = wish->category ? entries->len : 0; i > 0; i--) {
    const OneChronicleEntry *entry = entries->pdata[i - 1];

    if (entry->touched->len == 0 && entry->notes->len == 0)
      g_ptr_array_remove_index (entries, i - 1);
  }
  return g_steal_pointer (&entries);
}

/* Lists promises that were open at any time since then. */
static GPtrArray *
list_actions (const Wish *wish, OnePromiseViewMaker *known, gint64 person, GError **error)
{
  OnePromiseFilter filter = { .person = person, .closed = TRUE, .closed_since = wish->since };
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_view_free);

  if (wish->category)
    return g_steal_pointer (&views);
  actions = one_promises_list_actions (wish->engine->base.store, &filter, error);
  for (guint i = 0; actions && i < actions->len; i++) {
    OneActionView *view = one_promise_view_maker_of_action (known, actions->pdata[i], error);

    if (!view)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return actions ? g_steal_pointer (&views) : NULL;
}

static GPtrArray *
list_points (const Wish *wish, OnePromiseViewMaker *known, gint64 person, GError **error)
{
  OnePromiseFilter filter = { .person = person, .closed = TRUE, .closed_since = wish->since };
  g_autoptr (GPtrArray) points =
      one_promises_list_points (wish->engine->base.store, &filter, error);
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_view_free);

  for (guint i = 0; points && i < points->len; i++) {
    const OnePoint *point = points->pdata[i];
    OnePointView *view = NULL;

    if (!is_wanted (wish, point->category))
      continue;
    if (!(view = one_promise_view_maker_of_point (known, point, error)))
      return NULL;
    g_ptr_array_add (views, view);
  }
  return points ? g_steal_pointer (&views) : NULL;
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

/* `view`: (transfer full) */
static OneChronicle *
chronicle_new (Wish *wish, OnePersonView *view, GError **error)
{
  g_autoptr (OneChronicle) chronicle = g_new0 (OneChronicle, 1);
  g_autoptr (OnePromiseViewMaker) known = one_promise_view_maker_new (&wish->engine->base);
  const OnePerson *person = view->person;

  chronicle->person = view;
  if (!find_category (wish, person, error)
      || !(chronicle->entries = list_entries (wish, person->id, error))
      || !(chronicle->actions = list_actions (wish, known, person->id, error))
      || !(chronicle->points = list_points (wish, known, person->id, error))
      || !(chronicle->coverage = one_ops_coverage_get (wish->engine, person, error)))
    return NULL;
  return g_steal_pointer (&chronicle);
}

/* (transfer full) of OnePersonView: one person, or ("") all. */
static GPtrArray *
list_people (OneEngine *engine, const char *who, GError **error)
{
  GPtrArray *people = NULL;
  OnePersonView *one = NULL;

  if (*who == '\0')
    return one_ops_person_list (engine, error);
  if (!(one = one_ops_person_get (engine, who, error)))
    return NULL;
  people = g_ptr_array_new_with_free_func ((GDestroyNotify) one_person_view_free);
  g_ptr_array_add (people, one);
  return people;
}

GPtrArray *
one_ops_chronicle_list (OneEngine *engine, const char *who, gint64 since, const char *category,
                        GError **error)
{
  Wish wish = { .engine = engine, .since = since, .word = category };
  g_autoptr (GPtrArray) people = list_people (engine, who, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_chronicle_free);

  while (people && people->len > 0) {
    OneChronicle *one = chronicle_new (&wish, g_ptr_array_steal_index (people, 0), error);

    if (!one)
      return NULL;
    g_ptr_array_add (list, one);
  }
  return people ? g_steal_pointer (&list) : NULL;
}
