/* SPDX-License-Identifier: MIT */
#include "ctl/view/next-line.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show-record.h"

char *
one_next_line_format (OneContext *context, GVariant *next)
{
  gboolean follow = one_args_has (context->args, "follow");
  gint64 start = one_unpack_instant (next, "start");
  gint64 end = one_unpack_instant (next, "end");
  g_auto (GStrv) items = one_unpack_strings (next, "items");
  const char *dot = one_print_sign (context->printer, ONE_SIGN_DOT);
  g_autofree char *day = NULL;
  g_autofree char *span = NULL;
  g_autofree char *left = NULL;
  g_autofree char *titles = g_strjoinv (", ", items);

  if (one_unpack_is_empty (next))
    return g_strdup (_ ("no one-on-one is planned"));
  /* A line of --follow stays on the screen: "in 25 min" would soon be wrong. */
  day = follow ? one_show_date (context, start) : one_show_day (context, start);
  left = follow ? g_strdup ("") : one_show_distance (context, start, end);
  span = one_show_span (context, start, end);
  return g_strdup_printf ("%s %s  %s%s%s%s%s%s%s", day, span, one_unpack_string (next, "person"),
                          *left ? " " : "", *left ? dot : "", *left ? " " : "", left,
                          *titles ? ": " : "", titles);
}
