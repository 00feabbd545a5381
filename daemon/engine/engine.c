/* SPDX-License-Identifier: MIT */
#include "engine/engine.h"

#include "engine/base/setup.h"
#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "engine/cycle.h"
#include "engine/detect/other-meeting.h"
#include "engine/ops/ops.h"
#include "engine/state.h"

/* Runs the cycle after a part heard something. */
static void
changed (gpointer data)
{
  one_cycle_run (data);
}

static void
judged (gpointer data)
{
  OneEngine *engine = data;

  one_cycle_run (engine);
  one_calendars_rest (engine->calendars);
}

static gboolean
calendars_read (gpointer data)
{
  return one_cycle_run_in_turns (data, judged);
}

static GHashTable *
describe (const GPtrArray *readings, char **note, gpointer data)
{
  return one_detector_describe (((OneEngine *) data)->detector, readings, note);
}

static gboolean
is_outdated (gpointer data)
{
  return one_detector_is_outdated (((OneEngine *) data)->detector);
}

static const OneCalendarsCalls calendars_calls = {
  .read = calendars_read,
  .describe = describe,
  .is_outdated = is_outdated,
};

static gboolean
make_page (const OneMeeting *meeting, char **path, GError **error, gpointer data)
{
  return one_page_sync_make (((OneEngine *) data)->pages, meeting, path, error);
}

static void
log_meeting (const OneMeeting *meeting, gboolean took_place, GError **error, gpointer data)
{
  g_autofree char *which = g_strdup_printf ("m%" G_GINT64_FORMAT, meeting->id);
  OneLogEntry entry = { .note = "", .all = took_place, .skipped = !took_place };
  g_autoptr (OneLogged) logged G_GNUC_UNUSED = one_ops_log (data, which, &entry, error);
}

static OneMeeting *
find_accepted (const OneMeeting *meeting, gpointer data)
{
  const OneEngine *engine = data;

  return one_other_meeting_find (&engine->base, one_detector_get_me (engine->detector, NULL),
                                 meeting);
}

static GArray *
list_accepted (gint64 from, gint64 to, gpointer data)
{
  const OneEngine *engine = data;

  return one_other_meeting_list (&engine->base, one_detector_get_me (engine->detector, NULL), from,
                                 to);
}

static void
close_promise (OneEngine *engine, char kind, gint64 number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%c%" G_GINT64_FORMAT, kind, number);
  const char *const ids[] = { id, NULL };
  guint changed_count;
  g_autoptr (GPtrArray) closed G_GNUC_UNUSED =
      one_ops_promise_set_state (engine, ids, ONE_STATE_DONE, &changed_count, error);
}

static void
keep_promise (gint64 action, GError **error, gpointer data)
{
  close_promise (data, 'a', action, error);
}

static void
close_point (gint64 point, GError **error, gpointer data)
{
  close_promise (data, 'p', point, error);
}

static const OneRemindersCalls reminders_calls = {
  .changed = changed,
  .make_page = make_page,
  .log = log_meeting,
  .find_accepted = find_accepted,
  .list_accepted = list_accepted,
  .keep_promise = keep_promise,
  .close_point = close_point,
};

static void
setup_changed (OneSetupChange change, gpointer data)
{
  OneEngine *engine = data;

  if (change == ONE_SETUP_SOURCES)
    one_calendars_restart (engine->calendars);
  if (change == ONE_SETUP_DESKTOP)
    one_cycle_run (engine);
  else
    one_cycle_rejudge (engine);
}

static void
woken (OneWoken why, gpointer data)
{
  OneEngine *engine = data;

  if (why == ONE_WOKEN_CHANGED) {
    /* An instant of the clock as it was: it could be a year away now. */
    one_reminders_forget_retry (engine->reminders);
    /* Floating times are other instants in another zone. */
    if (one_setup_read_zone (&engine->base))
      one_calendars_restart (engine->calendars);
    else
      one_files_check (engine->base.calendars.files);
  }
  one_cycle_run (engine);
}

OneEngine *
one_engine_new (const OneEngineEnvironment *environment, GError **error)
{
  OneEngine *engine = g_new0 (OneEngine, 1);
  OneBase *base = &engine->base;

  base->environment = *environment;
  base->troubles = one_troubles_new ();
  if (!one_storage_open (base, error)) {
    one_troubles_free (base->troubles);
    g_free (engine);
    return NULL;
  }
  one_setup_open (base, setup_changed, engine);
  engine->calendars = one_calendars_new (base, &calendars_calls, engine);
  engine->detector = one_detector_new (base);
  engine->reminders = one_reminders_new (base, &reminders_calls, engine);
  engine->explains = g_hash_table_new_full (NULL, NULL, one_ops_explain_forget, NULL);
  engine->started = one_base_now (base);
  return engine;
}

static void
start_calendars (OneEngine *engine)
{
  gboolean recalled =
      one_calendars_recall (engine->calendars) && one_detector_recall (engine->detector);

  one_calendars_start (engine->calendars, recalled);
  if (recalled)
    one_cycle_run (engine);
}

void
one_engine_start (OneEngine *engine, void (*told) (gpointer data), gpointer data)
{
  OneBase *base = &engine->base;

  engine->changed = told;
  engine->data = data;
  base->environment.clock->woken = woken;
  base->environment.clock->data = engine;
  one_setup_start (base);
  engine->pages = one_page_sync_new (base, changed, engine);
  start_calendars (engine);
  /* The server may answer at once: what an earlier life knew must have been told by then.
   * Nothing is read yet, so no reminder comes before. */
  one_reminders_start (engine->reminders);
  one_setup_watch_session (base);
}

gint64
one_engine_now (const OneEngine *engine)
{
  return one_base_now (&engine->base);
}

gboolean
one_engine_has_read (const OneEngine *engine)
{
  switch (one_calendars_get_state (engine->calendars)) {
  case ONE_CALENDARS_STARTING:
    return FALSE;
  case ONE_CALENDARS_RECALLED:
    return TRUE;
  case ONE_CALENDARS_READ:
    return !one_files_awaits (engine->base.calendars.files, NULL)
           && one_detector_is_idle (engine->detector);
  }
  g_return_val_if_reached (TRUE);
}

gboolean
one_engine_has_settled (const OneEngine *engine)
{
  return one_calendars_is_idle (engine->calendars) && one_detector_is_idle (engine->detector)
         && one_reminders_is_idle (engine->reminders);
}

void
one_engine_free (OneEngine *engine)
{
  OneBase *base = &engine->base;

  base->environment.clock->woken = NULL;
  one_ops_backup_forget (engine);
  g_clear_pointer (&engine->explains, g_hash_table_unref);
  one_calendars_free (engine->calendars);
  g_clear_pointer (&engine->pages, one_page_sync_free);
  one_setup_stop (base);
  one_reminders_free (engine->reminders);
  one_detector_free (engine->detector);
  one_setup_close (base);
  one_storage_close (base);
  one_troubles_free (base->troubles);
  g_free (engine);
}
