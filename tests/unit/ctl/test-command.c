/* SPDX-License-Identifier: MIT */
#include "ctl/command.h"

#include <string.h>
#include "ctl/completion.h"
#include "wire/error.h"

static void
test_table (void)
{
  for (const OneCommand *command = one_commands; command->name; command++) {
    g_test_message ("%s", command->name);
    g_assert_true (one_command_find (command->name) == command);
    g_assert_nonnull (command->run);
    g_assert_nonnull (command->options);
    g_assert_cmpuint (command->least, <=, command->most);
    g_assert_cmpint (*command->words == '\0', ==, command->most == 0);
    g_assert_cmpint (*command->words == '[' || *command->words == '\0', ==, command->least == 0);
    g_assert_cmpuint (strlen (command->help), <=, 60);
    for (const OneOption *option = command->options; option->name; option++)
      for (const OneOption *shared = one_command_shared; shared->name; shared++)
        g_assert_cmpstr (option->name, !=, shared->name);
  }
}

static void
test_suggest (void)
{
  static const struct {
    const char *typed;
    const char *meant;
  } rows[] = {
    { "agnda", "agenda" },
    { "agdena", "agenda" },
    { "stauts", "status" },
    { "nxt", "next" },
    { "cov", "coverage" },
    { "actoins", "actions" },
    { "poits", "points" },
    { "xyzzy", NULL },
    { "", NULL },
    { "compl", NULL },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].typed);
    g_assert_cmpstr (one_command_suggest (rows[i].typed), ==, rows[i].meant);
  }
}

static void
test_usage (void)
{
  g_autofree char *act = one_command_format_usage (one_command_find ("act"));
  g_autofree char *help = one_command_format_usage (one_command_find ("help"));

  g_assert_cmpstr (act, ==, "onectl act WHO TEXT… [--due DAY] [--theirs]");
  g_assert_cmpstr (help, ==, "onectl help [COMMAND]");
}

static void
test_completion (void)
{
  static const char *const shells[] = { "bash", "zsh", "fish" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) none = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shells); i++) {
    g_autoptr (GString) out = g_string_new (NULL);

    g_assert_true (one_completion_print (out, shells[i], NULL));
    g_assert_nonnull (strstr (out->str, "onectl complete "));
  }
  g_assert_false (one_completion_print (none, "csh", &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/the-table-is-whole", test_table);
  g_test_add_func ("/command/a-slip-of-the-finger-is-understood", test_suggest);
  g_test_add_func ("/command/usage-comes-from-the-table", test_usage);
  g_test_add_func ("/command/every-shell-asks-onectl", test_completion);
  return g_test_run ();
}
