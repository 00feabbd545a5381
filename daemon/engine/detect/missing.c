/* SPDX-License-Identifier: MIT */
#include "engine/detect/missing.h"

#include "model/base/instant.h"
#include "model/base/path.h"
#include "store/meetings-match.h"
#include "store/meetings.h"

/* Where meetings may be still. The reading of the file that was asked for last is kept: to unpack
 * that of a large file for each of its meetings would take minutes. */
typedef struct {
  const OneBase *base;
  GPtrArray *sources;  /* (owned) of OneSourceReport */
  char *path;          /* (owned) of that file; NULL before */
  OneReading *reading; /* (owned) NULL if there is none */
} Places;

static Places
places_open (const OneBase *base)
{
  return (Places){ .base = base, .sources = one_files_list_sources (base->calendars.files) };
}

static void
places_close (Places *places)
{
  g_clear_pointer (&places->reading, one_reading_free);
  g_clear_pointer (&places->path, g_free);
  g_clear_pointer (&places->sources, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_close)

static const OneReading *
places_find (Places *places, const char *path)
{
  if (g_strcmp0 (places->path, path) == 0)
    return places->reading;
  g_clear_pointer (&places->reading, one_reading_free);
  g_free (places->path);
  places->path = g_strdup (path);
  places->reading = one_readings_find (places->base->calendars.readings, path);
  return places->reading;
}

/* Whether the meeting, or the override of it, may still be in its file, though no reading has it.
 */
static gboolean
is_unread (Places *places, const OneMeeting *meeting)
{
  const OneReading *reading = places_find (places, meeting->source);

  if (reading)
    return meeting->changed ? one_reading_may_lack_override (reading, meeting->uid)
                            : one_reading_may_lack (reading, meeting->uid);
  if (one_files_awaits (places->base->calendars.files, meeting->source))
    return TRUE;
  for (guint i = 0; i < places->sources->len; i++) {
    const OneSourceReport *source = places->sources->pdata[i];

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
  g_auto (Places) places = { 0 };

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
  places = places_open (base);
  if (is_unread (&places, known))
    meeting->id = known->id;
  return TRUE;
}

gboolean
one_missing_mark (const OneBase *base, const GArray *kept, const GPtrArray *meetings,
                  gboolean *certain, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto (Places) places = { 0 };

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
    if (!places.base)
      places = places_open (base);
    if (is_unread (&places, meeting))
      *certain = FALSE;
    else if (!one_meetings_set_gone (base->store, id, error))
      return FALSE;
  }
  return TRUE;
}
