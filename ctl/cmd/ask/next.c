/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/sanitize.h"
#include "ctl/bus/unpack.h"
#include "ctl/follow.h"
#include "ctl/view/next-format.h"
#include "ctl/view/next-line.h"
#include "ctl/view/show.h"
#include "wire/error.h"

static char *
next_format_tooltip (OneContext *context, GVariant *next)
{
  gint64 start = one_unpack_instant (next, "start");
  g_autofree char *date = one_show_date (context, start);
  g_autofree char *span = one_show_span (context, start, one_unpack_instant (next, "end"));
  g_autofree char *person = one_sanitize_markup (one_unpack_string (next, "person"));
  g_autofree char *place = one_sanitize_markup (one_unpack_string (next, "location"));
  g_autofree char *others = one_next_line_format_also (context, next);
  g_autofree char *named = one_sanitize_markup (others);
  g_auto (GStrv) items = one_unpack_strings (next, "items");
  g_autoptr (GString) tooltip = g_string_new (NULL);

  g_string_append_printf (tooltip, "%s\n%s %s", person, date, span);
  if (*place)
    g_string_append_printf (tooltip, "\n%s", place);
  if (*named) {
    g_string_append_c (tooltip, '\n');
    g_string_append_printf (tooltip, _ ("also %s"), named);
  }
  for (guint i = 0; items[i]; i++) {
    g_autofree char *item = one_sanitize_markup (items[i]);

    g_string_append_printf (tooltip, "\n• %s", item);
  }
  return g_string_free (g_steal_pointer (&tooltip), FALSE);
}

/* "09:30 Ada", with the day if it is not today, and the minutes in the last ten. */
static char *
next_format_short (OneContext *context, GVariant *next)
{
  gint64 start = one_unpack_instant (next, "start");
  g_autofree char *person = one_sanitize_markup (one_unpack_string (next, "person"));
  g_autofree char *day = one_show_day (context, start);
  g_autofree char *date = one_show_date (context, start);
  g_autofree char *time = one_show_time (context, start);
  g_autofree char *others = one_next_line_format_also (context, next);
  g_autofree char *also = one_sanitize_markup (others);
  g_autofree char *left = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!g_str_equal (day, _ ("today")))
    g_string_append_printf (text, "%s ", date);
  g_string_append_printf (text, "%s %s", time, person);
  if (*also)
    g_string_append_printf (text, ", %s", also);
  if (one_args_has (context->args, "follow") && start > context->now)
    left = one_next_line_format_left (context, next);
  if (left && *left)
    g_string_append_printf (text, " · %s", left);
  return g_strdup (text->str);
}

/* Status bars render Pango markup in both texts, and hide a record whose text is empty. */
static void
next_print_bar (OneContext *context, GVariant *next)
{
  const char *state = one_next_line_get_state (context, next);
  gboolean none = one_unpack_is_empty (next);
  g_autofree char *text = none ? g_strdup ("") : next_format_short (context, next);
  g_autofree char *tooltip =
      none ? g_strdup (_ ("no one-on-one is planned")) : next_format_tooltip (context, next);
  const char *record[] = { "text", text, "tooltip", tooltip, "class", state, "alt", state, NULL };

  one_json_print_texts (record, context->printer->out);
}

static void
next_print_json (OneContext *context, GVariant *next)
{
  g_autoptr (OneJson) json = one_json_new (context->zone);
  g_autoptr (GVariant) overlaps = one_unpack_records (next, "overlaps");
  g_auto (GStrv) items = one_unpack_strings (next, "items");

  one_json_add_record (json, "next", next, one_fields_meeting);
  one_json_add_texts (json, "items", (const char *const *) items);
  one_json_add_records (json, "overlaps", overlaps, one_fields_meeting);
  one_json_print (json, one_args_has (context->args, "follow"), context->printer->out);
}

static void
next_print_text (OneContext *context, GVariant *next)
{
  const char *format = one_args_get (context->args, "format");
  const char *kind = one_args_get (context->args, "escape");
  OneEscape escape = ONE_ESCAPE_NONE;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (kind)
    one_escape_parse (kind, &escape);
  text = format && !one_unpack_is_empty (next)
             ? one_next_format_apply (context, format, escape, next)
             : one_next_line_format (context, next, escape);
  line = one_escape_wrap (escape, text, one_next_line_get_state (context, next));
  one_print_add (context->printer, ONE_STYLE_PLAIN, line);
  one_print_end (context->printer);
}

static void
next_print (OneContext *context, GVariant *next)
{
  if (one_args_has (context->args, "waybar"))
    next_print_bar (context, next);
  else if (one_context_is_json (context))
    next_print_json (context, next);
  else
    next_print_text (context, next);
}

static gboolean
next_check (OneContext *context, GError **error)
{
  const char *format = one_args_get (context->args, "format");
  const char *kind = one_args_get (context->args, "escape");
  gboolean record = one_args_has (context->args, "waybar") || one_context_is_json (context);
  OneEscape escape;

  if (record && (format || kind)) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("'--format' and '--escape' are for text: leave '--waybar' and '--json' "
                            "out"));
    return FALSE;
  }
  if (kind && !one_escape_parse (kind, &escape)) {
    g_autofree char *kinds = g_strjoinv (", ", (char **) one_escape_names + 1);

    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("no kind of bar '%s': %s"), kind, kinds);
    return FALSE;
  }
  return !format || one_next_format_check (format, error);
}

gboolean
one_next_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) next = NULL;

  if (!next_check (context, error))
    return FALSE;
  if (one_args_has (context->args, "follow"))
    return one_follow_run (context, next_print, error);
  next = one_context_get_next (context, error);
  if (!next)
    return FALSE;
  next_print (context, next);
  return TRUE;
}
