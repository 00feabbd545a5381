/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/state.h"
#include "store/notes.h"
#include "store/search.h"

#define HITS_MAX 200

static OneWrittenView *
view_new (OneEngine *engine, gint64 person, GError **error)
{
  g_autoptr (OnePerson) known = one_lookup_get (&engine->base, person, error);
  OneWrittenView *view;

  if (!known)
    return NULL;
  view = g_new0 (OneWrittenView, 1);
  view->person = g_strdup (known->name);
  return view;
}

static OneWrittenView *
view_hit (OneEngine *engine, const OneHit *hit, GError **error)
{
  static const OneWritten kinds[] = {
    [ONE_HIT_NOTE] = ONE_WRITTEN_NOTE,
    [ONE_HIT_POINT] = ONE_WRITTEN_POINT,
    [ONE_HIT_ACTION] = ONE_WRITTEN_ACTION,
  };
  OneWrittenView *view = view_new (engine, hit->person, error);

  if (!view)
    return NULL;
  view->kind = kinds[hit->kind];
  view->id = hit->id;
  view->meeting = hit->meeting;
  view->at = hit->at;
  view->state = hit->state;
  view->category = g_strdup (hit->category);
  view->text = g_strdup (hit->text);
  return view;
}

GPtrArray *
one_ops_search (OneEngine *engine, const char *words, GError **error)
{
  g_autoptr (GPtrArray) hits = one_search_list (engine->base.store, words, HITS_MAX, error);
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_written_view_free);

  for (guint i = 0; hits && i < hits->len; i++) {
    OneWrittenView *view = view_hit (engine, hits->pdata[i], error);

    if (!view)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return hits ? g_steal_pointer (&views) : NULL;
}

static OneWrittenView *
view_note (OneEngine *engine, const OneNote *note, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_lookup_meeting (&engine->base, note->meeting, error);
  OneWrittenView *view = meeting ? view_new (engine, meeting->person, error) : NULL;

  if (!view)
    return NULL;
  view->kind = ONE_WRITTEN_NOTE;
  view->id = note->id;
  view->meeting = note->meeting;
  view->at = note->start;
  view->category = g_strdup (note->category);
  view->text = g_strdup (note->text);
  return view;
}

GPtrArray *
one_ops_search_notes (OneEngine *engine, const char *who, GError **error)
{
  g_autoptr (OnePerson) person = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_written_view_free);

  if (*who && !(person = one_lookup_person (&engine->base, who, error)))
    return NULL;
  notes = one_notes_list_person (engine->base.store, person ? person->id : 0, error);
  for (guint i = 0; notes && i < notes->len; i++) {
    OneWrittenView *view = view_note (engine, notes->pdata[i], error);

    if (!view)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return notes ? g_steal_pointer (&views) : NULL;
}
