/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/people.h"
#include "ctl/show.h"
#include "ctl/unpack.h"

static char *
people_format_met (OneContext *context, GVariant *person)
{
  gint64 last = one_unpack_instant (person, "last_met");
  gint64 next = one_unpack_instant (person, "next_meeting");
  g_autofree char *before = last ? one_show_day (context, last) : g_strdup (_ ("never"));
  g_autofree char *after = next ? one_show_day (context, next) : g_strdup (_ ("none planned"));

  return g_strdup_printf (_ ("last met %s, next %s"), before, after);
}

void
one_people_print (OneContext *context, GVariant *person)
{
  guint held = one_unpack_uint (person, "held");
  guint open = one_unpack_uint (person, "open_actions");
  g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");
  g_autofree char *joined = g_strjoinv (", ", addresses);
  g_autofree char *met = people_format_met (context, person);
  g_autofree char *meetings =
      g_strdup_printf (ngettext ("%u meeting held", "%u meetings held", held), held);
  g_autofree char *actions =
      g_strdup_printf (ngettext ("%u open action", "%u open actions", open), open);
  g_autofree char *figures = g_strdup_printf ("%s; %s, %s", met, meetings, actions);

  one_print_row (context->printer, "", ONE_STYLE_BOLD, one_unpack_string (person, "name"),
                 one_unpack_string (person, "role"));
  if (*joined)
    one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, joined);
  one_print_lines (context->printer, "  ", ONE_STYLE_DIM, figures);
}

gboolean
one_people_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) people =
      one_context_list (context, "ListPeople", g_variant_new ("()"), error);

  if (!people)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "people", people, one_fields_person);
    return TRUE;
  }
  if (one_unpack_is_empty (people))
    g_printerr ("%s\n", _ ("nobody yet: 'onectl status' says what oned watches"));
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    one_people_print (context, person);
  }
  return TRUE;
}
