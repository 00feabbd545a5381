/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/parse-when.h"
#include "ctl/time/seconds.h"
#include "ctl/view/meeting-list.h"
#include "ctl/view/show.h"
#include "wire/error.h"

#define DAYS_BACK 14
#define DAYS_AHEAD 28
#define DAYS_READ (26 * 7) /* so many are read for certain */

/* Finds the range [from, to). The day of --to is still in it. */
static gboolean
meetings_find_range (OneContext *context, gint64 *from, gint64 *to, GError **error)
{
  const char *first = one_args_get (context->args, "from");
  const char *last = one_args_get (context->args, "to");

  if (!one_context_load_now (context, error))
    return FALSE;
  if (first && !one_parse_when_instant (first, context->now, context->zone, from, error))
    return FALSE;
  if (last && !one_parse_when_instant (last, context->now, context->zone, to, error))
    return FALSE;
  if (last && one_parse_when_is_day (last))
    *to = one_meeting_list_step (context, *to, 1);
  if (!first)
    *from =
        one_meeting_list_step (context, last ? MIN (context->now, *to) : context->now, -DAYS_BACK);
  if (!last)
    *to = one_meeting_list_step (context, first ? MAX (context->now, *from) : context->now,
                                 DAYS_AHEAD + 1);
  if (*from < *to)
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("'--to' is before '--from'"));
  return FALSE;
}

/* Says so if the range begins before what oned has read of the calendars. */
static gboolean
meetings_tell_horizon (OneContext *context, gint64 from, GError **error)
{
  g_autoptr (GVariant) status = NULL;
  g_autofree char *day = NULL;
  gint64 known;

  if (from >= context->now - DAYS_READ * ONE_DAY)
    return TRUE;
  status = one_context_get (context, "GetStatus", g_variant_new ("()"), error);
  known = status ? one_unpack_instant (status, "known_from") : 0;
  day = known ? one_show_date (context, known) : NULL;
  if (day && from < known)
    g_printerr (_ ("oned looks back half a year, to %s: of what was before it knows only what it "
                   "saw then\n"),
                day);
  return status != NULL;
}

gboolean
one_meetings_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) meetings = NULL;
  gint64 from, to;

  if (!meetings_find_range (context, &from, &to, error))
    return FALSE;
  meetings = one_meeting_list_get (context, from, to, one_args_word (context->args, 0), error);
  if (!meetings)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "meetings", meetings, one_fields_meeting);
    return TRUE;
  }
  if (!meetings_tell_horizon (context, from, error))
    return FALSE;
  one_meeting_list_print (context, meetings);
  return TRUE;
}
