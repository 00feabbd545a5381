/* SPDX-License-Identifier: MIT */
#include "ctl/health/calendar-hint.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/seconds.h"

#define EXPORT_DAYS 14

char *
one_calendar_hint_dup_ways (void)
{
  static const struct {
    const char *program;
    const char *way;
  } ways[] = {
    { "gnome-control-center", N_ ("add your account in the desktop's Online Accounts, and open "
                                  "its calendar once") },
    { "thunderbird", N_ ("subscribe to it in Thunderbird") },
    { "oned-fetch", N_ ("subscribe to its secret address: 'onectl subscribe NAME -'") },
    { "vdirsyncer", N_ ("let vdirsyncer sync it to ~/.calendars") },
  };
  g_autoptr (GString) text =
      g_string_new (_ ("set 'sources' in oned.conf to your calendar files or folders"));

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autofree char *path = g_find_program_in_path (ways[i].program);

    if (path)
      g_string_append_printf (text, _ ("; or %s"), _ (ways[i].way));
  }
  return g_strdup (text->str);
}

gboolean
one_calendar_hint_is_old_export (OneContext *context, GVariant *source)
{
  gint64 changed = one_unpack_instant (source, "changed");

  /* Whether a subscription is up to date is oned-fetch's to know. */
  return !g_str_equal (one_unpack_string (source, "kind"), "feed")
         && g_str_has_suffix (one_unpack_string (source, "path"), ".ics") && changed > 0
         && changed < context->now - EXPORT_DAYS * ONE_DAY;
}
