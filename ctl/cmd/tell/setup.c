/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ctl/health/autostart.h"
#include "ctl/health/health.h"
#include "ctl/health/me-set.h"
#include "ctl/health/who.h"
#include "ctl/print/write.h"
#include "ctl/view/next-line.h"
#include "ctl/view/show.h"
#include "example-resource.h"
#include "wire/error.h"

static void
setup_add_configuration (OneChecks *checks)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "oned", NULL);
  g_autofree char *path = g_build_filename (folder, "oned.conf", NULL);
  g_autofree char *shown = one_show_path (path);
  g_autoptr (GBytes) example = g_resource_lookup_data (one_example_files_get_resource (),
                                                       "/org/oned/examples/oned.conf", 0, NULL);
  g_autofree char *what = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0
      && one_write_new_file (path, g_bytes_get_data (example, NULL), g_bytes_get_size (example))) {
    what = g_strdup_printf (_ ("%s is written, with all there is to set at its default"), shown);
    one_checks_add (checks, "config", what);
    return;
  }
  if (errno == EEXIST) {
    what = g_strdup_printf (_ ("%s is there already, and is left as it is"), shown);
    one_checks_add (checks, "config", what);
    return;
  }
  what = g_strdup_printf (_ ("%s cannot be written: %s"), shown, g_strerror (errno));
  one_checks_add_wrong (checks, "config", what,
                        _ ("see that the folder can be written to; oned runs without the file, "
                           "too"));
}

/* Where there is no systemd to do it. */
static gboolean
setup_add_autostart_file (OneChecks *checks)
{
  g_autofree char *path = one_autostart_write_file ();
  g_autofree char *shown = path ? one_show_path (path) : NULL;
  g_autofree char *what = NULL;

  if (!path)
    return FALSE;
  what = g_strdup_printf (_ ("%s is written: oned starts with the session from now on"), shown);
  one_checks_add (checks, "autostart", what);
  return TRUE;
}

static void
setup_add_autostart (OneChecks *checks)
{
  OneClient *client = checks->context->client;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  g_autofree char *mend = NULL;
  g_autofree char *what = NULL;

  if (one_autostart_is_on (client, &why, &mend)) {
    one_checks_add (checks, "autostart", _ ("oned starts with the session already"));
    return;
  }
  if (!one_autostart_has_systemd (client)) {
    if (setup_add_autostart_file (checks))
      return;
  } else if (one_autostart_enable (client, ONE_AUTOSTART_ONED, &error)) {
    one_checks_add (checks, "autostart", _ ("oned starts with the session from now on"));
    return;
  }
  what = g_strdup_printf (_ ("oned does not start with the session: %s"),
                          error ? error->message : why);
  one_checks_add_wrong (checks, "autostart", what, mend);
}

/* Prints the next meeting, to show that all of it works. */
static void
setup_print_next (OneContext *context)
{
  g_autoptr (GVariant) next = one_context_get_next (context, NULL);
  g_autofree char *line = next ? one_next_line_format (context, next, ONE_ESCAPE_NONE) : NULL;

  if (!line)
    return;
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_BOLD, line);
}

/* (transfer full) The addresses after --me, which may stand as words, too; NULL without it. */
static char **
setup_list_me (OneContext *context, GError **error)
{
  const char *first = one_args_get (context->args, "me");
  const GPtrArray *words = context->args->words;
  g_auto (GStrv) list = g_strsplit (first ? first : "", ",", -1);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) addresses = NULL;

  if (!first) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("unexpected word '%s'"),
                 one_args_word (context->args, 0));
    return NULL;
  }
  g_strv_builder_addv (all, (const char **) list);
  for (guint i = 0; i < words->len; i++)
    g_strv_builder_add (all, words->pdata[i]);
  addresses = g_strv_builder_end (all);
  return one_me_set_check ((const char *const *) addresses, error) ? g_steal_pointer (&addresses)
                                                                   : NULL;
}

static void
setup_check_oned (OneChecks *checks)
{
  if (!one_health_add_bus (checks))
    return;
  setup_add_autostart (checks);
  (void) one_health_add_oned (checks);
  one_health_add_server (checks);
}

gboolean
one_setup_run (OneContext *context, GError **error)
{
  gboolean told = one_args_has (context->args, "me") || context->args->words->len > 0;
  g_auto (GStrv) me = told ? setup_list_me (context, error) : NULL;
  g_autoptr (OneChecks) checks = NULL;

  if (told && !me)
    return FALSE;
  checks = one_checks_new (context);
  setup_add_configuration (checks);
  if (told ? !one_me_set (context, (const char *const *) me, error)
           : !one_me_set_ask (context, error))
    return FALSE;
  setup_check_oned (checks);
  one_checks_print (checks);
  /* `now` is set only if oned answered. */
  if (context->now != 0 && !one_context_is_json (context)) {
    if (!one_args_has (context->args, "private"))
      one_who_print (context);
    setup_print_next (context);
  }
  return one_checks_end (checks, error);
}
