/* SPDX-License-Identifier: MIT */
#include "ctl/view/next-line.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/tick.h"
#include "ctl/view/show.h"

char *
one_next_line_format_left (OneContext *context, GVariant *next)
{
  gint64 start = one_unpack_instant (next, "start");

  if (one_args_has (context->args, "follow") && start - context->now > ONE_TICK_LAST)
    return g_strdup ("");
  return one_show_distance (context, start, one_unpack_instant (next, "end"));
}

char *
one_next_line_format_also (OneContext *context, GVariant *next)
{
  g_autoptr (GVariant) overlaps = one_unpack_records (next, "overlaps");
  g_autoptr (GString) also = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (overlaps); i++) {
    g_autoptr (GVariant) other = g_variant_get_child_value (overlaps, i);
    g_autofree char *time = one_show_time (context, one_unpack_instant (other, "start"));

    g_string_append_printf (also, "%s%s %s", i > 0 ? ", " : "", one_unpack_string (other, "person"),
                            time);
  }
  return g_strdup (also->str);
}

const char *
one_next_line_get_state (OneContext *context, GVariant *next)
{
  if (one_unpack_is_empty (next))
    return "none";
  return one_unpack_instant (next, "start") <= context->now ? "now"
                                                            : one_unpack_string (next, "state");
}

/* Adds " · text" to the line. */
static void
line_add (OneContext *context, GString *line, const char *text)
{
  if (*text)
    g_string_append_printf (line, " %s %s", one_print_sign (context->printer, ONE_SIGN_DOT), text);
}

char *
one_next_line_format (OneContext *context, GVariant *next, OneEscape escape)
{
  gint64 start = one_unpack_instant (next, "start");
  g_auto (GStrv) items = one_unpack_strings (next, "items");
  g_autofree char *joined = g_strjoinv (", ", items);
  g_autofree char *titles = one_escape_text (escape, joined);
  g_autofree char *person = one_escape_text (escape, one_unpack_string (next, "person"));
  g_autofree char *others = one_next_line_format_also (context, next);
  g_autofree char *named = one_escape_text (escape, others);
  g_autofree char *also = *named ? g_strdup_printf (_ ("also %s"), named) : g_strdup ("");
  g_autofree char *left = one_next_line_format_left (context, next);
  g_autofree char *day = NULL;
  g_autofree char *span = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (one_unpack_is_empty (next))
    return g_strdup (_ ("no one-on-one is planned"));
  day = one_show_day (context, start);
  span = one_show_span (context, start, one_unpack_instant (next, "end"));
  g_string_append_printf (line, "%s %s  %s", day, span, person);
  line_add (context, line, also);
  line_add (context, line, left);
  if (*titles)
    g_string_append_printf (line, ": %s", titles);
  return g_strdup (line->str);
}
