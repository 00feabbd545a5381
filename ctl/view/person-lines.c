/* SPDX-License-Identifier: MIT */
#include "ctl/view/person-lines.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"

static char *
format_met (OneContext *context, GVariant *person)
{
  gint64 last = one_unpack_instant (person, "last_met");
  gint64 next = one_unpack_instant (person, "next_meeting");
  g_autofree char *before = last ? one_show_day (context, last) : g_strdup (_ ("never"));
  g_autofree char *after = next ? one_show_day (context, next) : g_strdup (_ ("none planned"));

  return g_strdup_printf (_ ("last met %s, next %s"), before, after);
}

/* Meetings before the first known one may just not have been read. */
static char *
format_held (OneContext *context, GVariant *person)
{
  guint held = one_unpack_uint (person, "held");
  gint64 since = one_unpack_instant (person, "held_since");
  g_autofree char *day = since ? one_show_date (context, since) : NULL;

  if (!day)
    return g_strdup (_ ("no meeting yet"));
  return g_strdup_printf (ngettext ("%u meeting (%s)", "%u meetings since %s", held), held, day);
}

void
one_person_lines_print (OneContext *context, GVariant *person)
{
  guint open = one_unpack_uint (person, "open_actions");
  g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");
  g_autofree char *joined = g_strjoinv (", ", addresses);
  g_autofree char *met = format_met (context, person);
  g_autofree char *meetings = format_held (context, person);
  g_autofree char *actions =
      g_strdup_printf (ngettext ("%u open action", "%u open actions", open), open);
  g_autofree char *figures = g_strdup_printf ("%s; %s, %s", met, meetings, actions);

  one_print_row (context->printer, "", ONE_STYLE_BOLD, one_unpack_string (person, "name"),
                 one_unpack_string (person, "role"));
  if (*joined)
    one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, joined);
  one_print_lines (context->printer, "  ", ONE_STYLE_DIM, figures);
}
