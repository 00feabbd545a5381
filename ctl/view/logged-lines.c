/* SPDX-License-Identifier: MIT */
#include "ctl/view/logged-lines.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"
#include "wire/words.h"

#define MOST_OPEN 5   /* lines of what is still open */
#define OLD_PROMISE 9 /* meetings after which a promise of theirs is asked about */

/* "covered wins, growth; 2 notes" */
static void
print_noted (OneContext *context, GVariant *logged)
{
  g_auto (GStrv) touched = one_unpack_strings (logged, "touched");
  g_autofree char *list = g_strjoinv (", ", touched);
  guint notes = one_unpack_uint (logged, "notes");
  g_autoptr (GString) line = g_string_new (NULL);

  if (*list)
    g_string_append_printf (line, _ ("covered %s"), list);
  if (notes > 0) {
    g_string_append (line, line->len > 0 ? "; " : "");
    g_string_append_printf (line, ngettext ("%u note", "%u notes", notes), notes);
  }
  if (line->len > 0)
    one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, line->str);
}

static void
print_closed (OneContext *context, GVariant *logged)
{
  g_autoptr (GVariant) closed = one_unpack_records (logged, "closed");

  for (gsize i = 0; i < g_variant_n_children (closed); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (closed, i);
    const char *id = one_unpack_string (point, "id");
    g_autofree char *line = g_strdup_printf (_ ("raised: %s %s (onectl reopen %s)"), id,
                                             one_unpack_string (point, "text"), id);

    one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, line);
  }
}

/* A promise of theirs that came up nine times in vain will hardly be kept. */
static gboolean
is_old_promise (GVariant *record)
{
  return g_str_equal (one_unpack_string (record, "owner"), one_words_format_owner (ONE_OWNER_THEM))
         && one_unpack_uint (record, "age_meetings") >= OLD_PROMISE;
}

static char *
format_open (GVariant *record)
{
  const char *id = one_unpack_string (record, "id");
  const char *text = one_unpack_string (record, "text");
  guint age = one_unpack_uint (record, "age_meetings");

  if (is_old_promise (record))
    return g_strdup_printf (ngettext ("still open, %u meeting old: %s %s (give it up: onectl drop "
                                      "%s; take it over: onectl edit %s --to me)",
                                      "still open, %u meetings old: %s %s (give it up: onectl drop "
                                      "%s; take it over: onectl edit %s --to me)",
                                      age),
                            age, id, text, id, id);
  return g_strdup_printf (_ ("still open: %s %s (onectl done %s)"), id, text, id);
}

/* Prints no more than are left of `room`, and answers how many there are. */
static gsize
print_open (OneContext *context, GVariant *records, gsize room)
{
  gsize n = g_variant_n_children (records);

  for (gsize i = 0; i < MIN (n, room); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
    g_autofree char *line = format_open (record);

    one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, line);
  }
  return n;
}

static void
print_all_open (OneContext *context, GVariant *logged)
{
  g_autoptr (GVariant) points = one_unpack_records (logged, "open_points");
  g_autoptr (GVariant) actions = one_unpack_records (logged, "open_actions");
  gsize n = print_open (context, points, MOST_OPEN);
  g_autofree char *more = NULL;

  n += print_open (context, actions, n < MOST_OPEN ? MOST_OPEN - n : 0);
  if (n <= MOST_OPEN)
    return;
  more = g_strdup_printf (ngettext ("and %u more: onectl points, onectl actions",
                                    "and %u more: onectl points, onectl actions", n - MOST_OPEN),
                          (guint) n - MOST_OPEN);
  one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, more);
}

static void
print_next (OneContext *context, GVariant *logged)
{
  gint64 next = one_unpack_instant (logged, "next");
  g_auto (GStrv) titles = one_unpack_strings (logged, "next_items");
  g_autofree char *list = g_strjoinv (", ", titles);
  g_autofree char *day = next ? one_show_day (context, next) : NULL;
  g_autofree char *line = NULL;

  if (!next || !*list)
    return;
  line = g_strdup_printf (_ ("next time, %s: %s"), day, list);
  one_print_lines (context->printer, "  ", ONE_STYLE_DIM, line);
}

void
one_logged_lines_print (OneContext *context, GVariant *logged)
{
  one_show_meeting (context, "", logged);
  print_noted (context, logged);
  print_closed (context, logged);
  print_all_open (context, logged);
  print_next (context, logged);
}
