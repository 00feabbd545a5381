/* SPDX-License-Identifier: MIT */
#include "core/notice/notice-text.h"

#include "core/notice/agenda-lines.h"
#include "core/notice/clash-text.h"
#include "core/notice/lines.h"
#include "core/notice/when.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define DOT " · "

/* So many lines are left for the agenda: each that stands above it takes one. */
static void
lines_add_agenda (GString *lines, const OneReminderText *reminder_text, const OneView *view)
{
  guint left = ONE_AGENDA_LINES_MOST - 1 - one_lines_count (lines);
  g_autoptr (GPtrArray) content = one_agenda_lines_list (reminder_text, view, left);

  one_lines_take (lines, one_agenda_lines_format_subjects (reminder_text->agenda));
  for (guint i = 0; i < content->len; i++)
    one_lines_add (lines, g_ptr_array_index (content, i));
}

static void
lines_add_moved (GString *lines, const OneReminderText *reminder_text, const OneView *view)
{
  g_autofree char *from = NULL;

  if (reminder_text->moved_from == 0)
    return;
  from = one_when_format_time (reminder_text->moved_from, 0, view->now, view->zone);
  one_lines_take (lines, g_strdup_printf (_ ("Moved from %s"), from));
}

static char *
body_new (const OneReminderText *reminder_text, const OneView *view)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *subjects = one_agenda_lines_format_subjects (reminder_text->agenda);

  lines_add_moved (lines, reminder_text, view);
  if (view->hidden) {
    one_lines_add (lines, _ ("Names and subjects are hidden."));
    return g_strdup (lines->str);
  }
  switch (reminder_text->stage) {
  case ONE_STAGE_PREP:
    one_clash_text_add (lines, reminder_text, view);
    lines_add_agenda (lines, reminder_text, view);
    break;
  case ONE_STAGE_START:
    one_lines_add (lines, subjects);
    one_lines_add (lines, reminder_text->meeting->location);
    break;
  case ONE_STAGE_NUDGE:
    one_lines_take (lines, one_reminder_phrases_format_time (reminder_text, view));
    if (*subjects)
      one_lines_take (lines, g_strdup_printf (_ ("On the agenda: %s"), subjects));
    break;
  }
  if (reminder_text->meeting->assumed_length && reminder_text->stage != ONE_STAGE_NUDGE)
    one_lines_add (lines, _ ("The calendar gives no end: 30 minutes are assumed"));
  if (lines->len == 0)
    one_lines_take (lines, one_reminder_phrases_format_time (reminder_text, view));
  return g_strdup (lines->str);
}

static char *
summary_new (const OneReminderText *reminder_text, const OneView *view)
{
  g_autofree char *span = one_reminder_phrases_format_until (reminder_text, view);
  g_autofree char *when = one_reminder_phrases_format_time (reminder_text, view);

  if (reminder_text->stage != ONE_STAGE_NUDGE)
    return g_strdup_printf ("%s" DOT "%s", span, when);
  if (view->hidden)
    return g_strdup (_ ("What did you cover in your one-on-one?"));
  return g_strdup_printf (_ ("What did you cover with %s?"),
                          one_reminder_phrases_get_name (reminder_text, view));
}

gboolean
one_notice_text_can_join (const OneMeeting *meeting, OneStage stage)
{
  return stage != ONE_STAGE_NUDGE && *meeting->join;
}

/* Only what was put on an agenda can have gone as planned. */
static gboolean
has_plan (const OneReminderText *reminder_text)
{
  return reminder_text->agenda && reminder_text->agenda->items->len > 0;
}

static guint
buttons_of (const OneReminderText *reminder_text, const OneView *view)
{
  guint buttons = 1 << ONE_BUTTON_AGENDA;

  if (reminder_text->stage == ONE_STAGE_NUDGE)
    return 1 << ONE_BUTTON_LOG | 1 << ONE_BUTTON_SKIPPED
           | (has_plan (reminder_text) ? 1 << ONE_BUTTON_PLANNED : 0);
  if (view->now < reminder_text->meeting->start)
    buttons |= 1 << ONE_BUTTON_SNOOZE;
  if (one_notice_text_can_join (reminder_text->meeting, reminder_text->stage))
    buttons |= 1 << ONE_BUTTON_JOIN;
  return buttons;
}

