/* SPDX-License-Identifier: MIT */
#include "ctl/args.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/suggest.h"
#include "wire/error.h"

static const OneOption *
args_find_in (const OneOption *table, const char *argument)
{
  const char *name = argument + 2;
  gsize length = strcspn (name, "=");

  for (; table && table->name; table++) {
    if (argument[1] != '-' && table->letter == argument[1] && argument[2] == '\0')
      return table;
    if (argument[1] == '-' && strlen (table->name) == length
        && strncmp (table->name, name, length) == 0)
      return table;
  }
  return NULL;
}

static gboolean
args_is_option (const char *argument)
{
  return argument[0] == '-' && argument[1] != '\0';
}

static const char *
args_suggest (const char *argument, const OneOption *own, const OneOption *shared)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *name = g_strndup (argument, strcspn (argument, "="));

  g_strdelimit (g_strchug (name), "-", ' ');
  for (const OneOption *option = own; option && option->name; option++)
    if (!option->hidden)
      g_ptr_array_add (names, (gpointer) option->name);
  for (const OneOption *option = shared; option && option->name; option++)
    g_ptr_array_add (names, (gpointer) option->name);
  g_ptr_array_add (names, NULL);
  return one_suggest_word (g_strchug (name), (const char *const *) names->pdata);
}

static void
args_set_unknown (GError **error, const char *argument, const OneOption *own,
                  const OneOption *shared)
{
  const char *near = args_suggest (argument, own, shared);

  if (near)
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("unknown option '%s': did you mean '--%s'?"), argument, near);
  else
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("unknown option '%s'"), argument);
}

static void
args_store (OneArgs *args, const OneOption *option, const char *value)
{
  const char *before = g_hash_table_lookup (args->options, option->name);
  char *stored = option->list && before ? g_strconcat (before, ",", value, NULL) : g_strdup (value);

  g_hash_table_insert (args->options, (gpointer) option->name, stored);
}

/* Stores the option at `*argv`. If its value is a word of its own, `*argv` moves on to that word.
 */
static gboolean
args_take (OneArgs *args, const char *const **argv, const OneOption *option, GError **error)
{
  const char *equals = (*argv)[0][1] == '-' ? strchr ((*argv)[0], '=') : NULL;
  const char *value = equals ? equals + 1 : (*argv)[1];

  if (!option->value && equals) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("option '--%s' takes no value"),
                 option->name);
    return FALSE;
  }
  if (option->value && (!value || !*value || (!equals && g_str_has_prefix (value, "--")))) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("option '--%s' needs a value: --%s %s"),
                 option->name, option->name, option->value);
    return FALSE;
  }
  args_store (args, option, option->value ? value : "");
  if (option->value && !equals)
    ++*argv;
  return TRUE;
}

OneArgs *
one_args_parse (const char *const *argv, const OneOption *own, const OneOption *shared,
                GError **error)
{
  g_autoptr (OneArgs) args = g_new0 (OneArgs, 1);
  gboolean words_only = FALSE;

  args->words = g_ptr_array_new_with_free_func (g_free);
  args->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (; *argv; argv++) {
    const OneOption *option;

    if (words_only || !args_is_option (*argv)) {
      g_ptr_array_add (args->words, g_strdup (*argv));
      continue;
    }
    words_only = g_str_equal (*argv, "--");
    if (words_only)
      continue;
    option = args_find_in (own, *argv);
    if (!option)
      option = args_find_in (shared, *argv);
    if (!option) {
      args_set_unknown (error, *argv, own, shared);
      return NULL;
    }
    if (!args_take (args, &argv, option, error))
      return NULL;
  }
  return g_steal_pointer (&args);
}

void
one_args_free (OneArgs *args)
{
  g_clear_pointer (&args->words, g_ptr_array_unref);
  g_clear_pointer (&args->options, g_hash_table_unref);
  g_free (args);
}

int
one_args_find_word (const char *const *argv, const OneOption *shared)
{
  for (int i = 0; argv[i]; i++) {
    const OneOption *option;

    if (g_str_equal (argv[i], "--"))
      return argv[i + 1] ? i + 1 : -1;
    if (!args_is_option (argv[i]))
      return i;
    option = args_find_in (shared, argv[i]);
    if (option && option->value && !strchr (argv[i], '=') && argv[i + 1])
      i++;
  }
  return -1;
}

gboolean
one_args_has (const OneArgs *args, const char *option)
{
  return g_hash_table_contains (args->options, option);
}

const char *
one_args_get (const OneArgs *args, const char *option)
{
  return g_hash_table_lookup (args->options, option);
}

const char *
one_args_word (const OneArgs *args, guint index)
{
  return index < args->words->len ? g_ptr_array_index (args->words, index) : "";
}

char *
one_args_join (const OneArgs *args, guint from)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < args->words->len; i++)
    g_string_append_printf (text, "%s%s", i > from ? " " : "", one_args_word (args, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
