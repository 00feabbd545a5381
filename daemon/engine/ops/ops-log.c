/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/setup.h"
#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/ops/answers/logged.h"
#include "engine/ops/category.h"
#include "engine/state.h"
#include "model/base/day.h"
#include "model/base/text.h"
#include "store/meetings.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/touches.h"
#include "wire/error.h"

#define NOTE_MAX 20000
#define AD_HOC_LENGTH (30 * 60)

/* An entry's outcome: categories, and the points that were raised by it. */
typedef struct {
  GPtrArray *covered; /* (owned) of char* (owned): ids of categories */
  GPtrArray *raised;  /* (owned) of char* (owned): "p7" */
} Said;

static void
said_clear (Said *said)
{
  g_clear_pointer (&said->covered, g_ptr_array_unref);
  g_clear_pointer (&said->raised, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static gboolean
check_entry (const OneLogEntry *entry, GError **error)
{
  gboolean covered = (entry->covered && entry->covered[0]) || entry->all || entry->n_items > 0;

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

/* Adds ids of the catalogue for the words of the user. */
static gboolean
say_words (OneEngine *engine, const OneMeeting *meeting, const char *const *words, Said *said,
           GError **error)
{
  for (guint i = 0; words && words[i]; i++) {
    const OneCategory *category =
        one_category_find (one_setup_get_catalogue (&engine->base, meeting->role), words[i], error);

    if (!category)
      return FALSE;
    g_ptr_array_add (said->covered, g_strdup (category->id));
  }
  return TRUE;
}

/* An item was talked about, and with it the points that stood there; those that come each time come
 * again.
 */
static void
say_item (const OneItem *item, Said *said)
{
  g_ptr_array_add (said->covered, g_strdup (item->category));
  for (guint i = 0; i < item->points->len; i++) {
    const OnePoint *point = item->points->pdata[i];

    if (!point->every)
      g_ptr_array_add (said->raised, g_strdup_printf ("p%" G_GINT64_FORMAT, point->id));
  }
}

/* Adds items of the meeting's agenda, by their numbers or all of them. */
static gboolean
say_items (OneEngine *engine, const OneMeeting *meeting, const OneLogEntry *entry, Said *said,
           GError **error)
{
  g_autoptr (OneAgenda) agenda = NULL;

  if (!entry->all && entry->n_items == 0)
    return TRUE;
  agenda = one_prepare_agenda (&engine->base, meeting, FALSE, error);
  if (!agenda)
    return FALSE;
  for (guint i = 0; i < (entry->all ? agenda->items->len : entry->n_items); i++) {
    guint number = entry->all ? i + 1 : entry->items[i];

    if (number < 1 || number > agenda->items->len) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND,
                   "no item %u on the agenda with %s: it has %u", number, meeting->name,
                   agenda->items->len);
      return FALSE;
    }
    say_item (agenda->items->pdata[number - 1], said);
  }
  if (agenda->items->len > 0)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "nothing was on the agenda with %s",
               meeting->name);
  return FALSE;
}

static gboolean
understand (OneEngine *engine, const OneMeeting *meeting, const OneLogEntry *entry, Said *said,
            GError **error)
{
  said->covered = g_ptr_array_new_with_free_func (g_free);
  said->raised = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  return say_words (engine, meeting, entry->covered, said, error)
         && say_items (engine, meeting, entry, said, error);
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

static gboolean
write_state (OneEngine *engine, const OneMeeting *meeting, gboolean skipped, GError **error)
{
  static const char *const nothing[] = { NULL };
  OneMeetingState state = skipped ? ONE_MEETING_SKIPPED : ONE_MEETING_HELD;
  OneStore *store = engine->base.store;

  return one_meetings_set_state (store, meeting->id, state, error)
         && one_meetings_set_logged (store, meeting->id, TRUE, error)
         && (!skipped || one_touches_set (store, meeting->id, nothing, error));
}

/* Writes the entry in one transaction. */
static gboolean
write_entry (OneEngine *engine, OneMeeting *meeting, const OneLogEntry *entry, const Said *said,
             GError **error)
{
  g_autofree char *what = g_strdup_printf (entry->skipped ? "the meeting with %s did not happen"
                                                          : "log of the meeting with %s",
                                           meeting->name);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  if (!all || (meeting->id == 0 && !one_meetings_add (engine->base.store, meeting, error)))
    return FALSE;
  if (!write_state (engine, meeting, entry->skipped, error))
    return FALSE;
  for (guint i = 0; i < said->covered->len; i++)
    if (!one_touches_add (engine->base.store, meeting->id, said->covered->pdata[i], error))
      return FALSE;
  if (said->raised->len > 0
      && one_promises_set_state (engine->base.store, (const char *const *) said->raised->pdata,
                                 ONE_STATE_DONE, one_base_now (&engine->base), error)
             < 0)
    return FALSE;
  if (!write_note (engine, meeting, entry->note, error))
    return FALSE;
  return one_transaction_commit (all, error);
}

static gboolean
write_skipped (OneEngine *engine, const GPtrArray *meetings, const char *day, GError **error)
{
  g_autofree char *what = g_strdup_printf ("the meetings of %s did not happen", day);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  for (guint i = 0; all && i < meetings->len; i++)
    if (!write_state (engine, meetings->pdata[i], TRUE, error))
      return FALSE;
  return all && one_transaction_commit (all, error);
}

static OneLogged *
skip_day (OneEngine *engine, const char *day, GError **error)
{
  g_autoptr (GPtrArray) meetings = one_lookup_begun_on (&engine->base, day, error);

  if (!meetings || !write_skipped (engine, meetings, day, error))
    return NULL;
  one_cycle_run (engine);
  return one_logged_load_skipped (engine, meetings, error);
}

OneLogged *
one_ops_log (OneEngine *engine, const char *which, const OneLogEntry *entry, GError **error)
{
  g_autoptr (OneMeeting) meeting = NULL;
  g_auto (Said) said = { NULL, NULL };
  g_autoptr (GError) failed = NULL;
  GDate day;

  if (!check_entry (entry, error))
    return NULL;
  if (entry->skipped && *entry->note == '\0' && one_day_parse (which, &day))
    return skip_day (engine, which, error);
  meeting = one_ops_log_find (engine, which, &failed);
  if (!meeting) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  if (!understand (engine, meeting, entry, &said, error)
      || !write_entry (engine, meeting, entry, &said, error))
    return NULL;
  one_cycle_run (engine);
  return one_logged_load (engine, meeting->id, said.raised, error);
}
