/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/storage.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "wire/error.h"

GPtrArray *
one_ops_agenda_list (OneEngine *engine, const char *which, gboolean rebuild, GError **error)
{
  g_autoptr (GPtrArray) meetings = one_lookup_ahead (&engine->base, which, error);
  g_autoptr (GPtrArray) agendas = g_ptr_array_new_with_free_func ((GDestroyNotify) one_agenda_free);

  for (guint i = 0; meetings && i < meetings->len; i++) {
    OneAgenda *agenda = one_prepare_agenda (&engine->base, meetings->pdata[i], rebuild, error);

    g_autoptr (GError) failed = NULL;

    if (!agenda)
      return NULL;
    g_ptr_array_add (agendas, agenda);
    /* The agenda is shown even if that cannot be noted. */
    if (!one_prepare_note_shown (&engine->base, agenda, &failed))
      g_debug ("that an agenda was shown is not noted: %s", failed->message);
  }
  return meetings ? g_steal_pointer (&agendas) : NULL;
}

static gboolean
is_called_off (const OneMeeting *meeting)
{
  return meeting->state == ONE_MEETING_CANCELLED || meeting->state == ONE_MEETING_DECLINED
         || meeting->other_declined;
}

/* Meetings over before oned came are nobody's debt. */
static gboolean
is_open (const OneMeeting *meeting, gint64 since)
{
  return meeting->state == ONE_MEETING_HELD && !meeting->logged && meeting->end > since;
}

GPtrArray *
one_ops_agenda_list_meetings (OneEngine *engine, gint64 from, gint64 to,
                              const OneMeetingFilter *filter, GError **error)
{
  GPtrArray *list = one_lookup_list (&engine->base, 0, from, to, error);
  gint64 since = one_storage_get_first_sight (&engine->base, one_base_now (&engine->base));

  for (guint i = list ? list->len : 0; i > 0; i--) {
    const OneMeeting *meeting = list->pdata[i - 1];

    if ((!filter->all && is_called_off (meeting)) || (filter->open && !is_open (meeting, since)))
      g_ptr_array_remove_index (list, i - 1);
  }
  return list;
}

OneMeeting *
one_ops_agenda_next (OneEngine *engine, char ***titles, GPtrArray **overlaps)
{
  g_autoptr (OneMeeting) next = one_lookup_next (&engine->base, 0, NULL);
  g_autoptr (OneAgenda) agenda = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  *titles = NULL;
  *overlaps = NULL;
  if (!next)
    return NULL;
  *overlaps = one_lookup_overlaps (&engine->base, next, NULL);
  agenda = one_prepare_agenda (&engine->base, next, FALSE, NULL);
  for (guint i = 0; agenda && i < agenda->items->len; i++)
    g_strv_builder_add (builder, ((OneItem *) agenda->items->pdata[i])->title);
  *titles = g_strv_builder_end (builder);
  return g_steal_pointer (&next);
}

gboolean
one_ops_agenda_snooze (OneEngine *engine, const char *which, gint32 seconds, gint64 *until,
                       GError **error)
{
  g_autoptr (GPtrArray) meetings = one_lookup_ahead (&engine->base, *which ? which : "next", error);

  if (!meetings)
    return FALSE;
  if (meetings->len > 1) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS,
                 "%u one-on-ones on %s: name the person or the meeting's id", meetings->len, which);
    return FALSE;
  }
  if (!one_reminders_snooze (engine->reminders, meetings->pdata[0],
                             seconds == 0 ? engine->base.settings->snooze : seconds, until, error))
    return FALSE;
  one_cycle_run (engine);
  return TRUE;
}
