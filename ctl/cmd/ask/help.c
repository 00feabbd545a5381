/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/command.h"
#include "ctl/completion.h"
#include "ctl/print/wrap.h"
#include "wire/error.h"

#define NAMES 12   /* columns of the commands' names */
#define OPTIONS 20 /* columns of the options */

static void
help_print_pair (OneContext *context, guint columns, const char *left, const char *right)
{
  g_autofree char *padded = one_wrap_fit (left, MAX (columns, one_wrap_width (left)));
  g_autofree char *lead = g_strconcat ("  ", padded, "  ", NULL);

  one_print_lines (context->printer, lead, ONE_STYLE_PLAIN, right);
}

static void
help_print_options (OneContext *context, const OneCommand *command, const OneOption *options)
{
  for (; options->name; options++) {
    g_autofree char *left = NULL;

    if (options->hidden || (command && !one_command_takes (command, options)))
      continue;
    left = g_strdup_printf ("%s%s%s--%s%s%s", options->letter ? "-" : "",
                            options->letter ? (char[]){ options->letter, 0 } : "",
                            options->letter ? ", " : "", options->name, options->value ? " " : "",
                            options->value ? options->value : "");
    help_print_pair (context, OPTIONS, left, _ (options->help));
  }
}

static void
help_print_command (OneContext *context, const OneCommand *command)
{
  g_autofree char *usage = one_command_format_usage (command);

  one_print_lines (context->printer, _ ("usage: "), ONE_STYLE_BOLD, usage);
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_PLAIN, _ (command->help));
  one_print_end (context->printer);
  help_print_options (context, command, command->options);
  help_print_options (context, command, one_command_shared);
}

static void
help_print_all (OneContext *context)
{
  one_print_lines (context->printer, _ ("usage: "), ONE_STYLE_BOLD,
                   _ ("onectl [COMMAND] [OPTION…]"));
  one_print_end (context->printer);
  for (const OneCommand *command = one_commands; command->name; command++)
    if (!(command->modes & ONE_MODE_HIDDEN))
      help_print_pair (context, NAMES, command->name, _ (command->help));
  one_print_end (context->printer);
  help_print_options (context, NULL, one_command_shared);
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_PLAIN,
                   _ ("Alone, onectl is 'onectl agenda'. WHO is a name, its beginning, or an "
                      "address; WHICH is WHO, a meeting's id, a day or 'next'. 'onectl help "
                      "COMMAND' and onectl(1) say more."));
}

gboolean
one_help_run (OneContext *context, GError **error)
{
  const char *word = one_args_word (context->args, 0);
  const OneCommand *command = *word ? one_command_find (word) : NULL;

  if (one_args_has (context->args, "completion"))
    return one_completion_print (context->printer->out, one_args_get (context->args, "completion"),
                                 error);
  if (one_args_has (context->args, "table")) {
    one_completion_print_table (context->printer->out);
    return TRUE;
  }
  if (*word && !command) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("unknown command '%s': 'onectl help' lists them"), word);
    return FALSE;
  }
  if (command)
    help_print_command (context, command);
  else
    help_print_all (context);
  return TRUE;
}
