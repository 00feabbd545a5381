/* SPDX-License-Identifier: MIT */
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/ops/ops.h"
#include "engine/state.h"
#include "store/meetings.h"
#include "wire/error.h"

/* A meeting that no calendar knows needs a row before it can have a page. */
static gboolean
add_meeting (OneEngine *engine, OneMeeting *meeting, GError **error)
{
  g_autofree char *what = g_strdup_printf ("meeting with %s", meeting->name);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  return all && one_meetings_add (engine->base.store, meeting, error)
         && one_meetings_set_state (engine->base.store, meeting->id, ONE_MEETING_HELD, error)
         && one_transaction_commit (all, error);
}

/* A meeting that is named may also be ahead. */
static OneMeeting *
find_by_id (OneEngine *engine, const char *which)
{
  g_autoptr (GPtrArray) found = one_lookup_ahead (&engine->base, which, NULL);
  const OneMeeting *only = found && found->len == 1 ? found->pdata[0] : NULL;
  g_autofree char *id = only ? g_strdup_printf ("m%" G_GINT64_FORMAT, only->id) : NULL;

  return g_strcmp0 (id, which) == 0 ? one_meeting_dup (only) : NULL;
}

/* Opening a page says nothing of a meeting: somebody whom I have not met yet, and am to meet, gets
 * the page of that meeting. */
static OneMeeting *
find_meeting (OneEngine *engine, const char *which, GError **error)
{
  g_autoptr (OneMeeting) meeting = NULL;
  g_autoptr (GError) failed = NULL;
  OneMeeting *next;

  if (*which == 'm' && (meeting = find_by_id (engine, which)))
    return g_steal_pointer (&meeting);
  meeting = one_ops_log_find (engine, which, error);
  if (!meeting || meeting->id != 0)
    return g_steal_pointer (&meeting);
  next = one_lookup_next (&engine->base, meeting->person, &failed);
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  return next ? next : g_steal_pointer (&meeting);
}

OneMeeting *
one_ops_page_make (OneEngine *engine, const char *which, char **path, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (OneMeeting) meeting = find_meeting (engine, which, &failed);

  if (!meeting) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  if (meeting->id == 0) {
    if (!add_meeting (engine, meeting, error))
      return NULL;
    one_cycle_run (engine);
  }
  if (!one_page_sync_make (engine->pages, meeting, path, error))
    return NULL;
  return one_lookup_meeting (&engine->base, meeting->id, error);
}

OnePageReport *
one_ops_page_read (OneEngine *engine, const char *meeting, GError **error)
{
  char *end = NULL;
  gint64 id = *meeting == 'm' ? g_ascii_strtoll (meeting + 1, &end, 10) : 0;

  if (id <= 0 || *end) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is no id of a meeting", meeting);
    return NULL;
  }
  return one_page_sync_read (engine->pages, id, error);
}
