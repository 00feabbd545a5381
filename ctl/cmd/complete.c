/* SPDX-License-Identifier: MIT */
/* A word a line, for the shell's completion: asks a oned that runs, but starts none. */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/command.h"
#include "ctl/unpack.h"
#include "wire/error.h"
#include "wire/words.h"

static gboolean
complete_print_key (OneRun *run, GVariant *records, const char *key)
{
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    g_string_append_printf (run->printer->out, "%s\n", one_unpack_string (record, key));
  }
  return TRUE;
}

static gboolean
complete_people (OneRun *run, GError **error)
{
  g_autoptr (GVariant) people = one_run_list (run, "ListPeople", g_variant_new ("()"), error);

  return people && complete_print_key (run, people, "name");
}

static gboolean
complete_which (OneRun *run, GError **error)
{
  g_string_append (run->printer->out, "next\ntoday\ntomorrow\n");
  return complete_people (run, error);
}

static gboolean
complete_categories (OneRun *run, GError **error)
{
  g_autoptr (GVariant) categories =
      one_run_list (run, "ListCategories", g_variant_new ("(s)", ""), error);

  return categories && complete_print_key (run, categories, "id");
}

/* Ids of what is open, or of what is closed. */
static gboolean
complete_ids (OneRun *run, gboolean open, GError **error)
{
  static const char *const methods[] = { "ListActions", "ListPoints" };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++) {
    g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
    g_autoptr (GVariant) records = NULL;

    if (!open)
      g_variant_dict_insert (options, "all", "b", TRUE);
    records = one_run_list (run, methods[m],
                            g_variant_new ("(s@a{sv})", "", g_variant_dict_end (options)), error);
    if (!records)
      return FALSE;
    for (gsize i = 0; i < g_variant_n_children (records); i++) {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      const char *state = one_unpack_string (record, "state");

      if (g_str_equal (state, one_words_format_state (ONE_STATE_OPEN)) == open)
        g_string_append_printf (run->printer->out, "%s\n", one_unpack_string (record, "id"));
    }
  }
  return TRUE;
}

static gboolean
complete_open (OneRun *run, GError **error)
{
  return complete_ids (run, TRUE, error);
}

static gboolean
complete_closed (OneRun *run, GError **error)
{
  return complete_ids (run, FALSE, error);
}

static gboolean
complete_roles (OneRun *run, GError **error)
{
  for (guint i = 0; i < ONE_N_ROLES; i++)
    g_string_append_printf (run->printer->out, "%s\n", one_words_format_role ((OneRole) i));
  return TRUE;
}

static gboolean
complete_commands (OneRun *run, GError **error)
{
  for (const OneCommand *command = one_commands; command->name; command++)
    if (!(command->modes & ONE_MODE_HIDDEN))
      g_string_append_printf (run->printer->out, "%s\n", command->name);
  return TRUE;
}

gboolean
one_complete_run (OneRun *run, GError **error)
{
  static const struct {
    const char *kind;
    OneCommandRun list;
  } lists[] = {
    { "who", complete_people },          { "which", complete_which },
    { "category", complete_categories }, { "open", complete_open },
    { "closed", complete_closed },       { "role", complete_roles },
    { "commands", complete_commands },
  };
  const char *kind = one_args_word (run->args, 0);

  run->client->asleep = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].kind, kind))
      return lists[i].list (run, error);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("no kind of word '%s'"), kind);
  return FALSE;
}
