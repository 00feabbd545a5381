/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/which.h"
#include "engine/state.h"

static GPtrArray *
list_sources (OneEngine *engine)
{
  g_autoptr (GPtrArray) sources = one_files_list_sources (engine->files);
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) one_source_view_free);

  for (guint i = 0; i < sources->len; i++) {
    const OneSourceReport *source = sources->pdata[i];
    OneSourceView *view = g_new0 (OneSourceView, 1);

    view->path = g_strdup (source->path);
    view->files = source->files;
    view->series = one_reading_index_count_series (engine->reading_index, source->path);
    view->changed = source->changed;
    view->stale = source->offline;
    g_ptr_array_add (views, view);
  }
  return views;
}

static int
by_age (gconstpointer a, gconstpointer b)
{
  const OneTrouble *const *x = a, *const *y = b;

  if ((*x)->since != (*y)->since)
    return (*x)->since < (*y)->since ? -1 : 1;
  return g_strcmp0 ((*x)->what, (*y)->what);
}

/* Those of oned itself first, then those of the calendars. */
static GPtrArray *
list_troubles (const OneEngine *engine)
{
  GPtrArray *troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  GHashTableIter iter;
  gpointer trouble;

  g_hash_table_iter_init (&iter, engine->own);
  while (g_hash_table_iter_next (&iter, NULL, &trouble))
    g_ptr_array_add (troubles, one_trouble_dup (trouble));
  g_ptr_array_sort (troubles, by_age);
  for (guint i = 0; i < engine->troubles->len; i++)
    g_ptr_array_add (troubles, one_trouble_dup (engine->troubles->pdata[i]));
  return troubles;
}

OneStatusView *
one_ops_status (OneEngine *engine, GError **error)
{
  g_autoptr (GError) failed = NULL;
  OneMeeting *next = one_which_next (engine, 0, &failed);
  OneStatusView *view;

  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  view = g_new0 (OneStatusView, 1);
  view->started = engine->started;
  view->me = g_strdupv (engine->me);
  view->me_inferred = engine->me_inferred;
  view->sources = list_sources (engine);
  view->next = next;
  view->reminder_at = engine->reminder_at;
  view->reminder = engine->reminder;
  view->troubles = list_troubles (engine);
  return view;
}
