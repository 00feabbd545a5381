/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"
#include "ctl/view/status-lines.h"

static void
status_print_daemon (OneContext *context, GVariant *status)
{
  g_autoptr (GVariant) daemon = one_unpack_record (status, "daemon");
  gint64 started = one_unpack_instant (daemon, "started");
  g_autofree char *when = started ? one_show_moment (context, started) : g_strdup ("?");
  g_autofree char *text = g_strdup_printf (_ ("oned %s, process %u, running since %s"),
                                           one_unpack_string (daemon, "version"),
                                           one_unpack_uint (daemon, "pid"), when);

  one_print_lines (context->printer, "", ONE_STYLE_PLAIN, text);
}

static void
status_print_me (OneContext *context, GVariant *status)
{
  g_autofree char *me = one_status_lines_format_me (status);
  g_autofree char *label = g_strdup (_ ("you       "));

  if (!*me)
    one_print_lines (context->printer, label, ONE_STYLE_BAD,
                     _ ("unknown: set 'me' in oned.conf to your addresses"));
  else
    one_print_lines (context->printer, label, ONE_STYLE_PLAIN, me);
}

static void
status_print_next (OneContext *context, GVariant *status)
{
  g_autoptr (GVariant) next = one_unpack_record (status, "next");
  g_autoptr (GVariant) reminder = one_unpack_record (status, "reminder");
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (one_unpack_is_empty (next)) {
    one_print_lines (context->printer, _ ("next      "), ONE_STYLE_PLAIN, _ ("none planned"));
    return;
  }
  when = one_show_moment (context, one_unpack_instant (next, "start"));
  text = g_strdup_printf ("%s, %s", when, one_unpack_string (next, "person"));
  one_print_lines (context->printer, _ ("next      "), ONE_STYLE_PLAIN, text);
  if (one_unpack_is_empty (reminder))
    return;
  g_clear_pointer (&when, g_free);
  g_clear_pointer (&text, g_free);
  when = one_show_moment (context, one_unpack_instant (reminder, "at"));
  text = g_strdup_printf ("%s (%s)", when, one_unpack_string (reminder, "stage"));
  one_print_lines (context->printer, _ ("reminder  "), ONE_STYLE_PLAIN, text);
}

static void
status_print_source (OneContext *context, const char *lead, GVariant *source)
{
  g_autofree char *name = one_status_lines_format_name (source);
  g_autofree char *figures = one_status_lines_format_figures (context, source);

  one_print_lines (context->printer, lead, ONE_STYLE_PLAIN, name);
  if (one_unpack_bool (source, "stale"))
    one_print_lines (context->printer, "          ", ONE_STYLE_BAD,
                     _ ("offline: it cannot be read now; what was known of it is in use"));
  one_print_lines (context->printer, "          ", ONE_STYLE_DIM, figures);
}

static void
status_print_sources (OneContext *context, GVariant *status)
{
  g_autoptr (GVariant) sources = one_unpack_records (status, "sources");

  if (one_unpack_is_empty (sources))
    one_print_lines (context->printer, _ ("sources   "), ONE_STYLE_BAD,
                     _ ("none: set 'sources' in oned.conf to your calendar files or folders"));
  for (gsize i = 0; i < g_variant_n_children (sources); i++) {
    g_autoptr (GVariant) source = g_variant_get_child_value (sources, i);

    status_print_source (context, i == 0 ? _ ("sources   ") : "          ", source);
  }
}

gboolean
one_status_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) status = one_context_get (context, "GetStatus", g_variant_new ("()"), error);
  g_autoptr (GVariant) troubles = NULL;

  if (!status)
    return FALSE;
  if (one_context_is_json (context)) {
    g_autoptr (OneJson) json = one_json_new (context->zone);

    one_json_add_members (json, status, one_fields_status);
    one_json_print (json, FALSE, context->printer->out);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  troubles = one_unpack_records (status, "troubles");
  status_print_daemon (context, status);
  status_print_me (context, status);
  status_print_next (context, status);
  status_print_sources (context, status);
  one_status_lines_print_troubles (context, troubles);
  return TRUE;
}
