/* SPDX-License-Identifier: MIT */
#include "engine/detect/missing.h"

#include "model/base/instant.h"
#include "model/base/path.h"
#include "store/meetings-match.h"
#include "store/meetings.h"

/* Whether the meeting, or the override of it, may still be in its file, though no reading has it.
 */
static gboolean
is_unread (const OneBase *base, const GPtrArray *sources, const OneMeeting *meeting)
{
  g_autoptr (OneReading) reading = one_readings_find (base->calendars.readings, meeting->source);

  if (reading)
    return meeting->changed ? one_reading_may_lack_override (reading, meeting->uid)
                            : one_reading_may_lack (reading, meeting->uid);
  if (one_files_awaits (base->calendars.files, meeting->source))
    return TRUE;
  for (guint i = 0; i < sources->len; i++) {
    const OneSourceReport *source = sources->pdata[i];

    if (source->offline && one_path_is_beneath (meeting->source, source->path))
      return TRUE;
  }
  return FALSE;
}

gboolean
one_missing_find (const OneBase *base, OneMeeting *meeting, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (OneMeeting) known = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  meeting->id = 0;
  if (meeting->changed)
    return TRUE;
  known = one_meetings_find_changed (base->store, meeting, &failed);
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (!known)
    return TRUE;
  sources = one_files_list_sources (base->calendars.files);
  if (is_unread (base, sources, known))
    meeting->id = known->id;
  return TRUE;
}

gboolean
one_missing_mark (const OneBase *base, const GArray *kept, const GPtrArray *meetings,
                  gboolean *certain, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) sources = NULL;

  for (guint i = 0; i < meetings->len; i++)
    g_hash_table_add (there, &((OneMeeting *) meetings->pdata[i])->id);
  for (guint i = 0; i < kept->len; i++) {
    gint64 id = g_array_index (kept, gint64, i);
    g_autoptr (OneMeeting) meeting = NULL;

    if (g_hash_table_contains (there, &id))
      continue;
    meeting = one_meetings_get (base->store, id, error);
    if (!meeting)
      return FALSE;
    if (!sources)
      sources = one_files_list_sources (base->calendars.files);
    if (is_unread (base, sources, meeting))
      *certain = FALSE;
    else if (!one_meetings_set_gone (base->store, id, error))
      return FALSE;
  }
  return TRUE;
}
