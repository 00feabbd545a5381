/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/command.h"
#include "ctl/completion.h"
#include "ctl/wrap.h"
#include "wire/error.h"

#define NAMES 12   /* columns of the commands' names */
#define OPTIONS 20 /* columns of the options */

static void
help_print_pair (OneRun *run, guint columns, const char *left, const char *right)
{
  g_autofree char *padded = one_wrap_fit (left, MAX (columns, one_wrap_width (left)));
  g_autofree char *lead = g_strconcat ("  ", padded, "  ", NULL);

  one_print_lines (run->printer, lead, ONE_STYLE_PLAIN, right);
}

static void
help_print_options (OneRun *run, const OneCommand *command, const OneOption *options)
{
  for (; options->name; options++) {
    g_autofree char *left = NULL;

    if (options->hidden || (command && !one_command_takes (command, options)))
      continue;
    left = g_strdup_printf ("%s%s%s--%s%s%s", options->letter ? "-" : "",
                            options->letter ? (char[]){ options->letter, 0 } : "",
                            options->letter ? ", " : "", options->name, options->value ? " " : "",
                            options->value ? options->value : "");
    help_print_pair (run, OPTIONS, left, _ (options->help));
  }
}

static void
help_print_command (OneRun *run, const OneCommand *command)
{
  g_autofree char *usage = one_command_format_usage (command);

  one_print_lines (run->printer, _ ("usage: "), ONE_STYLE_BOLD, usage);
  one_print_end (run->printer);
  one_print_lines (run->printer, "", ONE_STYLE_PLAIN, _ (command->help));
  one_print_end (run->printer);
  help_print_options (run, command, command->options);
  help_print_options (run, command, one_command_shared);
}

static void
help_print_all (OneRun *run)
{
  one_print_lines (run->printer, _ ("usage: "), ONE_STYLE_BOLD, _ ("onectl [COMMAND] [OPTION…]"));
  one_print_end (run->printer);
  for (const OneCommand *command = one_commands; command->name; command++)
    if (!(command->modes & ONE_MODE_HIDDEN))
      help_print_pair (run, NAMES, command->name, _ (command->help));
  one_print_end (run->printer);
  help_print_options (run, NULL, one_command_shared);
  one_print_end (run->printer);
  one_print_lines (run->printer, "", ONE_STYLE_PLAIN,
                   _ ("Alone, onectl is 'onectl agenda'. WHO is a name, its beginning, or an "
                      "address; WHICH is WHO, a meeting's id, a day or 'next'. 'onectl help "
                      "COMMAND' and onectl(1) say more."));
}

gboolean
one_help_run (OneRun *run, GError **error)
{
  const char *word = one_args_word (run->args, 0);
  const OneCommand *command = *word ? one_command_find (word) : NULL;

  if (one_args_has (run->args, "completion"))
    return one_completion_print (run->printer->out, one_args_get (run->args, "completion"), error);
  if (one_args_has (run->args, "table")) {
    one_completion_print_table (run->printer->out);
    return TRUE;
  }
  if (*word && !command) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("unknown command '%s': 'onectl help' lists them"), word);
    return FALSE;
  }
  if (command)
    help_print_command (run, command);
  else
    help_print_all (run);
  return TRUE;
}
