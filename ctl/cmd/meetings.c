/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/unpack.h"
#include "ctl/when.h"
#include "wire/error.h"

#define DAYS_BACK 14
#define DAYS_AHEAD 28

static gint64
meetings_step (OneRun *run, gint64 from, int days)
{
  GDate day;

  one_when_get_day (from, run->zone, &day);
  if (days < 0)
    g_date_subtract_days (&day, (guint) -days);
  else
    g_date_add_days (&day, (guint) days);
  return one_when_begin_day (&day, run->zone);
}

/* [from, to). A day given as the last one belongs to what is listed. */
static gboolean
meetings_find_range (OneRun *run, gint64 *from, gint64 *to, GError **error)
{
  const char *first = one_args_get (run->args, "from");
  const char *last = one_args_get (run->args, "to");

  if (!one_run_load_now (run, error))
    return FALSE;
  if (first && !one_when_parse_instant (first, run->now, run->zone, from, error))
    return FALSE;
  if (last && !one_when_parse_instant (last, run->now, run->zone, to, error))
    return FALSE;
  if (last && one_when_is_day (last))
    *to = meetings_step (run, *to, 1);
  if (!first)
    *from = meetings_step (run, last ? MIN (run->now, *to) : run->now, -DAYS_BACK);
  if (!last)
    *to = meetings_step (run, first ? MAX (run->now, *from) : run->now, DAYS_AHEAD + 1);
  if (*from < *to)
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("'--to' is before '--from'"));
  return FALSE;
}

gboolean
one_meetings_run (OneRun *run, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) meetings = NULL;
  gint64 from, to;

  if (!meetings_find_range (run, &from, &to, error))
    return FALSE;
  one_run_add_flag (run, options, "all");
  meetings =
      one_run_list (run, "ListMeetings",
                    g_variant_new ("(xx@a{sv})", from, to, g_variant_dict_end (options)), error);
  if (!meetings)
    return FALSE;
  if (one_run_is_json (run)) {
    one_run_print_json (run, "meetings", meetings, one_record_meeting);
    return TRUE;
  }
  if (one_unpack_is_empty (meetings))
    g_printerr ("%s\n", _ ("no one-on-ones in that time"));
  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    one_show_meeting (run, "", meeting);
  }
  return TRUE;
}
