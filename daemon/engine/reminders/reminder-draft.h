/* SPDX-License-Identifier: MIT */
/* A reminder while it is being put together: a step of the plan, and all that it is about. */
#pragma once

#include "core/notice/notice-text.h"
#include "core/plan/plan.h"
#include "engine/reminders/reminders-calls.h"
#include "model/reminder.h"

typedef struct {
  const OneStep *step; /* (borrowed) NULL for what is on the screen already */
  OneMeeting *meeting; /* (owned) */
  OneAgenda *agenda;   /* (owned) NULL for a nudge */
  OneSent *sent;       /* (owned) its row */
  OneMeeting *clash;   /* (owned) another meeting at that time; NULL: none, or no prep */
} OneReminderDraft;

/* Makes the reminder of a step that shows something: prepares the agenda and its page, and
 * commits the row as an intent. (transfer full) */
OneReminderDraft *one_reminder_draft_new (OneReminders *reminders, const OneStep *step,
                                          GError **error);

/* Counts the agenda as prepared although no server is there to show it. */
gboolean one_reminder_draft_prepare (OneReminders *reminders, const OneStep *step, GError **error);

/* Makes the reminder that an earlier run left on the screen, as it would be shown now. (transfer
 * full) */
OneReminderDraft *one_reminder_draft_restore (OneReminders *reminders, const OneSent *sent,
                                              GError **error);

void one_reminder_draft_free (OneReminderDraft *reminder);

/* The values that core/notice needs. (borrowed) from the draft. */
OneReminderText one_reminder_draft_describe (const OneReminderDraft *reminder);
OneView one_reminder_draft_view (const OneReminders *reminders, gint64 now);

/* One notice of all of `group`, of OneReminderDraft, the first of them leading. */
OneNotice *one_reminder_draft_merge (const GPtrArray *group, const OneView *view);

/* The notice takes the place of what that row has on the screen. */
void one_reminder_draft_replace (OneNotice *notice, const OneSent *sent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReminderDraft, one_reminder_draft_free)
