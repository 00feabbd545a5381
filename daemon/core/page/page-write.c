/* SPDX-License-Identifier: MIT */
#include "core/page/page-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/agenda/reason.h"
#include "model/base/day.h"

/* Characters that Markdown, or an editor's extension of it, interprets anywhere in a line. */
#define SPECIAL "\\`*_[]<>#|~&$^=%"

static char *
instant_format (gint64 at, GTimeZone *zone, const char *format)
{
  g_autoptr (GDateTime) local = one_day_get_time (at, zone);

  return local ? g_date_time_format (local, format) : g_strdup ("");
}

/* Escapes further characters at the beginning, where they start a list, a heading or a rule. */
static void
page_add_text (GString *page, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (text[0] && strchr ("-+@", text[0]))
    g_string_append_c (page, '\\');
  for (const char *p = text; *p; p++) {
    gboolean numbered = digits > 0 && p == text + digits && (*p == '.' || *p == ')');

    if (strchr (SPECIAL, *p) || numbered)
      g_string_append_c (page, '\\');
    g_string_append_c (page, *p == '\n' ? ' ' : *p);
  }
}

/* The name of the other person in actions: the first name if it is a plain word, else "them". */
static char *
person_format_handle (const char *person)
{
  g_autofree char *first = g_strndup (person, strcspn (person, " "));
  g_autofree char *lower = g_utf8_strdown (first, -1);

  for (const char *p = lower; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && *p != '-')
      return g_strdup ("them");
  if (lower[0] == '\0' || g_str_equal (lower, "me"))
    return g_strdup ("them");
  return g_steal_pointer (&lower);
}

static void
page_add_head (GString *page, const OneAgenda *agenda, const char *person, GTimeZone *zone)
{
  const OneMeeting *meeting = agenda->meeting;
  g_autofree char *day = instant_format (meeting->start, zone, "%A, %Y-%m-%d");
  g_autofree char *start = instant_format (meeting->start, zone, "%H:%M");
  g_autofree char *end = instant_format (meeting->end, zone, "%H:%M");
  g_autoptr (GString) name = g_string_new (NULL);

  page_add_text (name, person);
  g_string_append (page, "# ");
  g_string_append_printf (page, _ ("One-on-one with %s"), name->str);
  g_string_append_printf (page, "\n\n%s, %s–%s", day, start, end);
  g_string_append_printf (page, _ (" (%d min)"),
                          (gint) (MAX (meeting->end - meeting->start, 0) / 60));
  g_string_append_printf (page, " #m%" G_GINT64_FORMAT "\n", meeting->id);
  if (agenda->note[0]) {
    g_string_append (page, "\n> ");
    page_add_text (page, agenda->note);
    g_string_append_c (page, '\n');
  }
}

static void
page_add_point (GString *page, const char *indent, const OnePoint *point)
{
  g_string_append_printf (page, "%s- [ ] ", indent);
  page_add_text (page, point->text);
  g_string_append_printf (page, " #p%" G_GINT64_FORMAT "\n", point->id);
}

static void
page_add_due (GString *page, const OneAgendaAction *shown)
{
  char due[sizeof "2026-11-23" + 8] = "";
  g_autofree char *age = one_reason_format_age (shown->age_meetings);

  if (g_date_valid (&shown->action->due)
      && g_date_strftime (due, sizeof due, "%Y-%m-%d", &shown->action->due))
    g_string_append_printf (page, " (due %s)", due);
  if (shown->overdue)
    g_string_append_printf (page, " · %s", _ ("overdue"));
  if (shown->age_meetings > 0 && shown->action->state == ONE_STATE_OPEN)
    g_string_append_printf (page, " · %s", age);
}

static void
page_add_action (GString *page, const OneAgendaAction *shown, const char *handle)
{
  const OneAction *action = shown->action;

  g_string_append_printf (page, "  - [%c] @%s ", action->state == ONE_STATE_OPEN ? ' ' : 'x',
                          action->owner == ONE_OWNER_ME ? "me" : handle);
  page_add_text (page, action->text);
  page_add_due (page, shown);
  g_string_append_printf (page, " #a%" G_GINT64_FORMAT "\n", action->id);
}

static void
page_add_item (GString *page, const OneItem *item, const char *handle)
{
  g_string_append (page, "- [ ] **");
  page_add_text (page, item->title);
  g_string_append_printf (page, _ ("** · %u min"), item->minutes);
  g_string_append_printf (page, " #%s\n", item->category);
  for (guint i = 0; i < item->prompts->len; i++) {
    const OnePrompt *prompt = g_ptr_array_index (item->prompts, i);

    g_string_append (page, "  > - ");
    page_add_text (page, prompt->text);
    g_string_append_c (page, '\n');
  }
  for (guint i = 0; i < item->points->len; i++)
    page_add_point (page, "  ", g_ptr_array_index (item->points, i));
  for (guint i = 0; i < item->actions->len; i++)
    page_add_action (page, g_ptr_array_index (item->actions, i), handle);
}

char *
one_page_write (const OneAgenda *agenda, const char *person, GTimeZone *zone)
{
  GString *page = g_string_new (NULL);
  g_autofree char *handle = person_format_handle (person);

  page_add_head (page, agenda, person, zone);
  g_string_append_printf (page, "\n## %s\n\n> %s\n\n", _ ("Agenda"),
                          _ ("[x] before the meeting: prepared · [x] from its start on: talked "
                             "about · [X]: what was prepared was talked about"));
  for (guint i = 0; i < agenda->items->len; i++)
    page_add_item (page, g_ptr_array_index (agenda->items, i), handle);
  if (agenda->parked->len > 0)
    g_string_append_printf (page, "\n## %s\n\n", _ ("Parked"));
  for (guint i = 0; i < agenda->parked->len; i++)
    page_add_point (page, "", g_ptr_array_index (agenda->parked, i));
  g_string_append_printf (page, "\n## %s\n\n", _ ("Notes"));
  return g_string_free (page, FALSE);
}

char *
one_page_write_name (const OneMeeting *meeting, GTimeZone *zone)
{
  return instant_format (meeting->start, zone, "%Y-%m-%d");
}
