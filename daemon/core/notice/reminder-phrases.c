/* SPDX-License-Identifier: MIT */
#include "core/notice/reminder-phrases.h"

#include <glib/gi18n-lib.h>
#include "core/notice/when.h"
#include "model/base/instant.h"

/* From this far ahead, a meeting of the next day is "tomorrow". */
#define HALF_DAY (ONE_DAY / 2)

const char *
one_reminder_phrases_get_name (const OneReminderText *reminder_text, const OneView *view)
{
  const OneMeeting *meeting = reminder_text->meeting;

  if (view->hidden)
    return _ ("One-on-one");
  if (reminder_text->name && *reminder_text->name)
    return reminder_text->name;
  return *meeting->name ? meeting->name : meeting->address;
}

char *
one_reminder_phrases_format_time (const OneReminderText *reminder_text, const OneView *view)
{
  return one_when_format_time (reminder_text->meeting->start, reminder_text->meeting->end,
                               view->now, view->zone);
}

char *
one_reminder_phrases_format_until (const OneReminderText *reminder_text, const OneView *view)
{
  const char *name = one_reminder_phrases_get_name (reminder_text, view);
  gint64 ahead = reminder_text->meeting->start - view->now;
  g_autofree char *span = one_when_format_span (ahead > 0 ? ahead : -ahead);

  if (ahead >= HALF_DAY
      && one_when_count_days (reminder_text->meeting->start, view->now, view->zone) == 1)
    return g_strdup_printf (_ ("%s tomorrow"), name);
  if (ahead > 0)
    return g_strdup_printf (_ ("%s in %s"), name, span);
  if (ahead > -60)
    return g_strdup_printf (_ ("%s now"), name);
  return g_strdup_printf (_ ("%s, started %s ago"), name, span);
}
