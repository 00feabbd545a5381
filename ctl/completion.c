/* SPDX-License-Identifier: MIT */
#include "ctl/completion.h"

#include <glib/gi18n-lib.h>
#include "ctl/command.h"
#include "wire/error.h"

static void
completion_add_options (GString *out, const OneCommand *command)
{
  for (const OneOption *option = command->options; option->name; option++)
    if (!option->hidden)
      g_string_append_printf (out, " --%s", option->name);
  for (const OneOption *option = one_command_shared; option->name; option++)
    if (one_command_takes (command, option))
      g_string_append_printf (out, " --%s", option->name);
}

void
one_completion_print_table (GString *out)
{
  for (const OneCommand *command = one_commands; command->name; command++) {
    if (command->modes & ONE_MODE_HIDDEN)
      continue;
    g_string_append (out, command->name);
    completion_add_options (out, command);
    g_string_append_c (out, '\n');
  }
}

/* Bash replaces only the end of the word, from the last "=", ":" or "@" on. */
static const char bash[] =
    "# SPDX-License-Identifier: MIT\n"
    "# bash completion for onectl: onectl itself knows what may stand where\n"
    "_onectl ()\n{\n"
    "  local line=${COMP_LINE:0:COMP_POINT} current=${COMP_WORDS[COMP_CWORD]} row\n"
    "  COMPREPLY=()\n"
    "  while [[ -n $current && $line != *\"$current\" ]]; do current=${current%?}; done\n"
    "  while IFS= read -r row; do\n"
    "    case $row in\n"
    "      $'\\t'files) compopt -o default ;;\n"
    "      *) COMPREPLY+=(\"${row%%$'\\t'*}\") ;;\n"
    "    esac\n"
    "  done < <(onectl complete --line=\"$line\" ${current:+--current=\"$current\"} 2> /dev/null)\n"
    "}\n"
    "complete -F _onectl onectl\n";

/* With -U zsh takes the words as they are: onectl has compared them, without case and accents. */
static const char zsh[] =
    "#compdef onectl\n"
    "# SPDX-License-Identifier: MIT\n"
    "# zsh completion for onectl: onectl itself knows what may stand where\n"
    "_onectl ()\n{\n"
    "  setopt localoptions extendedglob\n"
    "  local -a rows found shown same\n"
    "  local row files=\n"
    "  rows=(\"${(@f)$(onectl complete -- \"${(@Q)words[2,CURRENT-1]}\" \"${(Q)PREFIX}\" "
    "2> /dev/null)}\")\n"
    "  for row in \"${rows[@]}\"; do\n"
    "    case $row in\n"
    "      '') ;;\n"
    "      $'\\t'files) files=yes ;;\n"
    "      *) found+=(\"${row%%$'\\t'*}\") shown+=(\"${${row/$'\\t'/  -- }%  -- }\") ;;\n"
    "    esac\n"
    "  done\n"
    "  # Words that begin otherwise have no beginning in common with what was typed: it stays.\n"
    "  same=(${(M)found:#(#i)${(b)PREFIX}*})\n"
    "  (( $#found > 1 && $#same < $#found )) && compstate[insert]=''\n"
    "  (( $#found )) && compadd -U -V onectl -l -d shown -a found\n"
    "  if [[ -n $files ]]; then compset -P '--*='; _files; fi\n"
    "}\n_onectl \"$@\"\n";

static const char fish[] =
    "# SPDX-License-Identifier: MIT\n"
    "# fish completion for onectl: onectl itself knows what may stand where\n"
    "function __onectl_complete\n"
    "  set -l before (commandline -opc)[2..-1]\n"
    "  set -l current (string unescape -- (commandline -ct))\n"
    "  for row in (onectl complete --literal -- $before \"$current\" 2> /dev/null)\n"
    "    if test \"$row\" = \\tfiles\n"
    "      __fish_complete_path (commandline -ct)\n"
    "    else\n"
    "      echo -- $row\n"
    "    end\n"
    "  end\n"
    "end\n"
    "complete -c onectl -f -a '(__onectl_complete)'\n";

gboolean
one_completion_print (GString *out, const char *shell, GError **error)
{
  static const struct {
    const char *shell;
    const char *script;
  } shells[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };

  for (guint i = 0; i < G_N_ELEMENTS (shells); i++)
    if (g_str_equal (shells[i].shell, shell)) {
      g_string_append (out, shells[i].script);
      return TRUE;
    }
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("no shell '%s': bash, zsh or fish"), shell);
  return FALSE;
}
