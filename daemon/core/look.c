/* SPDX-License-Identifier: MIT */
#include "core/look.h"

#include "core/notice.h"

guint32
one_look_sum (const OneMeeting *meeting, OneStage stage, const OneSettings *settings)
{
  g_autoptr (GTimeZone) zone =
      settings->zone ? g_time_zone_ref (settings->zone) : g_time_zone_new_utc ();
  OneOccasion occasion = { .meeting = meeting, .name = meeting->name, .stage = stage };
  OneView view = { .zone = zone,
                   .now = meeting->start,
                   .hidden = one_settings_is_hidden (settings) };
  g_autoptr (OneNotice) notice = one_notice_compose (&occasion, &view);
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s\n%u", notice->summary, notice->body,
                                          notice->commands, notice->buttons);

  return g_str_hash (all);
}
