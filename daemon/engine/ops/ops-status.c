/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "engine/state.h"

static GPtrArray *
list_sources (OneEngine *engine)
{
  g_autoptr (GPtrArray) sources = one_files_list_sources (engine->base.calendars.files);
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) one_source_view_free);

  for (guint i = 0; i < sources->len; i++) {
    const OneSourceReport *source = sources->pdata[i];
    OneSourceView *view = g_new0 (OneSourceView, 1);

    view->path = g_strdup (source->path);
    view->files = source->files;
    view->series = one_readings_count_series (engine->base.calendars.readings, source->path);
    view->changed = source->changed;
    view->stale = source->offline;
    g_ptr_array_add (views, view);
  }
  return views;
}

OneStatusView *
one_ops_status (OneEngine *engine, GError **error)
{
  g_autoptr (GError) failed = NULL;
  OneMeeting *next = one_lookup_next (&engine->base, 0, &failed);
  OneStatusView *view;

  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  view = g_new0 (OneStatusView, 1);
  view->started = engine->started;
  view->known_from = engine->base.calendars.from;
  view->me = g_strdupv ((char **) one_detector_get_me (engine->detector, &view->me_inferred));
  view->sources = list_sources (engine);
  view->next = next;
  view->reminder_at = one_reminders_get_next (engine->reminders, &view->reminder);
  view->habits = one_reminders_list_habits (engine->reminders);
  view->inhibited = engine->base.settings->inhibited;
  view->troubles = one_troubles_list (&engine->base);
  return view;
}
