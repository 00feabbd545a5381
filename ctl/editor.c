/* SPDX-License-Identifier: MIT */
#include "ctl/editor.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>
#include "wire/error.h"

gboolean
one_editor_is_possible (void)
{
  return isatty (STDIN_FILENO) && isatty (STDOUT_FILENO);
}

static char *
editor_dup_command (void)
{
  static const char *const names[] = { "sensible-editor", "editor", "nano", "vim", "vi" };
  const char *own = g_getenv ("VISUAL");

  if (!own || !*own)
    own = g_getenv ("EDITOR");
  if (own && *own)
    return g_strdup (own);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_find_program_in_path (names[i]);

    if (path)
      return g_strdup (names[i]);
  }
  return NULL;
}

/* The words of the command, then the path. */
static char **
editor_list_arguments (const char *command, const char *path, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();

  if (!g_shell_parse_argv (command, NULL, &words, &failed)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("the editor '%s' is no command: %s"),
                 command, failed->message);
    return NULL;
  }
  g_strv_builder_addv (arguments, (const char **) words);
  g_strv_builder_add (arguments, path);
  return g_strv_builder_end (arguments);
}

gboolean
one_editor_open (const char *path, GError **error)
{
  g_autofree char *command = editor_dup_command ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) failed = NULL;
  int status = 0;

  if (!command) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED,
                 _ ("no editor was found: say which in $EDITOR, or open '%s' yourself"), path);
    return FALSE;
  }
  if (!(arguments = editor_list_arguments (command, path, error)))
    return FALSE;
  if (g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, NULL,
                    NULL, NULL, NULL, &status, &failed)
      && g_spawn_check_wait_status (status, &failed))
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("the editor '%s' failed: %s"), command,
               failed->message);
  return FALSE;
}