/* Names the meeting by id: a name could hold anything, and the line is there to be typed. */
static char *
commands_new (const OneReminderText *reminder_text, const OneView *view)
{
  const OneMeeting *meeting = reminder_text->meeting;
  g_autoptr (GString) line = g_string_new (NULL);

  if (reminder_text->stage == ONE_STAGE_NUDGE) {
    if (has_plan (reminder_text))
      g_string_printf (line, "onectl log m%" G_GINT64_FORMAT " --all" DOT, meeting->id);
    g_string_append_printf (
        line, "onectl log m%" G_GINT64_FORMAT DOT "onectl log m%" G_GINT64_FORMAT " --skipped",
        meeting->id, meeting->id);
    return g_strdup (line->str);
  }
  g_string_printf (line, "onectl agenda m%" G_GINT64_FORMAT, meeting->id);
  if (view->now < meeting->start)
    g_string_append_printf (line, DOT "onectl snooze m%" G_GINT64_FORMAT, meeting->id);
  if (*meeting->join && !view->hidden)
    g_string_append_printf (line, DOT "%s", meeting->join);
  return g_strdup (line->str);
}

/* `summary`, `body`: (transfer full) */
static OneNotice *
notice_with (const OneReminderText *reminder_text, char *summary, char *body)
{
  OneNotice *notice = one_notice_new (reminder_text->sent, reminder_text->stage);

  g_free (notice->tag);
  notice->tag = g_strdup_printf ("oned-m%" G_GINT64_FORMAT, reminder_text->meeting->id);
  g_free (notice->summary);
  notice->summary = summary;
  g_free (notice->body);
  notice->body = body;
  return notice;
}

OneNotice *
one_notice_text_compose (const OneReminderText *reminder_text, const OneView *view)
{
  OneNotice *notice = notice_with (reminder_text, summary_new (reminder_text, view),
                                   body_new (reminder_text, view));

  notice->buttons = buttons_of (reminder_text, view);
  g_free (notice->commands);
  notice->commands = commands_new (reminder_text, view);
  return notice;
}

static char *
merged_line (const OneReminderText *reminder_text, const OneView *view)
{
  const char *name = one_reminder_phrases_get_name (reminder_text, view);
  g_autofree char *when =
      one_when_format_time (reminder_text->meeting->start, 0, view->now, view->zone);
  g_autofree char *titles = one_agenda_lines_format_subjects (reminder_text->agenda);

  if (reminder_text->stage == ONE_STAGE_NUDGE)
    return g_strdup_printf (_ ("• %s %s — what did you cover?"), when, name);
  if (view->hidden || !*titles)
    return g_strdup_printf ("• %s %s", when, name);
  return g_strdup_printf ("• %s %s — %s", when, name, titles);
}

static char *
merged_summary (const OneReminderText *reminder_texts, guint n, const OneView *view)
{
  g_autofree char *span = NULL;

  if (reminder_texts[0].stage == ONE_STAGE_NUDGE)
    return g_strdup_printf (ngettext ("What did you cover in %u one-on-one?",
                                      "What did you cover in %u one-on-ones?", n),
                            n);
  span = one_reminder_phrases_format_until (&reminder_texts[0], view);
  return g_strdup_printf (ngettext ("%u one-on-one: %s", "%u one-on-ones: %s", n), n, span);
}

