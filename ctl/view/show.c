/* SPDX-License-Identifier: MIT */
#include "ctl/view/show.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/print/wrap.h"
#include "ctl/time/local.h"
#include "ctl/time/parse-when.h"
#include "ctl/time/seconds.h"
#include "wire/words.h"

static char *
show_format (const OneContext *context, gint64 instant, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, context->zone) : NULL;
  char *text = local ? g_date_time_format (local, format) : NULL;

  return text ? text : g_strdup ("?");
}

static int
show_count_days (const OneContext *context, gint64 instant)
{
  GDate today, day;

  one_local_get_day (context->now, context->zone, &today);
  one_local_get_day (instant, context->zone, &day);
  return g_date_valid (&today) && g_date_valid (&day) ? g_date_days_between (&today, &day) : 9999;
}

char *
one_show_date (const OneContext *context, gint64 instant)
{
  int days = show_count_days (context, instant);

  /* The year is left out within half a year. */
  return show_format (context, instant, ABS (days) < 183 ? "%a %-d %b" : "%a %-d %b %Y");
}

char *
one_show_day (const OneContext *context, gint64 instant)
{
  switch (show_count_days (context, instant)) {
  case -1:
    return g_strdup (_ ("yesterday"));
  case 0:
    return g_strdup (_ ("today"));
  case 1:
    return g_strdup (_ ("tomorrow"));
  default:
    return one_show_date (context, instant);
  }
}

char *
one_show_time (const OneContext *context, gint64 instant)
{
  return show_format (context, instant, "%H:%M");
}

char *
one_show_span (const OneContext *context, gint64 start, gint64 end)
{
  g_autofree char *from = one_show_time (context, start);
  g_autofree char *to = one_show_time (context, end);

  return g_strconcat (from, one_print_sign (context->printer, ONE_SIGN_DASH), to, NULL);
}

char *
one_show_moment (const OneContext *context, gint64 instant)
{
  g_autofree char *day = one_show_day (context, instant);
  g_autofree char *time = one_show_time (context, instant);

  return g_strdup_printf ("%s %s", day, time);
}

char *
one_show_due (const OneContext *context, const char *day)
{
  GDate date;

  if (!*day)
    return g_strdup ("");
  if (!one_parse_when_is_day (day)
      || !one_parse_when_day (day, context->now, context->zone, &date, NULL))
    return g_strdup (day);
  return one_show_day (context, one_local_begin_day (&date, context->zone) + 12 * ONE_HOUR);
}

char *
one_show_distance (const OneContext *context, gint64 start, gint64 end)
{
  gint64 left = (start - context->now + ONE_MINUTE - 1) / ONE_MINUTE;

  if (start <= context->now && context->now < end)
    return g_strdup (_ ("going on"));
  if (left <= 0 || left > 24 * 60)
    return g_strdup ("");
  if (left < 60)
    return g_strdup_printf (_ ("in %d min"), (int) left);
  if (left % 60 == 0)
    return g_strdup_printf (_ ("in %d h"), (int) left / 60);
  return g_strdup_printf (_ ("in %d h %d min"), (int) left / 60, (int) left % 60);
}

char *
one_show_path (const char *path)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && strncmp (path, home, length) == 0 && (path[length] == '/' || !path[length]))
    return g_strconcat ("~", path + length, NULL);
  return g_strdup (path);
}

void
one_show_add_note (OneContext *context, GString *notes, const char *note)
{
  if (!*note)
    return;
  if (notes->len > 0)
    g_string_append_printf (notes, " %s ", one_print_sign (context->printer, ONE_SIGN_DOT));
  g_string_append (notes, note);
}

static void
show_add_state (OneContext *context, GString *notes, const char *state)
{
  if (!g_str_equal (state, one_words_format_state (ONE_STATE_OPEN)))
    one_show_add_note (context, notes, state);
}

static void
show_entry (OneContext *context, const char *lead, GVariant *record, const char *notes)
{
  g_autofree char *id = one_wrap_fit (one_unpack_string (record, "id"),
                                      MAX (4, one_wrap_width (one_unpack_string (record, "id"))));
  g_autofree char *start = g_strdup_printf ("%s%s ", lead, id);
  g_autofree char *rest = g_strnfill (one_wrap_width (start), ' ');

  one_print_lines (context->printer, start, ONE_STYLE_PLAIN, one_unpack_string (record, "text"));
  if (*notes)
    one_print_lines (context->printer, rest,
                     one_unpack_bool (record, "overdue") ? ONE_STYLE_BAD : ONE_STYLE_DIM, notes);
}

