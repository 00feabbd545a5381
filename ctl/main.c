/* SPDX-License-Identifier: MIT */
/* onectl: finds the command in the table, parses its options, runs it, writes its output, and turns
 * an error into one sentence and an exit status. */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include "ctl/bus/sanitize.h"
#include "ctl/command.h"
#include "wire/error.h"

#define DEFAULT_COMMAND "agenda"

/* Prints to standard error: standard output holds data and nothing else. */
static int
main_fail (const GError *error)
{
  g_autofree char *sentence = NULL;

  /* The reader of the pipe has closed it, as head(1) does: no error. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return 0;
  sentence = one_sanitize_text (error->message);
  fprintf (stderr, "onectl: %s\n", sentence);
  return one_error_exit_status (error);
}

static const OneCommand *
main_find_command (const char *name, GError **error)
{
  const OneCommand *command = one_command_find (name);
  const char *near = command ? NULL : one_command_suggest (name);

  if (command)
    return command;
  if (near)
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("unknown command '%s': did you mean '%s'?"), name, near);
  else
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("unknown command '%s': 'onectl help' lists them"), name);
  return NULL;
}

static gboolean
main_check (const OneCommand *command, const OneArgs *args, GError **error)
{
  g_autofree char *usage = one_command_format_usage (command);

  for (const OneOption *shared = one_command_shared; shared->name; shared++)
    if (one_args_has (args, shared->name) && !one_command_takes (command, shared)) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("'%s' takes no option '--%s'"),
                   command->name, shared->name);
      return FALSE;
    }
  if (args->words->len < command->least) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("something is missing: %s"), usage);
    return FALSE;
  }
  if (args->words->len > command->most) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("'%s' is too much (put quotes around what belongs together): %s"),
                 one_args_word (args, command->most), usage);
    return FALSE;
  }
  return TRUE;
}

static gboolean
main_run (const OneCommand *command, OneArgs *args, GError **error)
{
  g_autoptr (OnePrinter) printer = one_print_new (one_args_get (args, "color"), error);
  g_autoptr (OneClient) client = one_client_new ();
  OneContext context = { .command = command, .args = args, .printer = printer, .client = client };
  gboolean ran;

  if (!printer)
    return FALSE;
  context.zone = g_time_zone_new_local ();
  if (one_args_has (args, "version")) {
    g_string_append (printer->out, "onectl " ONECTL_VERSION "\n");
    ran = TRUE;
  } else if (one_args_has (args, "help")) {
    context.command = one_command_find ("help");
    g_ptr_array_set_size (args->words, 0);
    g_ptr_array_add (args->words, g_strdup (command->name));
    ran = context.command->run (&context, error);
  } else
    ran = main_check (command, args, error) && command->run (&context, error);
  one_context_clear (&context);
  return ran && one_print_flush (printer, error);
}

static gboolean
main_start (char **argv, GError **error)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (OneArgs) args = NULL;
  const OneCommand *command;
  int at = one_args_find_word ((const char *const *) argv, one_command_shared);

  /* `--help` and `--version` without a command are about onectl as a whole. */
  command = main_find_command (at >= 0 ? argv[at] : DEFAULT_COMMAND, error);
  if (!command)
    return FALSE;
  for (int i = 0; argv[i]; i++)
    if (i != at)
      g_ptr_array_add (rest, argv[i]);
  g_ptr_array_add (rest, NULL);
  args = one_args_parse ((const char *const *) rest->pdata, command->options, one_command_shared,
                         error);
  if (!args)
    return FALSE;
  if (at < 0 && one_args_has (args, "help")) {
    command = one_command_find ("help");
    g_hash_table_remove (args->options, "help");
  }
  return main_run (command, args, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ONECTL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!main_start (argc > 0 ? argv + 1 : argv, &error))
    return main_fail (error);
  return 0;
}
