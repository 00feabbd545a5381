/* SPDX-License-Identifier: MIT */
#include "core/notice/agenda-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/day.h"

#define DOT " · "
#define SUBJECTS 60 /* columns of the first line */
#define SUBJECT 28  /* … and of one subject in it */
#define LINE 64     /* of another line */
#define PROMISES 2  /* lines of a review */
#define NEAR 6      /* days in which a day is told by its weekday */

static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));
  return width;
}

char *
one_agenda_lines_cut (const char *text, guint columns)
{
  const char *end = text;
  const char *word = NULL;
  guint width = 0;

  if (text_width (text) <= columns)
    return g_strdup (text);
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    width += char_width (g_utf8_get_char (p));
    if (width + 1 > columns)
      break;
    end = g_utf8_next_char (p);
    if (*end == ' ')
      word = end;
  }
  end = word ? word : end;
  while (end > text && strchr (" ,;:", end[-1]))
    end--;
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static char *
format_subject (const OneItem *item)
{
  const OnePoint *point = item->points->len > 0 ? g_ptr_array_index (item->points, 0) : NULL;

  if (item->rule == ONE_RULE_REVIEW)
    return g_strdup (_ ("Review"));
  return one_agenda_lines_cut (point ? point->text : item->title, SUBJECT);
}

char *
one_agenda_lines_format_subjects (const OneAgenda *agenda)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; agenda && i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);
    g_autofree char *subject = format_subject (item);

    if (item->rule == ONE_RULE_UPDATE && !item->main && agenda->items->len > 1)
      continue;
    if (line->len > 0
        && text_width (line->str) + strlen (" · ") + text_width (subject) > SUBJECTS) {
      g_string_append (line, " …");
      break;
    }
    g_string_append_printf (line, "%s%s", line->len > 0 ? DOT : "", subject);
  }
  return g_strdup (line->str);
}

/* ", due Fri", ", was due Thu"; "" without a day. */
static char *
format_due (const OneAgendaAction *shown, const OneView *view)
{
  GDate today = one_day_get (view->now, view->zone);
  char day[64] = "";
  gint days;

  if (!g_date_valid (&shown->action->due))
    return g_strdup ("");
  days = g_date_days_between (&today, &shown->action->due);
  if (days == 0)
    return g_strdup (_ (", due today"));
  g_date_strftime (day, sizeof day, ABS (days) <= NEAR ? "%a" : _ ("%-d %b"), &shown->action->due);
  return g_strdup_printf (days < 0 ? _ (", was due %s") : _ (", due %s"), day);
}

/* Cuts the text so that what stands before and after it stays. */
static char *
fill_line (const char *before, const char *text, const char *after)
{
  guint used = text_width (before) + text_width (after) + 2;
  g_autofree char *cut = one_agenda_lines_cut (text, used < LINE / 2 ? LINE - used : LINE / 2);

  return g_strdup_printf ("• %s%s%s", before, cut, after);
}

static char *
promise_line (const OneAgendaAction *shown, const char *name, const OneView *view)
{
  g_autofree char *due = format_due (shown, view);
  g_autofree char *theirs = g_strdup_printf (_ ("%s promised: "), name);

  if (shown->action->state != ONE_STATE_OPEN)
    return fill_line (_ ("Done: "), shown->action->text, "");
  return fill_line (shown->action->owner == ONE_OWNER_ME ? _ ("You promised: ") : theirs,
                    shown->action->text, due);
}

static char *
point_line (const OnePoint *point)
{
  return fill_line (_ ("You wanted: "), point->text, "");
}

/* The first question that fits, else the first. */
static char *
question_line (const OneItem *item)
{
  g_autofree char *title = g_strdup_printf ("%s: ", item->title);
  char *line = NULL;

  for (guint i = 0; i < item->prompts->len; i++) {
    const OnePrompt *prompt = g_ptr_array_index (item->prompts, i);
    g_autofree char *whole = g_strdup_printf ("• %s%s", title, prompt->text);

    if (text_width (whole) <= LINE) {
      g_free (line);
      return g_steal_pointer (&whole);
    }
    if (!line)
      line = fill_line (title, prompt->text, "");
  }
  return line;
}

/* How many lines are wanted below for the items that follow. */
static guint
count_after (const OneAgenda *agenda, guint from)
{
  guint count = 0;

  for (guint i = from; i < agenda->items->len; i++)
    count += ((OneItem *) g_ptr_array_index (agenda->items, i))->rule != ONE_RULE_UPDATE;
  return count;
}

/* A main subject that was named by its category says no more than that. */
static guint
count_points (const OneItem *item)
{
  const OnePoint *first = item->points->len > 0 ? g_ptr_array_index (item->points, 0) : NULL;

  return item->points->len == 1 && g_str_equal (first->text, item->title) ? 0 : item->points->len;
}

static void
lines_add_item (GPtrArray *lines, const OneReminderText *reminder_text, const OneView *view,
                guint place, guint most)
{
  const OneAgenda *agenda = reminder_text->agenda;
  const OneItem *item = g_ptr_array_index (agenda->items, place);
  const char *name = one_reminder_phrases_get_name (reminder_text, view);
  guint after = count_after (agenda, place + 1);
  guint room = most > lines->len + after ? most - lines->len - after : 1;
  guint promises = MIN (MIN (item->actions->len, PROMISES), room);
  guint points = count_points (item);
  char *question;

  for (guint i = 0; i < promises; i++)
    g_ptr_array_add (lines, promise_line (g_ptr_array_index (item->actions, i), name, view));
  for (guint i = 0; i < MIN (points, MAX (room, promises) - promises); i++)
    g_ptr_array_add (lines, point_line (g_ptr_array_index (item->points, i)));
  if (item->actions->len == 0 && points == 0 && (question = question_line (item)))
    g_ptr_array_add (lines, question);
}

GPtrArray *
one_agenda_lines_list (const OneReminderText *reminder_text, const OneView *view, guint most)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const OneAgenda *agenda = reminder_text->agenda;

  /* The brief update comes last: it matters least. */
  for (guint pass = 0; agenda && pass < 2; pass++)
    for (guint i = 0; i < agenda->items->len && lines->len < most; i++) {
      const OneItem *item = g_ptr_array_index (agenda->items, i);
      gboolean brief = item->rule == ONE_RULE_UPDATE && !item->main;

      if (brief == (pass == 1))
        lines_add_item (lines, reminder_text, view, i, most);
    }
  return lines;
}
