/* SPDX-License-Identifier: MIT */
#include "ctl/report/report-html.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/report/heat.h"
#include "ctl/report/html.h"
#include "ctl/report/outcome.h"
#include "ctl/report/overview.h"
#include "ctl/time/local.h"
#include "wire/words.h"

/* The policy forbids to load anything, whatever a note may hold. */
static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
    "content=\"no-referrer\">\n";

static const char style[] =
    "<style>\n"
    ":root{--ink:#1d2329;--soft:#5b6670;--line:#d5dade;--paper:#fff;--fill:#1f6f8b;--bad:#a8321e}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#9aa5ae;"
    "--line:#3a434b;--paper:#15191d;--fill:#5bb8d6;--bad:#ff8f78}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:62rem;background:var(--paper);"
    "color:var(--ink);font:1rem/1.5 system-ui,sans-serif}\n"
    "h1{font-size:1.7rem;margin:0}h2{font-size:1.35rem;margin:0}h3{font-size:1.05rem;"
    "margin:1.75rem 0 .5rem}h4{font-size:1rem;margin:1.25rem 0 .25rem}\n"
    "header p,.role,.about,figcaption,.none{color:var(--soft)}header p,h2+p{margin:.1rem 0 0}\n"
    "section{margin-top:2.5rem;padding-top:1.5rem;border-top:2px solid var(--line)}\n"
    "dl{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0}dl div{display:flex;"
    "flex-direction:column-reverse}dt{font-size:.85rem;color:var(--soft)}dd{margin:0;"
    "font-size:1.5rem;font-variant-numeric:tabular-nums}\n"
    "figure{margin:0;overflow-x:auto}figcaption{font-size:.85rem}svg{display:block;max-width:100%;"
    "height:auto;min-width:34rem}svg text{fill:var(--ink);font-size:12px}svg .day,svg .state"
    "{fill:var(--soft);font-size:11px}svg .last{text-anchor:end}svg .overdue{fill:var(--bad);"
    "font-weight:600}.touched{fill:var(--fill)}.proposed{fill:none;stroke:var(--fill);"
    "stroke-width:1.5}.nothing{fill:var(--soft)}\n"
    "table{border-collapse:collapse;width:100%;margin-top:1rem}th,td{text-align:left;vertical-"
    "align:top;"
    "padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line)}th{font-size:.85rem;"
    "font-weight:600;color:var(--soft)}td.when{white-space:nowrap}td.broken,td.late"
    "{color:var(--bad);font-weight:600}\n"
    ".about{margin:0}.note{white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0 .75rem}"
    ".note b{display:block;font-size:.85rem;color:var(--soft)}\n"
    "@media print{body{padding:0;max-width:none;font-size:10pt}section{break-before:page}"
    "section:first-of-type{break-before:auto}figure{overflow:visible}svg{min-width:0}"
    "h2,h3,h4{break-after:avoid}tr,figure,.note{break-inside:avoid}}\n"
    "</style>\n";

static void
report_add_meetings (GString *html, GVariant *meetings)
{
  OneOutcomeMeetings counts = one_outcome_count_meetings (meetings);

  one_html_add_element (html, "h3", NULL, _ ("Meetings"));
  g_string_append (html, "\n<dl>\n");
  one_html_add_count (html, _ ("held"), counts.held);
  one_html_add_count (html, _ ("skipped"), counts.skipped);
  one_html_add_count (html, _ ("called off"), counts.called_off);
  one_html_add_count (html, _ ("moved"), counts.moved);
  one_html_add_count (html, _ ("planned"), counts.planned);
  g_string_append (html, "</dl>\n");
}

static const char *const outcomes[] = { N_ ("open"), N_ ("kept"), N_ ("kept late"), N_ ("overdue"),
                                        N_ ("dropped") };

static const char *
outcome_style (OneOutcome outcome)
{
  if (outcome == ONE_OUTCOME_LATE)
    return "late";
  return outcome == ONE_OUTCOME_BROKEN ? "broken" : NULL;
}

static void
report_add_promise (GString *html, GVariant *action, OneOutcome outcome)
{
  const char *owner = one_unpack_string (action, "owner");
  gboolean mine = g_str_equal (owner, one_words_format_owner (ONE_OWNER_ME));

  g_string_append (html, "<tr>");
  one_html_add_element (html, "td", NULL, mine ? _ ("I") : one_unpack_string (action, "person"));
  one_html_add_element (html, "td", NULL, one_unpack_string (action, "text"));
  one_html_add_element (html, "td", "when", one_unpack_string (action, "due"));
  one_html_add_element (html, "td", outcome_style (outcome), _ (outcomes[outcome]));
  g_string_append (html, "</tr>\n");
}

