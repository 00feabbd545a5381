/* SPDX-License-Identifier: MIT */
#include "core/notice/fingerprint.h"

#include "core/notice/notice-text.h"

guint32
one_fingerprint (const OneMeeting *meeting, OneStage stage, const OneSettings *settings)
{
  g_autoptr (GTimeZone) zone =
      settings->zone ? g_time_zone_ref (settings->zone) : g_time_zone_new_utc ();
  OneReminderText reminder_text = { .meeting = meeting, .name = meeting->name, .stage = stage };
  OneView view = { .zone = zone,
                   .now = meeting->start,
                   .hidden = one_settings_is_hidden (settings) };
  g_autoptr (OneNotice) notice = one_notice_text_compose (&reminder_text, &view);
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s\n%u", notice->summary, notice->body,
                                          notice->commands, notice->buttons);

  return g_str_hash (all);
}
