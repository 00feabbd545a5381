/* SPDX-License-Identifier: MIT */
#include "ctl/view/meeting-list.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/local.h"
#include "ctl/view/show.h"

gint64
one_meeting_list_step (OneContext *context, gint64 from, int days)
{
  GDate day;

  one_local_get_day (from, context->zone, &day);
  if (days < 0)
    g_date_subtract_days (&day, (guint) -days);
  else
    g_date_add_days (&day, (guint) days);
  return one_local_begin_day (&day, context->zone);
}

/* Namesakes are told apart by their addresses, if the meeting has one. */
static gboolean
list_is_with (GVariant *meeting, GVariant *person)
{
  g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");
  const char *address = one_unpack_string (meeting, "address");

  return g_str_equal (one_unpack_string (meeting, "person"), one_unpack_string (person, "name"))
         && (!*address || !addresses[0]
             || g_strv_contains ((const char *const *) addresses, address));
}

static GVariant *
list_filter (GVariant *meetings, GVariant *person)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    if (list_is_with (meeting, person))
      g_variant_builder_add_value (builder, meeting);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

GVariant *
one_meeting_list_get (OneContext *context, gint64 from, gint64 to, const char *who, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) person = NULL;
  g_autoptr (GVariant) meetings = NULL;

  if (*who) {
    person = one_context_get (context, "GetPerson", g_variant_new ("(s)", who), error);
    if (!person)
      return NULL;
  }
  one_context_add_flag (context, options, "all");
  meetings = one_context_list (context, "ListMeetings",
                               g_variant_new ("(xx@a{sv})", from, to, g_variant_dict_end (options)),
                               error);
  if (!meetings)
    return NULL;
  return person ? list_filter (meetings, person) : g_steal_pointer (&meetings);
}

void
one_meeting_list_print (OneContext *context, GVariant *meetings)
{
  if (one_unpack_is_empty (meetings))
    g_printerr ("%s\n", _ ("no one-on-ones in that time"));
  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    one_show_meeting (context, "", meeting);
  }
}
