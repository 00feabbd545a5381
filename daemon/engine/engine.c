/* SPDX-License-Identifier: MIT */
#include "engine/engine.h"

#include "engine/base/change.h"
#include "engine/base/load.h"
#include "engine/calendars/intake.h"
#include "engine/calendars/stock.h"
#include "engine/cycle.h"
#include "engine/ops/ops.h"
#include "engine/pages/readback.h"
#include "engine/reminders/answer.h"
#include "engine/reminders/confirm.h"
#include "engine/reminders/trial.h"
#include "engine/state.h"

static void
under_way_free (OneUnderWay *under_way)
{
  g_array_unref (under_way->rows);
  g_free (under_way);
}

/* What the button "Did not happen" says. */
static void
skipped (OneEngine *engine, const OneMeeting *meeting, GError **error)
{
  g_autofree char *which = g_strdup_printf ("m%" G_GINT64_FORMAT, meeting->id);
  OneLogEntry entry = { .note = "", .skipped = TRUE };
  g_autoptr (OneMeeting) logged G_GNUC_UNUSED = one_ops_log (engine, which, &entry, error);
}

OneEngine *
one_engine_new (const OneEngineParts *parts, GError **error)
{
  g_autofree char *said = NULL;
  OneStore *store = one_change_open_store (parts, &said, error);
  OneEngine *engine;

  if (!store)
    return NULL;
  engine = g_new0 (OneEngine, 1);
  engine->parts = *parts;
  engine->skipped = skipped;
  engine->store = store;
  engine->reading_index = one_reading_index_new ();
  engine->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  engine->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  engine->me = g_new0 (char *, 1);
  engine->judge = TRUE;
  engine->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  engine->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  engine->own =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_trouble_free);
  engine->under_way =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) under_way_free);
  engine->shared =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  engine->questions = g_hash_table_new_full (NULL, NULL, one_ops_explain_forget, NULL);
  engine->started = one_engine_now (engine);
  one_load_trouble (engine, ONE_SUBJECT_DAMAGE, "", 0, said);
  return engine;
}

static void
woken (OneWoken why, gpointer data)
{
  OneEngine *engine = data;

  if (why == ONE_WOKEN_CHANGED) {
    /* An instant of the clock as it was: it could be a year away now. */
    engine->retry = 0;
    /* Floating times are other instants in another zone. */
    if (one_load_zone (engine))
      one_intake_restart (engine);
    else
      one_files_check (engine->files);
  }
  one_cycle_run (engine);
}

static void
edited (gpointer data)
{
  OneEngine *engine = data;

  g_message ("the configuration was changed: it is read again");
  one_load_catalogues (engine);
  if (one_load_settings (engine))
    one_intake_restart (engine);
  one_cycle_rejudge (engine);
}

static void
locked (gboolean is_locked, gpointer data)
{
  OneEngine *engine = data;

  engine->locked = is_locked;
  one_load_desktop (engine);
  one_cycle_run (engine);
}

void
one_engine_start (OneEngine *engine, void (*changed) (gpointer data), gpointer data)
{
  const char *configuration[] = { engine->parts.config, engine->parts.catalogue, NULL };

  engine->changed = changed;
  engine->data = data;
  engine->parts.clock->woken = woken;
  engine->parts.clock->data = engine;
  one_load_zone (engine);
  one_load_catalogues (engine);
  one_load_settings (engine);
  engine->config_watch = one_config_watch_new (configuration, edited, engine);
  one_readback_start (engine);
  one_intake_start (engine);
  /* After what is known can be told, before anything is read: no reminder comes earlier. */
  engine->notify = one_notify_new (&one_answer_events, engine);
  engine->session = one_session_new (locked, engine);
}

gint64
one_engine_now (const OneEngine *engine)
{
  return engine->parts.clock->now (engine->parts.clock);
}

void
one_engine_say_changed (OneEngine *engine)
{
  one_cycle_run (engine);
}

gboolean
one_engine_has_read (const OneEngine *engine)
{
  return engine->settled || engine->served;
}

gboolean
one_engine_has_settled (const OneEngine *engine)
{
  return engine->settled && !engine->run && g_hash_table_size (engine->dirty) == 0
         && g_hash_table_size (engine->under_way) == 0;
}

void
one_engine_free (OneEngine *engine)
{
  engine->parts.clock->woken = NULL;
  g_clear_pointer (&engine->run, one_reader_client_free);
  g_clear_pointer (&engine->questions, g_hash_table_unref);
  if (engine->files)
    one_stock_close (engine);
  g_clear_pointer (&engine->files, one_files_free);
  g_clear_pointer (&engine->page_watch, one_page_watch_free);
  g_clear_pointer (&engine->config_watch, one_config_watch_free);
  g_clear_pointer (&engine->session, one_session_free);
  g_clear_pointer (&engine->notify, one_notify_free);
  one_trial_end_all (engine);
  g_hash_table_unref (engine->shared);
  g_hash_table_unref (engine->under_way);
  g_hash_table_unref (engine->own);
  g_ptr_array_unref (engine->troubles);
  g_clear_pointer (&engine->doubled, g_hash_table_unref);
  g_hash_table_unref (engine->series);
  g_strfreev (engine->me);
  g_hash_table_unref (engine->gone);
  g_hash_table_unref (engine->dirty);
  one_reading_index_free (engine->reading_index);
  for (guint i = 0; i < ONE_N_ROLES; i++)
    g_clear_pointer (&engine->catalogues[i], one_catalogue_free);
  g_clear_pointer (&engine->zone, g_time_zone_unref);
  g_free (engine->zone_name);
  g_clear_pointer (&engine->settings, one_settings_free);
  one_store_close (engine->store);
  g_free (engine);
}
