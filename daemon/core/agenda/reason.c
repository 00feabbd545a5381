/* SPDX-License-Identifier: MIT */
#include "core/agenda/reason.h"

#include <glib/gi18n-lib.h>

#include "core/agenda/neglect.h"
#include "model/instant.h"

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
  static const char *const words[] = {
    N_ ("new"),
    N_ ("second meeting in a row"),
    N_ ("third meeting in a row"),
    N_ ("fourth meeting in a row"),
    N_ ("fifth meeting in a row"),
    N_ ("sixth meeting in a row"),
    N_ ("seventh meeting in a row"),
    N_ ("eighth meeting in a row"),
    N_ ("ninth meeting in a row"),
    N_ ("tenth meeting in a row"),
  };

  if (held < G_N_ELEMENTS (words))
    return g_strdup (_ (words[held]));
  return g_strdup_printf (ngettext ("%u meeting in a row", "%u meetings in a row", held + 1),
                          held + 1);
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
    reason_printf (reason, ngettext ("%u open action", "%u open actions", open), open);
  if (overdue > 0)
    reason_printf (reason, ngettext ("%u overdue", "%u overdue", overdue), overdue);
  if (oldest > 0) {
    g_autofree char *age = one_reason_format_age (oldest);

    /* Translators: %s is “third meeting in a row”. */
    reason_printf (reason, _ ("the oldest for the %s"), age);
  }
  if (closed > 0)
    reason_printf (reason,
                   ngettext ("%u closed since last time", "%u closed since last time", closed),
                   closed);
}

static void
reason_add_points (GString *reason, const OneItem *item, guint oldest)
{
  guint count = item->points->len;
  g_autofree char *age = one_reason_format_age (oldest);

  if (count == 0)
    return;
  reason_printf (reason, ngettext ("%u point of yours", "%u points of yours", count), count);
  if (oldest > 0)
    reason_printf (reason, count == 1 ? _ ("for the %s") : _ ("the oldest for the %s"), age);
}

static void
reason_add_meant (GString *reason, const OneItem *item)
{
  const OneNeglect *neglect = &item->neglect;
  const OneLimits *limits = &item->limits;
  gboolean weeks = neglect->weeks_since / limits->ideal_weeks
                   > (double) neglect->meetings_since / limits->ideal_meetings;
  guint ideal = weeks ? limits->ideal_weeks : limits->ideal_meetings;
  gboolean late = neglect->state == ONE_NEGLECT_OVERDUE;
  gboolean late_weeks = late && neglect->meetings_since < limits->max_meetings;
  guint max = late_weeks ? limits->max_weeks : limits->max_meetings;

  if (weeks)
    reason_printf (reason, ngettext ("meant for every week", "meant for every %u weeks", ideal),
                   ideal);
  else
    reason_printf (
        reason, ngettext ("meant for every meeting", "meant for every %u meetings", ideal), ideal);
  if (late_weeks)
    reason_printf (reason,
                   ngettext ("at the latest every week", "at the latest every %u weeks", max), max);
  else if (late)
    reason_printf (reason,
                   ngettext ("at the latest every meeting", "at the latest every %u meetings", max),
                   max);
}

static void
reason_add_neglect (GString *reason, const OneItem *item)
{
  const OneNeglect *neglect = &item->neglect;
  g_autofree char *weeks = one_reason_format_weeks (neglect->weeks_since);
  guint since = neglect->meetings_since;

  if (since == 0 && neglect->last_touched == 0) {
    reason_add (reason, _ ("not talked about yet"));
    return;
  }
  if (neglect->last_touched == 0)
    reason_printf (reason,
                   ngettext ("never talked about in %u meeting (%s)",
                             "never talked about in %u meetings (%s)", since),
                   since, weeks);
  else if (since == 1 && neglect->state == ONE_NEGLECT_FRESH)
    reason_printf (reason, _ ("talked about last time (%s ago)"), weeks);
  else
    reason_printf (reason,
                   ngettext ("not talked about for %u meeting (%s)",
                             "not talked about for %u meetings (%s)", since),
                   since, weeks);
  reason_add_meant (reason, item);
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
      reason_add (reason, _ ("two minutes at most: the rest of the time is for you two"));
    break;
  case ONE_RULE_CORE:
    if (item->neglect.state != ONE_NEGLECT_FRESH || reason->len == 0)
      reason_add_neglect (reason, item);
    break;
  case ONE_RULE_BACKUP:
    if (reason->len == 0)
      reason_add (reason, _ ("nothing else is waiting"));
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

/* Speaks only of meetings that oned had prepared: a new user is not blamed for the past. */
char *
one_reason_format_note (const OneHistory *history, const OneMeeting *meeting)
{
  const OnePast *last = one_neglect_find_last (history, meeting);
  guint missed = last ? count_missed (history, meeting, last) : 0;
  gint64 seconds = last ? meeting->start - last->start : 0;
  gint64 days = (seconds + ONE_DAY / 2) / ONE_DAY;
  g_autofree char *weeks = one_reason_format_weeks ((double) days / 7);

  if (missed == 1)
    return g_strdup_printf (_ ("The last meeting did not take place: it will be %s since you met."),
                            weeks);
  if (missed > 1)
    return g_strdup_printf (ngettext ("%u meeting in a row did not take place: it will be %s "
                                      "since you met.",
                                      "%u meetings in a row did not take place: it will be %s "
                                      "since you met.",
                                      missed),
                            missed, weeks);
  if (last && !last->logged && history_has_agenda (history, last->meeting))
    return g_strdup (_ ("Nothing was written down of the last meeting, so its subjects count as "
                        "not talked about."));
  return g_strdup ("");
}
