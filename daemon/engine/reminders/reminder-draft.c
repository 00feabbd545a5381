/* SPDX-License-Identifier: MIT */
#include "engine/reminders/reminder-draft.h"

#include "core/plan/plan-clash.h"
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/troubles.h"
#include "engine/reminders/reminders-state.h"
#include "store/meetings.h"
#include "store/sent.h"

void
one_reminder_draft_free (OneReminderDraft *reminder)
{
  g_clear_pointer (&reminder->meeting, one_meeting_free);
  g_clear_pointer (&reminder->agenda, one_agenda_free);
  g_clear_pointer (&reminder->sent, one_sent_free);
  g_clear_pointer (&reminder->clash, one_meeting_free);
  g_free (reminder);
}

OneView
one_reminder_draft_view (const OneReminders *reminders, gint64 now)
{
  return (OneView){
    .zone = reminders->base->zone,
    .now = now,
    .hidden = one_settings_is_hidden (reminders->base->settings),
  };
}

OneReminderText
one_reminder_draft_describe (const OneReminderDraft *reminder)
{
  return (OneReminderText){
    .meeting = reminder->meeting,
    .agenda = reminder->agenda,
    .name = reminder->meeting->name,
    .sent = reminder->sent->id,
    .stage = reminder->sent->stage,
    .moved_from = reminder->step ? reminder->step->moved_from : 0,
    .clash = reminder->clash,
  };
}

/* A question at the end tells the agenda that was settled, if there is any. */
static gboolean
recall_agenda (OneReminders *reminders, OneReminderDraft *reminder, GError **error)
{
  reminder->agenda = one_prepare_agenda (reminders->base, reminder->meeting, FALSE, error);
  if (!reminder->agenda)
    return FALSE;
  if (!reminder->agenda->prepared)
    g_clear_pointer (&reminder->agenda, one_agenda_free);
  return TRUE;
}

/* A reminder that cannot say it is still a reminder. */
static void
find_clash (OneReminders *reminders, OneReminderDraft *reminder)
{
  const OneMeeting *meeting = reminder->meeting;
  g_autoptr (GPtrArray) others = NULL;
  const OneMeeting *clash = NULL;

  if (reminder->sent->stage != ONE_STAGE_PREP)
    return;
  others = one_meetings_list_current (reminders->base->store, meeting->start, meeting->end, NULL);
  if (others)
    clash = one_plan_clash_find (meeting, others);
  reminder->clash =
      clash ? one_meeting_dup (clash) : reminders->calls->find_accepted (meeting, reminders->data);
}

/* The agenda is settled by its first showing, and its page is made. */
static gboolean
prepare (OneReminders *reminders, OneReminderDraft *reminder, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) page = NULL;

  if (reminder->step->stage == ONE_STAGE_NUDGE)
    return recall_agenda (reminders, reminder, error);
  reminder->agenda = one_prepare_agenda (reminders->base, reminder->meeting, FALSE, error);
  if (!reminder->agenda)
    return FALSE;
  if (!reminder->agenda->prepared && !one_prepare_keep (reminders->base, reminder->agenda, error))
    return FALSE;
  /* Without its page a reminder is still a reminder. */
  if (!reminders->calls->make_page (reminder->meeting, &path, &page, reminders->data))
    one_troubles_set (reminders->base, ONE_SUBJECT_PAGES, reminders->base->settings->pages, 0,
                      page->message);
  else
    one_troubles_set (reminders->base, ONE_SUBJECT_PAGES, "", 0, NULL);
  return TRUE;
}

/* The row says what is about to be done, and is committed before it is done. What the row has on
 * screen stays there until then, and is replaced. */
static gboolean
write_intent (OneReminders *reminders, OneReminderDraft *reminder, GError **error)
{
  const OneStep *step = reminder->step;

  reminder->sent = step->sent > 0 ? one_sent_find (reminders->base->store, step->sent, error)
                                  : one_sent_new (step->meeting, step->stage);
  if (!reminder->sent)
    return FALSE;
  reminder->sent->lead = step->lead;
  reminder->sent->state = ONE_SENT_INTENT;
  reminder->sent->at = one_base_now (reminders->base);
  reminder->sent->start = step->start;
  reminder->sent->until = 0;
  reminder->sent->fingerprint = step->fingerprint;
  if (step->sent == 0)
    return one_sent_add (reminders->base->store, reminder->sent, error);
  return one_sent_update (reminders->base->store, reminder->sent, error);
}

OneReminderDraft *
one_reminder_draft_new (OneReminders *reminders, const OneStep *step, GError **error)
{
  g_autoptr (OneReminderDraft) reminder = g_new0 (OneReminderDraft, 1);

  reminder->step = step;
  reminder->meeting = one_lookup_meeting (reminders->base, step->meeting, error);
  if (!reminder->meeting || !prepare (reminders, reminder, error)
      || !write_intent (reminders, reminder, error))
    return NULL;
  find_clash (reminders, reminder);
  return g_steal_pointer (&reminder);
}

OneReminderDraft *
one_reminder_draft_restore (OneReminders *reminders, const OneSent *sent, GError **error)
{
  g_autoptr (OneReminderDraft) reminder = g_new0 (OneReminderDraft, 1);

  reminder->sent = one_sent_dup (sent);
  reminder->meeting = one_lookup_meeting (reminders->base, sent->meeting, error);
  if (!reminder->meeting)
    return NULL;
  if (sent->stage == ONE_STAGE_NUDGE ? !recall_agenda (reminders, reminder, error)
                                     : !(reminder->agenda = one_prepare_agenda (
                                             reminders->base, reminder->meeting, FALSE, error)))
    return NULL;
  find_clash (reminders, reminder);
  return g_steal_pointer (&reminder);
}

gboolean
one_reminder_draft_prepare (OneReminders *reminders, const OneStep *step, GError **error)
{
  g_autoptr (OneReminderDraft) reminder = g_new0 (OneReminderDraft, 1);

  reminder->step = step;
  reminder->meeting = one_lookup_meeting (reminders->base, step->meeting, error);
  return reminder->meeting && prepare (reminders, reminder, error);
}

OneNotice *
one_reminder_draft_merge (const GPtrArray *group, const OneView *view)
{
  g_autofree OneReminderText *reminder_texts = g_new0 (OneReminderText, group->len);

  for (guint i = 0; i < group->len; i++)
    reminder_texts[i] = one_reminder_draft_describe (group->pdata[i]);
  return one_notice_text_merge (reminder_texts, group->len, view);
}

void
one_reminder_draft_replace (OneNotice *notice, const OneSent *sent)
{
  one_notice_set_place (notice, sent->server, sent->notification_id);
}
