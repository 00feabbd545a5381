/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/setup.h"
#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/ops/category.h"
#include "engine/state.h"
#include "model/text.h"
#include "store/meetings.h"
#include "store/notes.h"
#include "store/touches.h"
#include "wire/error.h"

#define NOTE_MAX 20000
#define AD_HOC_LENGTH (30 * 60)

static gboolean
check_entry (const OneLogEntry *entry, GError **error)
{
  gboolean covered = entry->covered && entry->covered[0];

  if (entry->skipped && covered)
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 "a meeting that did not happen covered nothing");
  else if (!entry->skipped && !covered && *entry->note == '\0')
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 "nothing to log: say what was covered, a note, or that it was skipped");
  else if (g_utf8_strlen (entry->note, -1) > NOTE_MAX)
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "the note is longer than %d characters",
                 NOTE_MAX);
  else
    return TRUE;
  return FALSE;
}

/* A meeting with somebody that no calendar knows: it is happening now. */
static OneMeeting *
make_ad_hoc (OneEngine *engine, const OnePerson *person)
{
  OneMeeting *meeting = one_meeting_new ();

  meeting->start = one_base_now (&engine->base);
  meeting->original = meeting->start;
  meeting->end = meeting->start + AD_HOC_LENGTH;
  meeting->person = person->id;
  meeting->role = person->role;
  g_free (meeting->name);
  meeting->name = g_strdup (person->name);
  if (person->addresses[0]) {
    g_free (meeting->address);
    meeting->address = g_strdup (person->addresses[0]);
  }
  return meeting;
}

OneMeeting *
one_ops_log_find (OneEngine *engine, const char *which, GError **error)
{
  g_autoptr (OnePerson) person = NULL;
  g_autoptr (OneMeeting) meeting = one_lookup_past (&engine->base, which, &person, error);

  if (!meeting && person && (!error || !*error))
    return make_ad_hoc (engine, person);
  if (!meeting)
    return NULL;
  if (meeting->start > one_base_now (&engine->base)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "the meeting with %s has not begun yet",
                 meeting->name);
    return NULL;
  }
  return g_steal_pointer (&meeting);
}

/* Ids of the catalogue for the words of the user. */
static GPtrArray *
find_categories (OneEngine *engine, const OneMeeting *meeting, const char *const *words,
                 GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; words && words[i]; i++) {
    const OneCategory *category =
        one_category_find (one_setup_get_catalogue (&engine->base, meeting->role), words[i], error);

    if (!category)
      return NULL;
    g_ptr_array_add (ids, category->id);
  }
  return g_steal_pointer (&ids);
}

static gboolean
write_note (OneEngine *engine, const OneMeeting *meeting, const char *text, GError **error)
{
  g_autofree char *clean = one_text_clean_lines (text, -1, NOTE_MAX);
  g_autoptr (OneNote) note = NULL;

  if (*clean == '\0')
    return TRUE;
  note = one_note_new (meeting->id, "", clean, one_base_now (&engine->base));
  return one_notes_add (engine->base.store, note, error);
}

/* Writes the entry in one transaction. */
static gboolean
write_entry (OneEngine *engine, OneMeeting *meeting, const OneLogEntry *entry,
             const GPtrArray *covered, GError **error)
{
  static const char *const nothing[] = { NULL };
  OneMeetingState state = entry->skipped ? ONE_MEETING_SKIPPED : ONE_MEETING_HELD;
  g_autofree char *what = g_strdup_printf (entry->skipped ? "the meeting with %s did not happen"
                                                          : "log of the meeting with %s",
                                           meeting->name);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  if (!all || (meeting->id == 0 && !one_meetings_add (engine->base.store, meeting, error)))
    return FALSE;
  if (!one_meetings_set_state (engine->base.store, meeting->id, state, error)
      || !one_meetings_set_logged (engine->base.store, meeting->id, TRUE, error))
    return FALSE;
  if (entry->skipped && !one_touches_set (engine->base.store, meeting->id, nothing, error))
    return FALSE;
  for (guint i = 0; i < covered->len; i++)
    if (!one_touches_add (engine->base.store, meeting->id, covered->pdata[i], error))
      return FALSE;
  if (!write_note (engine, meeting, entry->note, error))
    return FALSE;
  return one_transaction_commit (all, error);
}

OneMeeting *
one_ops_log (OneEngine *engine, const char *which, const OneLogEntry *entry, GError **error)
{
  g_autoptr (OneMeeting) meeting = NULL;
  g_autoptr (GPtrArray) covered = NULL;
  g_autoptr (GError) failed = NULL;

  if (!check_entry (entry, error))
    return NULL;
  meeting = one_ops_log_find (engine, which, &failed);
  if (!meeting) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  covered = find_categories (engine, meeting, entry->covered, error);
  if (!covered || !write_entry (engine, meeting, entry, covered, error))
    return NULL;
  one_cycle_run (engine);
  return one_lookup_meeting (&engine->base, meeting->id, error);
}
