/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/view/person-lines.h"
#include "wire/error.h"

static const char *const changes[] = { "role", "name", "address", "merge" };

static GVariant *
person_call (OneContext *context, const char *who, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    one_context_add_value (context, options, changes[i]);
    changed = changed || one_args_has (context->args, changes[i]);
  }
  if (!changed)
    return one_context_get (context, "GetPerson", g_variant_new ("(s)", who), error);
  return one_context_get (context, "SetPerson",
                          g_variant_new ("(s@a{sv})", who, g_variant_dict_end (options)), error);
}

/* Several people can only be given a role, and only if all of them are known. */
static gboolean
person_check_several (OneContext *context, GError **error)
{
  const GPtrArray *words = context->args->words;

  for (guint i = 1; i < G_N_ELEMENTS (changes); i++)
    if (words->len > 1 && one_args_has (context->args, changes[i])) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                   _ ("'--%s' is for one person; several can only be given a role"), changes[i]);
      return FALSE;
    }
  for (guint i = 0; words->len > 1 && i < words->len; i++) {
    g_autoptr (GVariant) known =
        one_client_get (context->client, "GetPerson",
                        g_variant_new ("(s)", one_args_word (context->args, i)), error);

    if (!known)
      return FALSE;
  }
  return TRUE;
}

/* The people of the command line, changed if that was asked for (transfer full). */
static GVariant *
person_list (OneContext *context, GError **error)
{
  g_autoptr (GVariantBuilder) people = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < context->args->words->len; i++) {
    g_autoptr (GVariant) person = person_call (context, one_args_word (context->args, i), error);

    if (!person)
      return NULL;
    g_variant_builder_add_value (people, person);
  }
  return g_variant_ref_sink (g_variant_builder_end (people));
}

gboolean
one_person_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) people = NULL;

  if (!person_check_several (context, error))
    return FALSE;
  people = person_list (context, error);
  if (!people)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "people", people, one_fields_person);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    one_person_lines_print (context, person);
  }
  return TRUE;
}