/* "" once the day has come. */
static char *
show_format_wait (const OneContext *context, const char *on)
{
  g_autofree char *day = NULL;
  GDate date;

  if (!one_parse_when_is_day (on)
      || !one_parse_when_day (on, context->now, context->zone, &date, NULL)
      || one_local_begin_day (&date, context->zone) <= context->now)
    return g_strdup ("");
  day = one_show_due (context, on);
  return g_strdup_printf (_ ("not before %s"), day);
}

/* "to ask today 14:15"; "" for what is not to be asked, or was closed. */
static char *
show_format_ask (const OneContext *context, GVariant *point)
{
  gint64 at = one_unpack_instant (point, "ask_at");
  g_autofree char *moment = at ? one_show_moment (context, at) : NULL;

  if (!one_unpack_bool (point, "ask")
      || !g_str_equal (one_unpack_string (point, "state"), one_words_format_state (ONE_STATE_OPEN)))
    return g_strdup ("");
  return moment ? g_strdup_printf (_ ("to ask %s"), moment) : g_strdup (_ ("not asked yet"));
}

void
one_show_point (OneContext *context, const char *lead, GVariant *point, guint details)
{
  g_autofree char *wait = show_format_wait (context, one_unpack_string (point, "on"));
  g_autofree char *ask = show_format_ask (context, point);
  g_autoptr (GString) notes = g_string_new (NULL);

  if (details & ONE_SHOW_PERSON)
    one_show_add_note (context, notes, one_unpack_string (point, "person"));
  if (details & ONE_SHOW_CATEGORY)
    one_show_add_note (context, notes, one_unpack_string (point, "category"));
  one_show_add_note (context, notes, ask);
  one_show_add_note (context, notes, wait);
  if (one_unpack_bool (point, "every"))
    one_show_add_note (context, notes, _ ("each time"));
  if (one_unpack_bool (point, "main"))
    one_show_add_note (context, notes, _ ("main subject"));
  show_add_state (context, notes, one_unpack_string (point, "state"));
  show_entry (context, lead, point, notes->str);
}

void
one_show_action (OneContext *context, const char *lead, GVariant *action, guint details)
{
  gboolean theirs =
      g_str_equal (one_unpack_string (action, "owner"), one_words_format_owner (ONE_OWNER_THEM));
  gboolean open =
      g_str_equal (one_unpack_string (action, "state"), one_words_format_state (ONE_STATE_OPEN));
  guint age = open ? one_unpack_uint (action, "age_meetings") : 0;
  g_autofree char *day = one_show_due (context, one_unpack_string (action, "due"));
  g_autofree char *due = *day ? g_strdup_printf (_ ("due %s"), day) : g_strdup ("");
  g_autofree char *old =
      age > 0 ? g_strdup_printf (ngettext ("%u meeting old", "%u meetings old", age), age)
              : g_strdup ("");
  g_autoptr (GString) notes = g_string_new (NULL);

  if (details & ONE_SHOW_PERSON)
    one_show_add_note (context, notes, one_unpack_string (action, "person"));
  one_show_add_note (context, notes, theirs ? _ ("theirs") : _ ("mine"));
  one_show_add_note (context, notes, due);
  if (one_unpack_bool (action, "overdue"))
    one_show_add_note (context, notes, _ ("overdue"));
  one_show_add_note (context, notes, old);
  show_add_state (context, notes, one_unpack_string (action, "state"));
  show_entry (context, lead, action, notes->str);
}

void
one_show_meeting (OneContext *context, const char *lead, GVariant *meeting)
{
  gint64 start = one_unpack_instant (meeting, "start");
  gint64 moved = one_unpack_instant (meeting, "moved_from");
  g_autofree char *date = one_show_date (context, start);
  g_autofree char *span = one_show_span (context, start, one_unpack_instant (meeting, "end"));
  g_autofree char *from_day = moved ? one_show_date (context, moved) : NULL;
  g_autofree char *from_time = moved ? one_show_time (context, moved) : NULL;
  g_autofree char *from =
      moved ? g_strdup_printf (_ ("moved from %s %s"), from_day, from_time) : g_strdup ("");
  g_autofree char *padded = one_wrap_fit (date, MAX (10, one_wrap_width (date)));
  g_autofree char *id = one_wrap_fit (one_unpack_string (meeting, "id"), 6);
  g_autofree char *start_text = g_strdup_printf ("%s%s %s  %s  ", lead, id, padded, span);
  g_autoptr (GString) notes = g_string_new (one_unpack_string (meeting, "person"));

  one_show_add_note (context, notes, from);
  if (one_unpack_bool (meeting, "other_declined"))
    one_show_add_note (context, notes, _ ("they declined"));
  one_print_row (context->printer, start_text, ONE_STYLE_PLAIN, notes->str,
                 one_unpack_string (meeting, "state"));
}
