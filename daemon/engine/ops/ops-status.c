/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "engine/state.h"

#define SECOND G_GINT64_CONSTANT (1000000000) /* nanoseconds */

/* Looks into a source that is one file, or in one: its events' people, and from when they are,
 * which a database that cannot be read any more does not tell. */
static void
look_inside (const OneEngine *engine, OneSourceView *view)
{
  g_autoptr (OneReading) reading = one_readings_find (engine->base.calendars.readings, view->path);

  if (!reading)
    return;
  view->nameless = reading->series->len > 0;
  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = reading->series->pdata[i];

    for (guint j = 0; j < series->events->len; j++)
      view->nameless &= ((const OneEvent *) series->events->pdata[j])->attendees->len == 0;
  }
  view->stale |= reading->stale;
  if (reading->stamp.mtime > 0)
    view->changed = reading->stamp.mtime / SECOND;
}

static char **
list_hidden (const OneSettings *settings)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < settings->found->calendars->len; i++) {
    const OneFoundCalendar *calendar = settings->found->calendars->pdata[i];

    if (calendar->hidden
        && !g_strv_contains ((const char *const *) settings->sources, calendar->path))
      g_strv_builder_add (names, calendar->name);
  }
  return g_strv_builder_end (names);
}

static GPtrArray *
list_sources (OneEngine *engine)
{
  g_autoptr (GPtrArray) sources = one_files_list_sources (engine->base.calendars.files);
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) one_source_view_free);
  const OneFoundAll *found = engine->base.settings->found;

  for (guint i = 0; i < sources->len; i++) {
    const OneSourceReport *source = sources->pdata[i];
    OneSourceView *view = g_new0 (OneSourceView, 1);

    view->path = g_strdup (source->path);
    view->files = source->files;
    view->series = one_readings_count_series (engine->base.calendars.readings, source->path);
    view->changed = source->changed;
    view->stale = source->offline;
    view->name = one_found_dup_name_of (found, source->path);
    view->kind = one_found_get_kind (found, source->path, source->single);
    look_inside (engine, view);
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
  view->hidden = list_hidden (engine->base.settings);
  view->next = next;
  view->reminder_at = one_reminders_get_next (engine->reminders, &view->reminder);
  view->habits = one_reminders_list_habits (engine->reminders);
  view->inhibited = engine->base.settings->inhibited;
  view->troubles = one_troubles_list (&engine->base);
  return view;
}
