/* SPDX-License-Identifier: MIT */
#include "engine/reminder.h"

#include "engine/load.h"
#include "engine/prepare.h"
#include "engine/state.h"
#include "engine/which.h"
#include "store/sent.h"

void
one_reminder_free (OneReminder *reminder)
{
  g_clear_pointer (&reminder->meeting, one_meeting_free);
  g_clear_pointer (&reminder->agenda, one_agenda_free);
  g_clear_pointer (&reminder->sent, one_sent_free);
  g_free (reminder);
}

OneView
one_reminder_view (const OneEngine *engine, gint64 now)
{
  return (OneView){
    .zone = engine->zone,
    .now = now,
    .hidden = one_settings_is_hidden (engine->settings),
  };
}

OneReminderText
one_reminder_describe (const OneReminder *reminder)
{
  return (OneReminderText){
    .meeting = reminder->meeting,
    .agenda = reminder->agenda,
    .name = reminder->meeting->name,
    .sent = reminder->sent->id,
    .stage = reminder->sent->stage,
    .moved_from = reminder->step ? reminder->step->moved_from : 0,
  };
}

/* The agenda is settled by its first showing, and its page is made. */
static gboolean
prepare (OneEngine *engine, OneReminder *reminder, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) page = NULL;

  if (reminder->step->stage == ONE_STAGE_NUDGE)
    return TRUE;
  reminder->agenda = one_prepare_agenda (engine, reminder->meeting, FALSE, error);
  if (!reminder->agenda)
    return FALSE;
  if (!reminder->agenda->prepared && !one_prepare_keep (engine, reminder->agenda, error))
    return FALSE;
  /* Without its page a reminder is still a reminder. */
  if (!one_prepare_page (engine, reminder->meeting, &path, &page))
    one_load_trouble (engine, ONE_SUBJECT_PAGES, engine->settings->pages, 0, page->message);
  else
    one_load_trouble (engine, ONE_SUBJECT_PAGES, "", 0, NULL);
  return TRUE;
}

/* The row says what is about to be done, and is committed before it is done. What the row has on
 * screen stays there until then, and is replaced. */
static gboolean
write_intent (OneEngine *engine, OneReminder *reminder, GError **error)
{
  const OneStep *step = reminder->step;

  reminder->sent = step->sent > 0 ? one_sent_find (engine->store, step->sent, error)
                                  : one_sent_new (step->meeting, step->stage);
  if (!reminder->sent)
    return FALSE;
  reminder->sent->lead = step->lead;
  reminder->sent->state = ONE_SENT_INTENT;
  reminder->sent->at = one_engine_now (engine);
  reminder->sent->start = step->start;
  reminder->sent->until = 0;
  reminder->sent->fingerprint = step->fingerprint;
  if (step->sent == 0)
    return one_sent_add (engine->store, reminder->sent, error);
  return one_sent_update (engine->store, reminder->sent, error);
}

OneReminder *
one_reminder_new (OneEngine *engine, const OneStep *step, GError **error)
{
  g_autoptr (OneReminder) reminder = g_new0 (OneReminder, 1);

  reminder->step = step;
  reminder->meeting = one_which_meeting (engine, step->meeting, error);
  if (!reminder->meeting || !prepare (engine, reminder, error)
      || !write_intent (engine, reminder, error))
    return NULL;
  return g_steal_pointer (&reminder);
}

OneReminder *
one_reminder_restore (OneEngine *engine, const OneSent *sent, GError **error)
{
  g_autoptr (OneReminder) reminder = g_new0 (OneReminder, 1);

  reminder->sent = one_sent_dup (sent);
  reminder->meeting = one_which_meeting (engine, sent->meeting, error);
  if (!reminder->meeting)
    return NULL;
  if (sent->stage != ONE_STAGE_NUDGE
      && !(reminder->agenda = one_prepare_agenda (engine, reminder->meeting, FALSE, error)))
    return NULL;
  return g_steal_pointer (&reminder);
}

gboolean
one_reminder_prepare (OneEngine *engine, const OneStep *step, GError **error)
{
  g_autoptr (OneReminder) reminder = g_new0 (OneReminder, 1);

  reminder->step = step;
  reminder->meeting = one_which_meeting (engine, step->meeting, error);
  return reminder->meeting && prepare (engine, reminder, error);
}

OneNotice *
one_reminder_merge (const GPtrArray *group, const OneView *view)
{
  g_autofree OneReminderText *reminder_texts = g_new0 (OneReminderText, group->len);

  for (guint i = 0; i < group->len; i++)
    reminder_texts[i] = one_reminder_describe (group->pdata[i]);
  return one_notice_text_merge (reminder_texts, group->len, view);
}

void
one_reminder_replace (OneNotice *notice, const OneSent *sent)
{
  one_notice_set_place (notice, sent->server, sent->notification_id);
}
