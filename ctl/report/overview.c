/* SPDX-License-Identifier: MIT */
#include "ctl/report/overview.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/report/html.h"
#include "ctl/report/outcome.h"
#include "ctl/time/local.h"
#include "wire/words.h"

#define CLASHES_MAX 50 /* pairs of meetings that are shown */

typedef struct {
  double score; /* of the worst of them */
  char *line;   /* (owned) "Ada: Wins, Challenges" */
} Neglected;

typedef struct {
  gint64 start, end;
  char *person; /* (owned) */
} Planned;

static void
neglected_free (Neglected *neglected)
{
  g_free (neglected->line);
  g_free (neglected);
}

static void
planned_free (Planned *planned)
{
  g_free (planned->person);
  g_free (planned);
}

static void
overview_add_list (GString *html, const char *title, GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  one_html_add_element (html, "h3", NULL, title);
  g_string_append (html, "\n<ul>\n");
  for (guint i = 0; i < lines->len; i++) {
    one_html_add_element (html, "li", NULL, lines->pdata[i]);
    g_string_append_c (html, '\n');
  }
  g_string_append (html, "</ul>\n");
}

/* NULL if nothing is overdue. */
static Neglected *
neglected_new (GVariant *person)
{
  g_autoptr (GVariant) categories = one_unpack_records (person, "categories");
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  Neglected *neglected;
  double most = 0;

  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    if (!g_str_equal (one_unpack_string (category, "state"),
                      one_words_format_neglect (ONE_NEGLECT_OVERDUE)))
      continue;
    most = MAX (most, one_unpack_double (category, "score"));
    g_ptr_array_add (titles, g_strdup (one_unpack_string (category, "title")));
  }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  list = g_strjoinv (", ", (char **) titles->pdata);
  neglected = g_new0 (Neglected, 1);
  neglected->score = most;
  neglected->line = g_strdup_printf ("%s: %s", one_unpack_string (person, "person"), list);
  return neglected;
}

static int
compare_neglected (gconstpointer a, gconstpointer b)
{
  const Neglected *first = *(Neglected *const *) a;
  const Neglected *second = *(Neglected *const *) b;

  return (first->score < second->score) - (first->score > second->score);
}

/* The worst first. (transfer full) of char* */
static GPtrArray *
list_neglected (GVariant *people)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) neglected_free);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);
    Neglected *neglected = neglected_new (person);

    if (neglected)
      g_ptr_array_add (found, neglected);
  }
  g_ptr_array_sort (found, compare_neglected);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (lines, g_strdup (((Neglected *) found->pdata[i])->line));
  return lines;
}

static char *
format_late (GVariant *action, const char *person)
{
  const char *text = one_unpack_string (action, "text");
  const char *due = one_unpack_string (action, "due");

  if (g_str_equal (one_unpack_string (action, "owner"), one_words_format_owner (ONE_OWNER_ME)))
    return g_strdup_printf (_ ("to %s: %s (due %s)"), person, text, due);
  return g_strdup_printf (_ ("from %s: %s (due %s)"), person, text, due);
}

static void
late_add (GPtrArray *lines, GVariant *person, const OneReportSpan *span)
{
  g_autoptr (GVariant) actions = one_unpack_records (person, "actions");
  const char *name = one_unpack_string (person, "person");

  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);

    if (one_outcome_get (action, span->zone) == ONE_OUTCOME_BROKEN)
      g_ptr_array_add (lines, format_late (action, name));
  }
}

/* Adds a line if the last meeting is long ago. A report of less time than that cannot say so. */
static void
missed_add (GPtrArray *lines, GVariant *person, const OneReportSpan *span)
{
  g_autoptr (GVariant) meetings = one_unpack_records (person, "meetings");
  g_autofree char *last = NULL;
  g_autofree char *next = NULL;
  gint64 held = 0, planned = 0;

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);
    const char *state = one_unpack_string (meeting, "state");
    gint64 start = one_unpack_instant (meeting, "start");

    if (g_str_equal (state, one_words_format_meeting_state (ONE_MEETING_HELD)))
      held = MAX (held, start);
    else if (g_str_equal (state, one_words_format_meeting_state (ONE_MEETING_PLANNED))
             && planned == 0 && start > span->now)
      planned = start;
  }
  if (MAX (held, span->since) > span->now - ONE_OVERVIEW_LONG)
    return;
  last = held ? one_local_format_day (held, span->zone) : g_strdup (_ ("not in this report"));
  next = planned ? one_local_format_day (planned, span->zone) : g_strdup (_ ("none planned"));
  g_ptr_array_add (lines, g_strdup_printf (_ ("%s: last %s, next %s"),
                                           one_unpack_string (person, "person"), last, next));
}

static void
planned_add (GPtrArray *all, GVariant *person, gint64 now)
{
  g_autoptr (GVariant) meetings = one_unpack_records (person, "meetings");

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);
    Planned *planned;

    if (one_unpack_instant (meeting, "end") <= now || one_unpack_bool (meeting, "other_declined")
        || !g_str_equal (one_unpack_string (meeting, "state"),
                         one_words_format_meeting_state (ONE_MEETING_PLANNED)))
      continue;
    planned = g_new0 (Planned, 1);
    planned->start = one_unpack_instant (meeting, "start");
    planned->end = one_unpack_instant (meeting, "end");
    planned->person = g_strdup (one_unpack_string (person, "person"));
    g_ptr_array_add (all, planned);
  }
}

static int
compare_planned (gconstpointer a, gconstpointer b)
{
  const Planned *first = *(Planned *const *) a;
  const Planned *second = *(Planned *const *) b;

  return (first->start > second->start) - (first->start < second->start);
}

static char *
format_clash (const Planned *first, const Planned *second, GTimeZone *zone)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (second->start);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (instant, zone);
  g_autofree char *when = g_date_time_format (local, "%Y-%m-%d %H:%M");

  return g_strdup_printf (_ ("%s: %s and %s"), when, first->person, second->person);
}

/* (transfer full) of char*, by time. */
static GPtrArray *
list_clashes (GVariant *people, const OneReportSpan *span)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) planned_free);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    planned_add (all, person, span->now);
  }
  g_ptr_array_sort (all, compare_planned);
  for (guint i = 0; i < all->len && lines->len < CLASHES_MAX; i++) {
    const Planned *first = all->pdata[i];

    for (guint j = i + 1; j < all->len && lines->len < CLASHES_MAX; j++) {
      const Planned *second = all->pdata[j];

      if (second->start >= first->end)
        break;
      g_ptr_array_add (lines, format_clash (first, second, span->zone));
    }
  }
  return lines;
}

void
one_overview_add (GString *html, GVariant *people, const OneReportSpan *span)
{
  g_autoptr (GPtrArray) neglected = list_neglected (people);
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) clashes = list_clashes (people, span);

  if (g_variant_n_children (people) < 2)
    return;
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    late_add (late, person, span);
    missed_add (missed, person, span);
  }
  g_string_append (html, "<section>\n");
  one_html_add_element (html, "h2", NULL, _ ("Overview"));
  g_string_append_c (html, '\n');
  if (neglected->len + late->len + missed->len + clashes->len == 0)
    one_html_add_element (html, "p", "none", _ ("Nothing is overdue, late or at one time."));
  overview_add_list (html, _ ("Overdue subjects"), neglected);
  overview_add_list (html, _ ("Late promises"), late);
  overview_add_list (html, _ ("Not met for four weeks"), missed);
  overview_add_list (html, _ ("At one time"), clashes);
  g_string_append (html, "</section>\n");
}
