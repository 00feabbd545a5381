/* SPDX-License-Identifier: MIT */
#include "core/notice/clash-text.h"

#include <glib/gi18n-lib.h>
#include "core/notice/lines.h"
#include "core/notice/when.h"

static const char *
clash_get_name (const OneReminderText *reminder_text)
{
  const OneMeeting *clash = reminder_text->clash;

  return *clash->name ? clash->name : clash->address;
}

void
one_clash_text_add (GString *lines, const OneReminderText *reminder_text, const OneView *view)
{
  const OneMeeting *clash = reminder_text->clash;
  g_autofree char *when = NULL;

  if (!clash || view->hidden)
    return;
  when = one_when_format_time (clash->start, clash->assumed_length ? 0 : clash->end, view->now,
                               view->zone);
  one_lines_take (lines, g_strdup_printf (_ ("At the same time: %s, %s"),
                                          clash_get_name (reminder_text), when));
}

static gboolean
is_named_before (const OneReminderText *reminder_texts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (reminder_texts[i].meeting->id == reminder_texts[n].clash->id)
      return TRUE;
  return FALSE;
}

void
one_clash_text_add_pairs (GString *lines, const OneReminderText *reminder_texts, guint n,
                          const OneView *view)
{
  for (guint i = 0; !view->hidden && i < n; i++) {
    const OneReminderText *one = &reminder_texts[i];

    if (one->clash && !is_named_before (reminder_texts, i))
      one_lines_take (lines, g_strdup_printf (_ ("%s and %s are at the same time"),
                                              one_reminder_phrases_get_name (one, view),
                                              clash_get_name (one)));
  }
}