/* The first reminder is a nudge only if all are. `onectl log` asks about single meetings. */
static void
merge_buttons (OneNotice *notice, const OneReminderText *reminder_texts, guint n,
               const OneView *view)
{
  g_autoptr (GString) commands = g_string_new ("onectl agenda");
  const OneReminderText *joined = NULL;
  gboolean all_planned = TRUE;

  for (guint i = 0; i < n; i++) {
    all_planned &= reminder_texts[i].stage == ONE_STAGE_NUDGE && has_plan (&reminder_texts[i]);
    notice->buttons |= buttons_of (&reminder_texts[i], view);
    if (!joined && one_notice_text_can_join (reminder_texts[i].meeting, reminder_texts[i].stage))
      joined = &reminder_texts[i];
  }
  notice->buttons &= ~(1u << ONE_BUTTON_SKIPPED);
  if (!all_planned)
    notice->buttons &= ~(1u << ONE_BUTTON_PLANNED);
  if (reminder_texts[0].stage == ONE_STAGE_NUDGE)
    g_string_assign (commands, "onectl log --open");
  else
    notice->buttons &= ~(1u << ONE_BUTTON_LOG);
  if (joined && !view->hidden)
    g_string_append_printf (commands, DOT "%s: %s", one_reminder_phrases_get_name (joined, view),
                            joined->meeting->join);
  g_free (notice->commands);
  notice->commands = g_strdup (commands->str);
  if (!joined)
    return;
  g_free (notice->joined);
  notice->joined = view->hidden
                       ? one_when_format_time (joined->meeting->start, 0, view->now, view->zone)
                       : g_strdup (one_reminder_phrases_get_name (joined, view));
}

OneNotice *
one_notice_text_merge (const OneReminderText *reminder_texts, guint n, const OneView *view)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *tag = NULL;
  OneNotice *notice;

  if (n == 1)
    return one_notice_text_compose (reminder_texts, view);
  for (guint i = 0; i < MIN (n, ONE_NOTICE_TEXT_LINES); i++)
    one_lines_take (lines, merged_line (&reminder_texts[i], view));
  if (n > ONE_NOTICE_TEXT_LINES)
    one_lines_take (
        lines, g_strdup_printf (ngettext ("and %u more", "and %u more", n - ONE_NOTICE_TEXT_LINES),
                                n - ONE_NOTICE_TEXT_LINES));
  one_clash_text_add_pairs (lines, reminder_texts, MIN (n, ONE_NOTICE_TEXT_LINES), view);
  notice = notice_with (&reminder_texts[0], merged_summary (reminder_texts, n, view),
                        g_strdup (lines->str));
  /* A group led by the same meeting may still be on screen, with fewer meetings. */
  tag = g_strdup_printf ("%s+%" G_GINT64_FORMAT, notice->tag, notice->sent);
  g_free (notice->tag);
  notice->tag = g_steal_pointer (&tag);
  merge_buttons (notice, reminder_texts, n, view);
  return notice;
}

/* A test reminder of full length, whose buttons do nothing. Anything that hides preps hides it. */
OneNotice *
one_notice_text_trial (void)
{
  OneNotice *notice = one_notice_new (ONE_NOTICE_TRIAL, ONE_STAGE_PREP);

  g_free (notice->tag);
  notice->tag = g_strdup ("oned-test");
  g_free (notice->summary);
  notice->summary = g_strdup (_ ("oned's reminders are shown here"));
  g_free (notice->body);
  notice->body =
      g_strdup (_ ("This is a test, from onectl doctor --test-notification\nLine 2 of 6\n"
                   "Line 3 of 6\nLine 4 of 6\nLine 5 of 6\nLine 6 of 6"));
  notice->buttons = 1 << ONE_BUTTON_AGENDA | 1 << ONE_BUTTON_SNOOZE;
  return notice;
}

OneNotice *
one_notice_text_called_off (const OneReminderText *reminder_text, const OneView *view)
{
  const OneMeeting *meeting = reminder_text->meeting;
  const char *name = one_reminder_phrases_get_name (reminder_text, view);
  g_autofree char *when = one_reminder_phrases_format_time (reminder_text, view);
  OneNotice *notice;
  char *summary;

  if (meeting->state == ONE_MEETING_DECLINED)
    summary = g_strdup_printf (_ ("You declined: %s · %s"), name, when);
  else if (meeting->state != ONE_MEETING_CANCELLED && meeting->other_declined)
    summary = g_strdup_printf (_ ("Declined: %s · %s"), name, when);
  else
    summary = g_strdup_printf (_ ("Cancelled: %s · %s"), name, when);
  notice = notice_with (reminder_text, summary, g_strdup (_ ("No reminder of it will follow.")));
  notice->sent = -reminder_text->sent;
  return notice;
}
