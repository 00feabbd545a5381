/* SPDX-License-Identifier: MIT */
#include "engine/reminders/button.h"

#include "core/notice/notice-text.h"
#include "core/plan/plan.h"
#include "edge/desktop/launch.h"
#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "engine/reminders/notification-rows.h"
#include "engine/reminders/reminders-state.h"
#include "engine/reminders/sent-rows.h"
#include "store/sent.h"
#include "wire/error.h"

static void
launched (const GError *error, gpointer data)
{
  const OneReminders *reminders = data;

  one_troubles_set (reminders->base, ONE_SUBJECT_LAUNCH, "", 0, error ? error->message : NULL);
}

/* A press: the rows of the notification, and their meetings. */
typedef struct {
  GPtrArray *rows;     /* (owned) of OneSent, in its order */
  GPtrArray *meetings; /* (owned) of OneMeeting: theirs */
  const char *token;
} Press;

static void
open_pages (OneReminders *reminders, const Press *press, GError **error)
{
  for (guint i = 0; i < MIN (press->meetings->len, ONE_NOTICE_TEXT_LINES); i++) {
    g_autofree char *path = NULL;

    if (!reminders->calls->make_page (press->meetings->pdata[i], &path, error, reminders->data))
      return;
    one_launch_open (path, i == 0 ? press->token : "", NULL, launched, reminders);
  }
}

static void
join (OneReminders *reminders, const Press *press, GError **error)
{
  for (guint i = 0; i < press->rows->len; i++) {
    const OneMeeting *meeting = press->meetings->pdata[i];

    if (one_notice_text_can_join (meeting, ((OneSent *) press->rows->pdata[i])->stage)) {
      one_launch_open (meeting->join, press->token, NULL, launched, reminders);
      return;
    }
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "the meeting has no link any more");
}

/* A failed log keeps none of the others back. */
static void
log_all (OneReminders *reminders, const Press *press, GError **error)
{
  for (guint i = 0; i < press->meetings->len; i++) {
    g_autoptr (GError) failed = NULL;

    reminders->calls->log (press->meetings->pdata[i], TRUE, &failed, reminders->data);
    if (failed && error && !*error)
      g_propagate_error (error, g_steal_pointer (&failed));
  }
}

static void
answer (OneReminders *reminders, const Press *press, OneButton button, GError **error)
{
  switch (button) {
  case ONE_BUTTON_AGENDA:
  case ONE_BUTTON_LOG:
    open_pages (reminders, press, error);
    break;
  case ONE_BUTTON_JOIN:
    join (reminders, press, error);
    break;
  case ONE_BUTTON_SNOOZE: /* is all in the rows */
    break;
  case ONE_BUTTON_PLANNED:
    log_all (reminders, press, error);
    break;
  case ONE_BUTTON_SKIPPED:
    reminders->calls->log (press->meetings->pdata[0], FALSE, error, reminders->data);
    break;
  case ONE_BUTTON_DONE: /* is for promises: promise-answer.c */
  case ONE_BUTTON_ASKED:
  case ONE_BUTTON_LATER: /* … and these for points that are to be asked: ask-answer.c */
    break;
  }
}

/* (transfer full) of OneMeeting; rows that are of none are left out. */
static GPtrArray *
list_meetings (OneReminders *reminders, GPtrArray *rows)
{
  GPtrArray *meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);

  for (guint i = 0; i < rows->len;) {
    OneMeeting *meeting =
        one_lookup_meeting (reminders->base, ((OneSent *) rows->pdata[i])->meeting, NULL);

    if (meeting) {
      g_ptr_array_add (meetings, meeting);
      i++;
    } else
      g_ptr_array_remove_index (rows, i);
  }
  return meetings;
}

/* When it comes again; 0: never. What has begun cannot be put off, a question can. */
static gint64
until_of (const OneReminders *reminders, const OneSent *sent, const OneMeeting *meeting)
{
  gint64 now = one_base_now (reminders->base);

  return sent->stage == ONE_STAGE_NUDGE
             ? now + reminders->base->settings->snooze
             : one_plan_snooze (meeting, reminders->base->settings->snooze, now);
}

static void
write_press (OneReminders *reminders, const Press *press, OneButton button)
{
  for (guint i = 0; i < press->rows->len; i++) {
    OneSent *sent = press->rows->pdata[i];
    gint64 until =
        button == ONE_BUTTON_SNOOZE ? until_of (reminders, sent, press->meetings->pdata[i]) : 0;

    if (until == 0 || !one_reminder_is_on_screen (sent)) {
      one_sent_rows_take_off (reminders, sent, ONE_SENT_ACTED);
      continue;
    }
    one_sent_rows_set (reminders, sent, ONE_SENT_SNOOZED);
    sent->until = until;
    *sent->server = '\0';
  }
  one_sent_rows_write (reminders, press->rows);
}

void
one_button_press (OneReminders *reminders, gint64 id, OneButton button, const char *token)
{
  g_autoptr (GPtrArray) rows = one_notification_rows_take (reminders, id);
  g_autoptr (GPtrArray) meetings = list_meetings (reminders, rows);
  Press press = { rows, meetings, token };
  g_autoptr (GError) error = NULL;

  if (rows->len == 0)
    return;
  write_press (reminders, &press, button);
  answer (reminders, &press, button, &error);
  one_troubles_set (reminders->base, ONE_SUBJECT_ANSWER, "", 0, error ? error->message : NULL);
}
