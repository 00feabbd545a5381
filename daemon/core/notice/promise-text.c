/* SPDX-License-Identifier: MIT */
#include "core/notice/promise-text.h"

#include <glib/gi18n-lib.h>
#include "core/notice/agenda-lines.h"
#include "model/base/day.h"
#include "model/morning.h"

#define LINE 64   /* columns of one of several */
#define DUE 12    /* … of them for the day it is due */
#define NAME 24   /* … and of the name in it */
#define ALONE 240 /* of a single one, which may fill some lines */

/* "Sat": it is told ahead of quiet days only, so it is of this week. (transfer full) */
static char *
format_weekday (const GDate *day)
{
  char text[64] = "";

  g_date_strftime (text, sizeof text, "%a", day);
  return g_strdup (text);
}

/* Whether it is due on a later day than that on which it is told. */
static gboolean
is_later (const OnePromiseText *promise, const GDate *day)
{
  return g_date_compare (&promise->action->due, day) > 0;
}

/* They come by the day they are due. */
static char *
summary_new (const OnePromiseText *promises, guint n, const GDate *day, const OneView *view)
{
  const OnePromiseText *last = &promises[n - 1];
  g_autofree char *weekday = format_weekday (&last->action->due);

  if (n == 1 && !view->hidden)
    return is_later (last, day)
               ? g_strdup_printf (_ ("Promised to %s, due %s"), last->name, weekday)
               : g_strdup_printf (_ ("Promised to %s, due today"), last->name);
  if (is_later (last, day))
    return g_strdup_printf (ngettext ("%u promise is due by %s", "%u promises are due by %s", n), n,
                            weekday);
  return g_strdup_printf (ngettext ("%u promise is due today", "%u promises are due today", n), n);
}

/* A promise that is due later says so, behind the text that is cut for it. */
static char *
promise_line (const OnePromiseText *promise, const GDate *day)
{
  g_autofree char *name = one_agenda_lines_cut (promise->name, NAME);
  g_autofree char *line = g_strdup_printf ("• %s: %s", name, promise->action->text);
  g_autofree char *weekday = format_weekday (&promise->action->due);
  g_autofree char *due =
      is_later (promise, day) ? g_strdup_printf (_ (", due %s"), weekday) : g_strdup ("");
  g_autofree char *cut = one_agenda_lines_cut (line, *due ? LINE - DUE : LINE);

  return g_strconcat (cut, due, NULL);
}

static char *
body_new (const OnePromiseText *promises, guint n, const GDate *day, const OneView *view)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (view->hidden)
    return g_strdup (_ ("Names and subjects are hidden."));
  if (n == 1)
    return one_agenda_lines_cut (promises[0].action->text, ALONE);
  for (guint i = 0; i < MIN (n, ONE_PROMISE_TEXT_LINES); i++) {
    g_autofree char *line = promise_line (&promises[i], day);

    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
  }
  if (n > ONE_PROMISE_TEXT_LINES) {
    guint more = n - ONE_PROMISE_TEXT_LINES;

    g_string_append_c (lines, '\n');
    g_string_append_printf (lines, ngettext ("and %u more", "and %u more", more), more);
  }
  return g_strdup (lines->str);
}

OneNotice *
one_promise_text_compose (const OnePromiseText *promises, guint n, const GDate *day,
                          gboolean can_open, const OneView *view)
{
  OneNotice *notice = one_notice_new (one_morning_get_number (day), ONE_STAGE_PREP);
  g_autofree char *date = one_day_format (day);

  g_free (notice->tag);
  notice->tag = g_strdup_printf ("oned-promises-%s", date);
  g_free (notice->summary);
  notice->summary = summary_new (promises, n, day, view);
  g_free (notice->body);
  notice->body = body_new (promises, n, day, view);
  g_free (notice->commands);
  notice->commands =
      n == 1 ? g_strdup_printf ("onectl done a%" G_GINT64_FORMAT, promises[0].action->id)
             : g_strdup ("onectl actions");
  if (can_open)
    notice->buttons |= 1u << ONE_BUTTON_AGENDA;
  if (n == 1 && !view->hidden)
    notice->buttons |= 1u << ONE_BUTTON_DONE;
  return notice;
}

guint32
one_promise_text_get_look (const OneNotice *notice)
{
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s\n%u", notice->summary, notice->body,
                                          notice->commands, notice->buttons);
  guint32 look = g_str_hash (all);

  return look != 0 ? look : 1;
}
