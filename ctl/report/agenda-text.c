/* SPDX-License-Identifier: MIT */
#include "ctl/report/agenda-text.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "wire/words.h"

static void
add_prompts (GString *text, GVariant *item)
{
  g_autoptr (GVariant) prompts = one_unpack_records (item, "prompts");

  for (gsize i = 0; i < g_variant_n_children (prompts); i++) {
    g_autoptr (GVariant) prompt = g_variant_get_child_value (prompts, i);

    g_string_append_printf (text, "- %s\n", one_unpack_string (prompt, "text"));
  }
}

static void
add_points (GString *text, GVariant *item)
{
  g_autoptr (GVariant) points = one_unpack_records (item, "points");

  for (gsize i = 0; i < g_variant_n_children (points); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (points, i);

    g_string_append_printf (text, "- %s #%s\n", one_unpack_string (point, "text"),
                            one_unpack_string (point, "id"));
  }
}

/* "- @me send the figures (due 2026-11-27) #a12", as on a page. */
static void
add_actions (GString *text, GVariant *item)
{
  g_autoptr (GVariant) actions = one_unpack_records (item, "actions");

  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);
    const char *due = one_unpack_string (action, "due");

    g_string_append_printf (text, "- @%s %s", one_unpack_string (action, "owner"),
                            one_unpack_string (action, "text"));
    if (*due)
      g_string_append_printf (text, " (due %s)", due);
    g_string_append_printf (text, " #%s\n", one_unpack_string (action, "id"));
  }
}

char *
one_agenda_text_format (GVariant *agenda)
{
  g_autoptr (GVariant) items = one_unpack_records (agenda, "items");
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (items); i++) {
    g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

    g_string_append_printf (text, "%" G_GSIZE_FORMAT ". %s (", i + 1,
                            one_unpack_string (item, "title"));
    g_string_append_printf (text, _ ("%u min"), one_unpack_uint (item, "minutes"));
    g_string_append (text, ")\n");
    add_actions (text, item);
    add_points (text, item);
    add_prompts (text, item);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the category was on the agenda of the meeting, as its history says. */
static gboolean
was_proposed (GVariant *category, const char *meeting)
{
  g_autoptr (GVariant) history = one_unpack_records (category, "history");

  for (gsize i = 0; i < g_variant_n_children (history); i++) {
    g_autoptr (GVariant) cell = g_variant_get_child_value (history, i);

    if (g_str_equal (one_unpack_string (cell, "meeting"), meeting))
      return one_unpack_bool (cell, "proposed");
  }
  return FALSE;
}

/* A category that the catalogue has no more goes by its id. */
static const char *
find_title (GVariant *categories, const char *id)
{
  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    if (g_str_equal (one_unpack_string (category, "category"), id))
      return one_unpack_string (category, "title");
  }
  return id;
}

static void
add_titles (GString *text, const char *format, GPtrArray *titles)
{
  g_autofree char *list = NULL;

  if (titles->len == 0)
    return;
  g_ptr_array_add (titles, NULL);
  list = g_strjoinv ("\n- ", (char **) titles->pdata);
  g_string_append_printf (text, "%s\n- %s\n", format, list);
}

char *
one_agenda_text_format_past (GVariant *meeting, GVariant *categories)
{
  g_auto (GStrv) touched = one_unpack_strings (meeting, "touched");
  g_autoptr (GPtrArray) proposed = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    if (was_proposed (category, one_unpack_string (meeting, "id")))
      g_ptr_array_add (proposed, (char *) one_unpack_string (category, "title"));
  }
  for (guint i = 0; touched[i]; i++)
    g_ptr_array_add (titles, (char *) find_title (categories, touched[i]));
  add_titles (text, _ ("On the agenda:"), proposed);
  add_titles (text, _ ("Talked about:"), titles);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
