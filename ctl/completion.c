/* SPDX-License-Identifier: MIT */
#include "ctl/completion.h"

#include <glib/gi18n-lib.h>
#include "ctl/command.h"
#include "wire/error.h"

/* Which KIND of `onectl complete` lists the words of a command, or the values of an option. */
static const struct {
  const char *name;
  const char *kind;
} kinds[] = {
  { "agenda", "which" },        { "add", "who" },
  { "points", "who" },          { "act", "who" },
  { "actions", "who" },         { "done", "open" },
  { "drop", "open" },           { "reopen", "closed" },
  { "log", "which" },           { "person", "who" },
  { "coverage", "who" },        { "snooze", "which" },
  { "explain", "files" },       { "help", "commands" },
  { "--category", "category" }, { "--covered", "category" },
  { "--merge", "who" },         { "--role", "role" },
};

static const char *
completion_find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return kinds[i].kind;
  return "";
}

static gboolean
completion_is_shown (const OneCommand *command)
{
  return !(command->modes & ONE_MODE_HIDDEN);
}

/* Calls `each` for the options of a command: its own first, then the shared ones. */
static void
completion_for_options (const OneCommand *command, GString *out,
                        void (*each) (GString *out, const OneCommand *, const OneOption *))
{
  for (const OneOption *option = command->options; option->name; option++)
    if (!option->hidden)
      each (out, command, option);
  for (const OneOption *option = one_command_shared; option->name; option++)
    if (one_command_takes (command, option))
      each (out, command, option);
}

static void
completion_add_option (GString *out, const OneCommand *command, const OneOption *option)
{
  g_string_append_printf (out, " --%s", option->name);
}

void
one_completion_print_table (GString *out)
{
  for (const OneCommand *command = one_commands; command->name; command++) {
    if (!completion_is_shown (command))
      continue;
    g_string_append (out, command->name);
    completion_for_options (command, out, completion_add_option);
    g_string_append_c (out, '\n');
  }
}

static void
completion_print_names (GString *out)
{
  for (const OneCommand *command = one_commands; command->name; command++)
    if (completion_is_shown (command))
      g_string_append_printf (out, "%s%s", command == one_commands ? "" : " ", command->name);
}

static void
completion_print_bash (GString *out)
{
  g_string_append (out, "# SPDX-License-Identifier: MIT\n"
                        "# bash completion for onectl, made from its table of commands\n"
                        "_onectl ()\n{\n"
                        "  local current=${COMP_WORDS[COMP_CWORD]} previous="
                        "${COMP_WORDS[COMP_CWORD - 1]}\n"
                        "  local command= word options= kind=\n"
                        "  COMPREPLY=()\n"
                        "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD - 1}\"; do\n"
                        "    case $word in -*) ;; *) command=$word; break ;; esac\n"
                        "  done\n"
                        "  case $command in\n");
  for (const OneCommand *command = one_commands; command->name; command++) {
    if (!completion_is_shown (command))
      continue;
    g_string_append_printf (out, "    %s) kind=%s options=\"", command->name,
                            completion_find_kind (command->name));
    completion_for_options (command, out, completion_add_option);
    g_string_append (out, "\" ;;\n");
  }
  g_string_append (out, "    '') kind=commands ;;\n  esac\n  case $previous in\n");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].name[0] == '-')
      g_string_append_printf (out, "    %s) kind=%s ;;\n", kinds[i].name, kinds[i].kind);
  g_string_append (out, "    --color) kind=colour ;;\n  esac\n"
                        "  case $current in -*) COMPREPLY=($(compgen -W \"$options\" -- "
                        "\"$current\")); return ;; esac\n"
                        "  case $kind in\n"
                        "    '') return ;;\n"
                        "    commands) COMPREPLY=($(compgen -W \"");
  completion_print_names (out);
  g_string_append (out, "\" -- \"$current\")) ;;\n"
                        "    colour) COMPREPLY=($(compgen -W 'auto always never' -- \"$current\")) "
                        ";;\n"
                        "    files) compopt -o default ;;\n"
                        "    *)\n"
                        "      local IFS=$'\n'\n"
                        "      COMPREPLY=($(compgen -W \"$(onectl complete \"$kind\" 2> /dev/null "
                        "| sed 's/[^[:alnum:]@._+-]/\\\\&/g')\" -- \"${current//\\\\/}\"))\n"
                        "      for word in \"${!COMPREPLY[@]}\"; do\n"
                        "        printf -v \"COMPREPLY[$word]\" %q \"${COMPREPLY[$word]}\"\n"
                        "      done\n"
                        "      ;;\n"
                        "  esac\n}\ncomplete -F _onectl onectl\n");
}

