/* SPDX-License-Identifier: MIT */
#include "ctl/health/who.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/health/title-hint.h"
#include "ctl/find-series.h"

/* (transfer full) NULL for somebody who is not in the list. */
static GVariant *
who_find (GVariant *people, const char *name)
{
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    if (g_str_equal (one_unpack_string (person, "name"), name))
      return g_steal_pointer (&person);
  }
  return NULL;
}

/* Somebody with an address is a person, whatever the title says. */
static gboolean
who_has_address (GVariant *person)
{
  g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");

  return addresses[0] != NULL;
}

/* Prints a ground, and the command for it. */
static void
who_print_offer (OneContext *context, const char *ground, const char *command)
{
  one_print_lines (context->printer, "?   ", ONE_STYLE_PLAIN, ground);
  one_print_lines (context->printer, "    ", ONE_STYLE_PLAIN, command);
}

static void
who_print_ghost (OneContext *context, const char *title, const char *name)
{
  g_autofree char *quoted = g_shell_quote (title);
  g_autofree char *ground =
      g_strdup_printf (_ ("is %s a person? oned has the name from the title '%s'"), name, title);
  g_autofree char *command = g_strdup_printf ("onectl ignore %s", quoted);

  who_print_offer (context, ground, command);
}

static void
who_print_role (OneContext *context, const char *title, const char *name, OneRole role)
{
  const char *word = one_words_format_role (role);
  g_autofree char *quoted = g_shell_quote (name);
  g_autofree char *ground =
      g_strdup_printf (_ ("is %s your %s? '%s' sounds so"), name, word, title);
  g_autofree char *command = g_strdup_printf ("onectl person %s --role %s", quoted, word);

  who_print_offer (context, ground, command);
}

/* Each person is asked about once, by the first series that tells something. */
static void
who_print_event (OneContext *context, GVariant *people, GVariant *event, GHashTable *asked)
{
  const char *title = one_unpack_string (event, "summary");
  const char *name = one_unpack_string (event, "person");
  g_autoptr (GVariant) person = who_find (people, name);
  const char *now = person ? one_unpack_string (person, "role") : "";
  OneRole role;

  if (!person || g_hash_table_contains (asked, name))
    return;
  if (!who_has_address (person) && one_title_hint_is_ghost (title))
    who_print_ghost (context, title, name);
  else if (one_title_hint_role (title, &role) && !g_str_equal (one_words_format_role (role), now))
    who_print_role (context, title, name, role);
  else
    return;
  g_hash_table_add (asked, g_strdup (name));
}

void
one_who_print (OneContext *context)
{
  g_autoptr (GVariant) people =
      one_client_list (context->client, "ListPeople", g_variant_new ("()"), NULL);
  g_autoptr (GVariant) events = people ? one_find_series_get_all (context, NULL) : NULL;
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!events || one_unpack_is_empty (people))
    return;
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_BOLD,
                   _ ("Who is what? 'onectl person WHO… --role R' says it, of several at once"));
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    one_print_row (context->printer, "    ", ONE_STYLE_PLAIN, one_unpack_string (person, "name"),
                   one_unpack_string (person, "role"));
  }
  for (gsize i = 0; i < g_variant_n_children (events); i++) {
    g_autoptr (GVariant) event = g_variant_get_child_value (events, i);

    who_print_event (context, people, event, asked);
  }
}
