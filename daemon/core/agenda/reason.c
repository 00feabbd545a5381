/* SPDX-License-Identifier: MIT */
#include "core/agenda/reason.h"

#include <glib/gi18n-lib.h>

#include "core/agenda/neglect.h"
#include "core/agenda/past.h"
#include "model/base/instant.h"

static void
reason_add (GString *reason, const char *part)
{
  if (reason->len > 0 && part[0])
    g_string_append (reason, "; ");
  g_string_append (reason, part);
}

G_GNUC_PRINTF (2, 3)
static void
reason_printf (GString *reason, const char *format, ...)
{
  g_autofree char *part = NULL;
  va_list arguments;

  va_start (arguments, format);
  part = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  reason_add (reason, part);
}

char *
one_reason_format_age (guint held)
{
  if (held == 0)
    return g_strdup (_ ("new"));
  return g_strdup_printf (ngettext ("open for %u meeting", "open for %u meetings", held), held);
}

char *
one_reason_format_weeks (double weeks)
{
  guint days = (guint) (weeks * 7 + 0.5);

  /* A meeting that was moved by a day or two is still a matter of weeks. */
  if ((days % 7 == 0 && days > 0) || days > 14)
    return g_strdup_printf (ngettext ("%u week", "%u weeks", (days + 3) / 7), (days + 3) / 7);
  return g_strdup_printf (ngettext ("%u day", "%u days", days), days);
}

static guint
count_actions (const OneItem *item, gboolean open, gboolean overdue)
{
  guint count = 0;

  for (guint i = 0; i < item->actions->len; i++) {
    const OneAgendaAction *shown = g_ptr_array_index (item->actions, i);

    count += (shown->action->state == ONE_STATE_OPEN) == open && (!overdue || shown->overdue);
  }
  return count;
}

static void
reason_add_review (GString *reason, const OneItem *item)
{
  guint open = count_actions (item, TRUE, FALSE);
  guint overdue = count_actions (item, TRUE, TRUE);
  guint closed = count_actions (item, FALSE, FALSE);
  guint oldest = 0;

  for (guint i = 0; i < item->actions->len; i++) {
    const OneAgendaAction *shown = g_ptr_array_index (item->actions, i);

    if (shown->action->state == ONE_STATE_OPEN)
      oldest = MAX (oldest, shown->age_meetings);
  }
  if (open > 0)
    reason_printf (reason, ngettext ("%u promise open", "%u promises open", open), open);
  if (overdue > 0)
    reason_printf (reason, ngettext ("%u overdue", "%u overdue", overdue), overdue);
  if (oldest > 0)
    reason_printf (reason,
                   ngettext ("the oldest for %u meeting", "the oldest for %u meetings", oldest),
                   oldest);
  if (closed > 0)
    reason_printf (reason, ngettext ("%u done since last time", "%u done since last time", closed),
                   closed);
}

static void
reason_add_points (GString *reason, const OneItem *item, guint oldest)
{
  guint count = item->points->len;

  if (count == 0)
    return;
  reason_printf (reason, ngettext ("%u point of yours", "%u points of yours", count), count);
  if (oldest > 0 && count == 1)
    reason_printf (reason, ngettext ("open for %u meeting", "open for %u meetings", oldest),
                   oldest);
  else if (oldest > 0)
    reason_printf (reason,
                   ngettext ("the oldest for %u meeting", "the oldest for %u meetings", oldest),
                   oldest);
}

/* Says what makes it due: the meetings or the weeks, whichever count for more. */
static void
reason_add_due (GString *reason, const OneItem *item)
{
  const OneNeglect *neglect = &item->neglect;
  const OneLimits *limits = &item->limits;
  gboolean weeks = one_neglect_is_by_weeks (neglect, limits);
  guint ideal = weeks ? limits->ideal_weeks : limits->ideal_meetings;
  gboolean late = neglect->state == ONE_NEGLECT_OVERDUE;
  gboolean late_weeks = late && neglect->meetings_since < limits->max_meetings;
  guint max = late_weeks ? limits->max_weeks : limits->max_meetings;

  if (neglect->state == ONE_NEGLECT_FRESH)
    return;
  if (weeks)
    reason_printf (reason, ngettext ("due every week", "due every %u weeks", ideal), ideal);
  else
    reason_printf (reason, ngettext ("due every meeting", "due every %u meetings", ideal), ideal);
  if (late_weeks)
    reason_printf (reason,
                   ngettext ("at the latest every week", "at the latest every %u weeks", max), max);
  else if (late)
    reason_printf (reason,
                   ngettext ("at the latest every meeting", "at the latest every %u meetings", max),
                   max);
}