static void
completion_add_zsh (GString *out, const OneCommand *command, const OneOption *option)
{
  g_autofree char *flag = g_strdup_printf ("--%s", option->name);
  const char *kind = completion_find_kind (flag);
  g_autofree char *help = g_strdup (option->help);

  g_strdelimit (help, "[]':", ' ');
  g_string_append_printf (out, " '%s[%s]", flag, help);
  if (option->value && *kind)
    g_string_append_printf (out, ":%s:_onectl_words %s", option->value, kind);
  else if (option->value)
    g_string_append_printf (out, ":%s:", option->value);
  g_string_append_c (out, '\'');
}

static void
completion_print_zsh (GString *out)
{
  g_string_append (out, "#compdef onectl\n"
                        "# SPDX-License-Identifier: MIT\n"
                        "# zsh completion for onectl, made from its table of commands\n"
                        "_onectl_words ()\n{\n"
                        "  local -a words\n"
                        "  [[ $1 == files ]] && { _files; return; }\n"
                        "  words=(\"${(@f)$(onectl complete $1 2> /dev/null)}\")\n"
                        "  compadd -a words\n}\n"
                        "_onectl ()\n{\n"
                        "  local -a commands\n"
                        "  commands=(");
  for (const OneCommand *command = one_commands; command->name; command++) {
    g_autofree char *help = g_strdup (command->help);

    if (completion_is_shown (command))
      g_string_append_printf (out, "\n    \"%s:%s\"", command->name,
                              g_strdelimit (help, "\":", ' '));
  }
  g_string_append (out, ")\n  if (( CURRENT == 2 )); then\n"
                        "    _describe command commands\n    return\n  fi\n"
                        "  local command=$words[2]\n"
                        "  shift words\n  (( CURRENT-- ))\n  case $command in\n");
  for (const OneCommand *command = one_commands; command->name; command++) {
    const char *kind = completion_find_kind (command->name);

    if (!completion_is_shown (command))
      continue;
    g_string_append_printf (out, "    %s) _arguments", command->name);
    completion_for_options (command, out, completion_add_zsh);
    if (*kind)
      g_string_append_printf (out, " '*:word:_onectl_words %s'", kind);
    g_string_append (out, " ;;\n");
  }
  g_string_append (out, "  esac\n}\n_onectl \"$@\"\n");
}

static void
completion_add_fish (GString *out, const OneCommand *command, const OneOption *option)
{
  g_autofree char *flag = g_strdup_printf ("--%s", option->name);
  g_autofree char *help = g_strdup (option->help);
  const char *kind = completion_find_kind (flag);

  g_strdelimit (help, "'", ' ');
  g_string_append_printf (out,
                          "complete -c onectl -n '__fish_seen_subcommand_from %s' -l %s -d '%s'",
                          command->name, option->name, help);
  if (option->value)
    g_string_append (out, " -x");
  if (*kind)
    g_string_append_printf (out, " -a '(onectl complete %s 2> /dev/null)'", kind);
  g_string_append_c (out, '\n');
}

static void
completion_print_fish (GString *out)
{
  g_string_append (out, "# SPDX-License-Identifier: MIT\n"
                        "# fish completion for onectl, made from its table of commands\n"
                        "complete -c onectl -f\n");
  for (const OneCommand *command = one_commands; command->name; command++) {
    g_autofree char *help = g_strdup (command->help);
    const char *kind = completion_find_kind (command->name);

    if (!completion_is_shown (command))
      continue;
    g_string_append_printf (out, "complete -c onectl -n __fish_use_subcommand -a %s -d '%s'\n",
                            command->name, g_strdelimit (help, "'", ' '));
    if (g_str_equal (kind, "files"))
      g_string_append_printf (out, "complete -c onectl -n '__fish_seen_subcommand_from %s' -F\n",
                              command->name);
    else if (*kind)
      g_string_append_printf (out,
                              "complete -c onectl -n '__fish_seen_subcommand_from %s' -a '(onectl "
                              "complete %s 2> /dev/null)'\n",
                              command->name, kind);
    completion_for_options (command, out, completion_add_fish);
  }
}

gboolean
one_completion_print (GString *out, const char *shell, GError **error)
{
  static const struct {
    const char *shell;
    void (*print) (GString *out);
  } shells[] = { { "bash", completion_print_bash },
                 { "zsh", completion_print_zsh },
                 { "fish", completion_print_fish } };

  for (guint i = 0; i < G_N_ELEMENTS (shells); i++)
    if (g_str_equal (shells[i].shell, shell)) {
      shells[i].print (out);
      return TRUE;
    }
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("no shell '%s': bash, zsh or fish"), shell);
  return FALSE;
}
