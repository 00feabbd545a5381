/* SPDX-License-Identifier: MIT */
/* Prints words for the shell's completion, one a line. Asks oned only if it runs already. */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/command.h"
#include "wire/error.h"
#include "wire/words.h"

static gboolean
complete_print_key (OneContext *context, GVariant *records, const char *key)
{
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    g_string_append_printf (context->printer->out, "%s\n", one_unpack_string (record, key));
  }
  return TRUE;
}

static gboolean
complete_people (OneContext *context, GError **error)
{
  g_autoptr (GVariant) people =
      one_context_list (context, "ListPeople", g_variant_new ("()"), error);

  return people && complete_print_key (context, people, "name");
}

static gboolean
complete_which (OneContext *context, GError **error)
{
  g_string_append (context->printer->out, "next\ntoday\ntomorrow\n");
  return complete_people (context, error);
}

static gboolean
complete_categories (OneContext *context, GError **error)
{
  g_autoptr (GVariant) categories =
      one_context_list (context, "ListCategories", g_variant_new ("(s)", ""), error);

  return categories && complete_print_key (context, categories, "id");
}

/* Ids of open actions and points, or of closed ones. */
static gboolean
complete_ids (OneContext *context, gboolean open, GError **error)
{
  static const char *const methods[] = { "ListActions", "ListPoints" };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++) {
    g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
    g_autoptr (GVariant) records = NULL;

    if (!open)
      g_variant_dict_insert (options, "all", "b", TRUE);
    records = one_context_list (
        context, methods[m], g_variant_new ("(s@a{sv})", "", g_variant_dict_end (options)), error);
    if (!records)
      return FALSE;
    for (gsize i = 0; i < g_variant_n_children (records); i++) {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      const char *state = one_unpack_string (record, "state");

      if (g_str_equal (state, one_words_format_state (ONE_STATE_OPEN)) == open)
        g_string_append_printf (context->printer->out, "%s\n", one_unpack_string (record, "id"));
    }
  }
  return TRUE;
}

static gboolean
complete_open (OneContext *context, GError **error)
{
  return complete_ids (context, TRUE, error);
}

static gboolean
complete_closed (OneContext *context, GError **error)
{
  return complete_ids (context, FALSE, error);
}

static gboolean
complete_roles (OneContext *context, GError **error)
{
  for (guint i = 0; i < ONE_N_ROLES; i++)
    g_string_append_printf (context->printer->out, "%s\n", one_words_format_role ((OneRole) i));
  return TRUE;
}

static gboolean
complete_commands (OneContext *context, GError **error)
{
  for (const OneCommand *command = one_commands; command->name; command++)
    if (!(command->modes & ONE_MODE_HIDDEN))
      g_string_append_printf (context->printer->out, "%s\n", command->name);
  return TRUE;
}

gboolean
one_complete_run (OneContext *context, GError **error)
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
  const char *kind = one_args_word (context->args, 0);

  context->client->no_start = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].kind, kind))
      return lists[i].list (context, error);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("no kind of word '%s'"), kind);
  return FALSE;
}
