/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "wire/error.h"

/* The meeting whose link is wanted (transfer full). */
static GVariant *
join_get_meeting (OneContext *context, GError **error)
{
  g_autofree char *which = one_context_dup_which (context, one_args_word (context->args, 0), error);
  g_autoptr (GVariant) agendas = NULL;
  g_autoptr (GVariant) agenda = NULL;

  if (!which)
    return NULL;
  agendas = one_context_list (context, "GetAgendas",
                              g_variant_new ("(sa{sv})", *which ? which : "next", NULL), error);
  if (!agendas)
    return NULL;
  if (g_variant_n_children (agendas) != 1) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS,
                 _ ("'%s' is not one meeting: name the person or the meeting's id"), which);
    return NULL;
  }
  agenda = g_variant_get_child_value (agendas, 0);
  return one_unpack_record (agenda, "meeting");
}

gboolean
one_join_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) meeting = join_get_meeting (context, error);
  g_autoptr (GError) failed = NULL;
  const char *link;

  if (!meeting)
    return FALSE;
  link = one_unpack_string (meeting, "join");
  /* oned passes on only links that it trusts, and these are all https. */
  if (!g_str_has_prefix (link, "https://")) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, _ ("the meeting with %s has no link"),
                 one_unpack_string (meeting, "person"));
    return FALSE;
  }
  if (g_app_info_launch_default_for_uri (link, NULL, &failed)) {
    g_printerr (_ ("opened %s\n"), link);
    return TRUE;
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("cannot open %s: %s"), link, failed->message);
  return FALSE;
}
