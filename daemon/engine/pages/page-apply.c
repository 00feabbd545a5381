/* SPDX-License-Identifier: MIT */
#include "engine/pages/page-apply.h"

#include "store/meetings.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/touches.h"
#include "wire/error.h"

typedef struct {
  const OneBase *base;
  const OneMeeting *meeting;
  gint64 now;
  gboolean spoken; /* a category was ticked */
} Take;

/* NULL without an error for an action that the user has taken back since. */
static OneAction *
find_action (Take *take, gint64 id, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (OneAction) action = NULL;

  if (id == 0)
    return NULL;
  action = one_promises_get_action (take->base->store, id, &failed);
  if (failed && !g_error_matches (failed, ONE_ERROR, ONE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failed));
  return g_steal_pointer (&action);
}

/* Ahead of the meeting it is prepared. */
static gboolean
touch (Take *take, OnePageLine *line, GError **error)
{
  if (take->now < take->meeting->start) {
    one_page_line_set_prepared (line);
    return TRUE;
  }
  take->spoken = TRUE;
  return one_touches_add (take->base->store, take->meeting->id, line->key, error);
}

static gboolean
untouch (Take *take, const OnePageLine *line, GError **error)
{
  OneStore *store = take->base->store;
  g_autoptr (GPtrArray) touches = one_touches_list (store, take->meeting->id, error);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  if (!touches)
    return FALSE;
  for (guint i = 0; i < touches->len; i++) {
    const OneTouch *one = g_ptr_array_index (touches, i);

    if (!g_str_equal (one->category, line->key))
      g_ptr_array_add (left, one->category);
  }
  g_ptr_array_add (left, NULL);
  return one_touches_set (store, take->meeting->id, (const char *const *) left->pdata, error);
}

static gboolean
set_state (Take *take, const char *id, OneState state, GError **error)
{
  const char *const ids[] = { id, NULL };

  return one_promises_set_state (take->base->store, ids, state, take->now, error) >= 0;
}

static gboolean
set_line_state (Take *take, const OnePageLine *line, GError **error)
{
  g_autoptr (OneAction) action = NULL;
  g_autofree char *id = NULL;

  if (line->kind == ONE_PAGE_PROMISE)
    return set_state (take, line->key, line->state, error);
  action = find_action (take, line->row, error);
  if (!action)
    return !*error;
  id = g_strdup_printf ("a%" G_GINT64_FORMAT, action->id);
  return set_state (take, id, line->state, error);
}

static void
action_fill (OneAction *action, const OnePageLine *line)
{
  g_free (action->text);
  action->text = g_strdup (line->text);
  action->due = line->due;
  one_words_parse_owner (line->key, &action->owner);
}

static gboolean
add_action (Take *take, OnePageLine *line, GError **error)
{
  g_autoptr (OneAction) action = one_action_new ();

  action_fill (action, line);
  action->person = take->meeting->person;
  action->created = take->now;
  action->state = line->state;
  action->closed = line->state == ONE_STATE_OPEN ? 0 : take->now;
  if (!one_promises_add_action (take->base->store, action, take->meeting->id, error))
    return FALSE;
  line->row = action->id;
  return TRUE;
}

/* An action that was taken back, and is written differently now, is new. */
static gboolean
edit_action (Take *take, OnePageLine *line, GError **error)
{
  g_autoptr (OneAction) action = find_action (take, line->row, error);

  if (!action)
    return !*error && add_action (take, line, error);
  action_fill (action, line);
  return one_promises_set_action (take->base->store, action, error);
}

/* Only what was made on this page, and has not been touched since, goes with its line. */
static gboolean
remove_action (Take *take, const OnePageLine *before, GError **error)
{
  g_autoptr (OneAction) action = find_action (take, before->row, error);
  g_autofree char *id = NULL;

  if (!action)
    return !*error;
  if (action->state != ONE_STATE_OPEN || !g_str_equal (action->text, before->text))
    return TRUE;
  id = g_strdup_printf ("a%" G_GINT64_FORMAT, action->id);
  return set_state (take, id, ONE_STATE_DROPPED, error);
}

static gboolean
return_action (Take *take, const OnePageLine *line, GError **error)
{
  g_autoptr (OneAction) action = find_action (take, line->row, error);
  g_autofree char *id = NULL;

  if (!action)
    return !*error;
  if (action->state != ONE_STATE_DROPPED)
    return TRUE;
  id = g_strdup_printf ("a%" G_GINT64_FORMAT, action->id);
  return set_state (take, id, line->state, error);
}

static gboolean
write_note (Take *take, OnePageLine *line, GError **error)
{
  g_autoptr (OneNote) note = NULL;
  gboolean found = FALSE;

  if (line->row > 0
      && !one_notes_set_text (take->base->store, line->row, line->text, &found, error))
    return FALSE;
  if (found || *line->text == '\0')
    return TRUE;
  note = one_note_new (take->meeting->id, line->key, line->text, take->now);
  if (!one_notes_add (take->base->store, note, error))
    return FALSE;
  line->row = note->id;
  return TRUE;
}

static gboolean
take_change (Take *take, const OnePageChange *change, GError **error)
{
  switch (change->did) {
  case ONE_PAGE_TOUCHED:
    return touch (take, change->line, error);
  case ONE_PAGE_UNTOUCHED:
    return untouch (take, change->line, error);
  case ONE_PAGE_STATE:
    return set_line_state (take, change->line, error);
  case ONE_PAGE_ADDED:
    return add_action (take, change->line, error);
  case ONE_PAGE_EDITED:
    return edit_action (take, change->line, error);
  case ONE_PAGE_REMOVED:
    return remove_action (take, change->before, error);
  case ONE_PAGE_RETURNED:
    return return_action (take, change->line, error);
  case ONE_PAGE_NOTED:
    return write_note (take, change->line, error);
  }
  g_return_val_if_reached (FALSE);
}

/* Notes made ahead of a meeting say nothing of whether it took place, and one that did not take
 * place did only if something was spoken of. */
static gboolean
keep_meeting (Take *take, GError **error)
{
  OneStore *store = take->base->store;
  const OneMeeting *meeting = take->meeting;
  gboolean begun = meeting->start <= take->now;

  if ((begun || take->spoken) && !one_meetings_set_logged (store, meeting->id, TRUE, error))
    return FALSE;
  if (!begun || (meeting->state != ONE_MEETING_PLANNED && !take->spoken))
    return TRUE;
  return one_meetings_set_state (store, meeting->id, ONE_MEETING_HELD, error);
}

gboolean
one_page_apply_changes (const OneBase *base, const OneMeeting *meeting, const GArray *changes,
                        GError **error)
{
  Take take = { .base = base, .meeting = meeting, .now = one_base_now (base) };
  g_autoptr (GError) failed = NULL;

  for (guint i = 0; i < changes->len; i++)
    if (!take_change (&take, &g_array_index (changes, OnePageChange, i), &failed)) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  return keep_meeting (&take, error);
}