static void
report_add_promises (GString *html, GVariant *actions, GTimeZone *zone)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  guint counts[ONE_N_OUTCOMES] = { 0 };

  if (one_unpack_is_empty (actions))
    return;
  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);
    OneOutcome outcome = one_outcome_get (action, zone);

    counts[outcome]++;
    report_add_promise (rows, action, outcome);
  }
  one_html_add_element (html, "h3", NULL, _ ("Promises"));
  g_string_append (html, "\n<dl>\n");
  for (guint i = 0; i < ONE_N_OUTCOMES; i++)
    one_html_add_count (html, _ (outcomes[i]), counts[i]);
  g_string_append (html, "</dl>\n<table>\n<tr>");
  one_html_add_element (html, "th", NULL, _ ("who"));
  one_html_add_element (html, "th", NULL, _ ("what"));
  one_html_add_element (html, "th", NULL, _ ("due"));
  one_html_add_element (html, "th", NULL, _ ("outcome"));
  g_string_append_printf (html, "</tr>\n%s</table>\n", rows->str);
}

/* The title of a category, or its id if no catalogue has it any more. */
static char *
category_dup_title (GVariant *categories, const char *id)
{
  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    if (g_str_equal (one_unpack_string (category, "category"), id))
      return g_strdup (one_unpack_string (category, "title"));
  }
  return g_strdup (id);
}

static void
report_add_touched (GString *html, GVariant *meeting, GVariant *categories)
{
  g_auto (GStrv) touched = one_unpack_strings (meeting, "touched");
  g_autofree char *list = NULL;

  for (guint i = 0; touched[i]; i++) {
    char *title = category_dup_title (categories, touched[i]);

    g_free (touched[i]);
    touched[i] = title;
  }
  list = g_strjoinv (", ", touched);
  if (*list)
    one_html_add_element (html, "p", "about", list);
}

static void
report_add_note (GString *html, GVariant *note, GVariant *categories)
{
  const char *category = one_unpack_string (note, "category");
  g_autofree char *title = category_dup_title (categories, category);

  g_string_append (html, "<div class=\"note\">");
  if (*category)
    one_html_add_element (html, "b", NULL, title);
  one_html_add_text (html, one_unpack_string (note, "text"));
  g_string_append (html, "</div>\n");
}

static void
report_add_meeting (GString *html, GVariant *meeting, GVariant *categories,
                    const OneReportSpan *span)
{
  g_autoptr (GVariant) notes = one_unpack_records (meeting, "notes");
  g_auto (GStrv) touched = one_unpack_strings (meeting, "touched");
  g_autofree char *day = one_local_format_day (one_unpack_instant (meeting, "start"), span->zone);

  if (one_unpack_is_empty (notes) && !touched[0])
    return;
  one_html_add_element (html, "h4", NULL, day);
  report_add_touched (html, meeting, categories);
  for (gsize i = 0; i < g_variant_n_children (notes); i++) {
    g_autoptr (GVariant) note = g_variant_get_child_value (notes, i);

    report_add_note (html, note, categories);
  }
}

/* Adds the notes, the newest first: readers look for those. */
static void
report_add_notes (GString *html, GVariant *meetings, GVariant *categories,
                  const OneReportSpan *span)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (gsize i = g_variant_n_children (meetings); i-- > 0;) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    report_add_meeting (notes, meeting, categories, span);
  }
  if (notes->len == 0)
    return;
  one_html_add_element (html, "h3", NULL, _ ("What we talked about"));
  g_string_append_printf (html, "\n%s", notes->str);
}

static void
report_add_person (GString *html, GVariant *person, const OneReportSpan *span)
{
  g_autoptr (GVariant) meetings = one_unpack_records (person, "meetings");
  g_autoptr (GVariant) categories = one_unpack_records (person, "categories");
  g_autoptr (GVariant) actions = one_unpack_records (person, "actions");

  g_string_append (html, "<section>\n");
  one_html_add_element (html, "h2", NULL, one_unpack_string (person, "person"));
  one_html_add_element (html, "p", "role", one_unpack_string (person, "role"));
  g_string_append_c (html, '\n');
  report_add_meetings (html, meetings);
  one_html_add_element (html, "h3", NULL, _ ("Coverage"));
  g_string_append_c (html, '\n');
  one_heat_add (html, categories, span->since, span->zone);
  report_add_promises (html, actions, span->zone);
  report_add_notes (html, meetings, categories, span);
  g_string_append (html, "</section>\n");
}

char *
one_report_html_format (GVariant *people, const OneReportSpan *span)
{
  GString *html = g_string_new (head);
  g_autofree char *from = span->since ? one_local_format_day (span->since, span->zone) : NULL;
  g_autofree char *to = one_local_format_day (span->now, span->zone);
  g_autofree char *dates = g_strdup_printf ("%s – %s", from ? from : _ ("from the beginning"), to);

  one_html_add_element (html, "title", NULL, _ ("One-on-ones"));
  g_string_append_printf (html, "\n%s</head>\n<body>\n<header>", style);
  one_html_add_element (html, "h1", NULL, _ ("One-on-ones"));
  one_html_add_element (html, "p", NULL, dates);
  g_string_append (html, "</header>\n<main>\n");
  one_overview_add (html, people, span);
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    report_add_person (html, person, span);
  }
  g_string_append (html, "</main>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