/* An item nobody noted may have been talked about anyway. */
static void
reason_add_neglect (GString *reason, const OneItem *item)
{
  const OneNeglect *neglect = &item->neglect;
  g_autofree char *weeks = one_reason_format_weeks (neglect->weeks_since);
  guint since = neglect->meetings_since;

  if (neglect->last_touched == 0 && since < 2)
    reason_add (reason, _ ("nothing noted on this yet"));
  else if (neglect->last_touched == 0)
    reason_printf (reason,
                   ngettext ("nothing noted on this in %u meeting (%s)",
                             "nothing noted on this in %u meetings (%s)", since),
                   since, weeks);
  else if (since == 1)
    reason_printf (reason, _ ("talked about last time (%s ago)"), weeks);
  else if (neglect->unknown > 0)
    reason_printf (
        reason,
        ngettext ("last noted %u meeting ago (%s)", "last noted %u meetings ago (%s)", since),
        since, weeks);
  else
    reason_printf (reason,
                   ngettext ("last talked about %u meeting ago (%s)",
                             "last talked about %u meetings ago (%s)", since),
                   since, weeks);
  reason_add_due (reason, item);
}

char *
one_reason_format_item (const OneItem *item, guint oldest)
{
  GString *reason = g_string_new (NULL);

  if (item->main)
    reason_add (reason, _ ("you made it the main subject"));
  reason_add_points (reason, item, oldest);
  switch (item->rule) {
  case ONE_RULE_REVIEW:
    reason_add_review (reason, item);
    break;
  case ONE_RULE_UPDATE:
    if (!item->main)
      reason_add (reason, _ ("always there, and brief"));
    break;
  case ONE_RULE_CORE:
    if (item->neglect.state != ONE_NEGLECT_FRESH || reason->len == 0)
      reason_add_neglect (reason, item);
    break;
  case ONE_RULE_BACKUP:
    if (reason->len == 0)
      reason_add (reason, _ ("nothing else is waiting"));
    break;
  case ONE_RULE_POINTS:
    break;
  }
  return g_string_free (reason, FALSE);
}

/* Counts meetings that did not take place since the last one that did. */
static guint
count_missed (const OneHistory *history, const OneMeeting *meeting, const OnePast *last)
{
  guint missed = 0;

  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);
    gboolean between = past->start < meeting->start && past->start > last->start;

    missed += between && past->meeting != meeting->id
              && (past->state == ONE_MEETING_SKIPPED || past->state == ONE_MEETING_CANCELLED
                  || past->state == ONE_MEETING_DECLINED);
  }
  return missed;
}

static gboolean
history_has_agenda (const OneHistory *history, gint64 meeting)
{
  for (guint i = 0; i < history->proposals->len; i++)
    if (((OneProposal *) g_ptr_array_index (history->proposals, i))->meeting == meeting)
      return TRUE;
  return FALSE;
}

/* Whether `last` is the first meeting that oned had prepared and nobody noted. */
static gboolean
last_is_first_unknown (const OneHistory *history, const OneMeeting *meeting, const OnePast *last)
{
  if (last->noted || !history_has_agenda (history, last->meeting))
    return FALSE;
  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);

    if (past->start < last->start && past->state == ONE_MEETING_HELD && !past->noted
        && history_has_agenda (history, past->meeting))
      return FALSE;
  }
  return last->start < meeting->start;
}

/* Whether a meeting that nobody logged took place is not known. */
static char *
format_missed (guint missed, const OnePast *last, const char *weeks)
{
  if (missed == 1 && last->logged)
    return g_strdup_printf (_ ("The last meeting did not take place: it will be %s since you met."),
                            weeks);
  if (missed == 1)
    return g_strdup_printf (_ ("The last meeting did not take place; the one before was %s ago."),
                            weeks);
  if (last->logged)
    return g_strdup_printf (ngettext ("%u meeting in a row did not take place: it will be %s "
                                      "since you met.",
                                      "%u meetings in a row did not take place: it will be %s "
                                      "since you met.",
                                      missed),
                            missed, weeks);
  return g_strdup_printf (ngettext ("%u meeting in a row did not take place; the one before was "
                                    "%s ago.",
                                    "%u meetings in a row did not take place; the one before was "
                                    "%s ago.",
                                    missed),
                          missed, weeks);
}

char *
one_reason_format_note (const OneHistory *history, const OneMeeting *meeting)
{
  const OnePast *last = one_past_find_last (history, meeting);
  guint missed = last ? count_missed (history, meeting, last) : 0;
  gint64 seconds = last ? meeting->start - last->start : 0;
  gint64 days = (seconds + ONE_DAY / 2) / ONE_DAY;
  g_autofree char *weeks = one_reason_format_weeks ((double) days / 7);

  if (missed > 0)
    return format_missed (missed, last, weeks);
  if (last && last_is_first_unknown (history, meeting, last))
    return g_strdup (_ ("It is not noted what you talked about last time, so its subjects may come "
                        "again."));
  return g_strdup ("");
}
