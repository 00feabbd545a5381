/* SPDX-License-Identifier: MIT */
#include "ctl/report/heat.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/report/html.h"
#include "ctl/time/local.h"

/* Sizes in pixels. */
#define LABEL 190
#define STATE 150
#define STEP 17
#define CELL 13
#define ROW 21
#define HEAD 18
#define MOST 40 /* meetings in a map */

typedef struct {
  GString *html;
  GTimeZone *zone;
  gsize first; /* index in the history of the first meeting shown */
  gsize count; /* number of meetings shown */
} Heat;

static char *
heat_format_day (const Heat *heat, GVariant *meeting)
{
  return one_local_format_day (one_unpack_instant (meeting, "start"), heat->zone);
}

/* A cell's message: its class in the style sheet. */
static const char *
heat_get_class (GVariant *meeting)
{
  if (one_unpack_bool (meeting, "touched"))
    return "touched";
  if (!one_unpack_bool (meeting, "known"))
    return "unknown";
  return one_unpack_bool (meeting, "proposed") ? "proposed" : "nothing";
}

static const char *
heat_get_words (const char *class)
{
  static const struct {
    const char *class;
    const char *words;
  } rows[] = {
    { "touched", N_ ("talked about") },
    { "unknown", N_ ("nobody noted what was talked about") },
    { "proposed", N_ ("proposed") },
    { "nothing", N_ ("neither proposed nor talked about") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].class, class))
      return _ (rows[i].words);
  return "";
}

static void
heat_add_cell (Heat *heat, GVariant *meeting, gsize column, guint y)
{
  const char *class = heat_get_class (meeting);
  g_autofree char *day = heat_format_day (heat, meeting);
  guint x = LABEL + (guint) column * STEP;

  g_string_append (heat->html, "<g><title>");
  one_html_add_text (heat->html, day);
  g_string_append (heat->html, ": ");
  one_html_add_text (heat->html, heat_get_words (class));
  g_string_append (heat->html, "</title>");
  if (g_str_equal (class, "touched") || g_str_equal (class, "proposed"))
    g_string_append_printf (
        heat->html, "<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
        class, x, y, CELL, CELL);
  else if (g_str_equal (class, "unknown"))
    g_string_append_printf (heat->html, "<text class=\"day\" x=\"%u\" y=\"%u\">?</text>",
                            x + CELL / 2 - 3, y + CELL - 2);
  else
    g_string_append_printf (heat->html, "<circle class=\"nothing\" cx=\"%u\" cy=\"%u\" r=\"1.5\"/>",
                            x + CELL / 2, y + CELL / 2);
  g_string_append (heat->html, "</g>");
}

static void
heat_add_label (Heat *heat, guint x, guint y, const char *style, const char *text)
{
  g_string_append_printf (heat->html, "<text x=\"%u\" y=\"%u\" class=\"%s\">", x, y, style);
  one_html_add_text (heat->html, text);
  g_string_append (heat->html, "</text>\n");
}

static void
heat_add_row (Heat *heat, GVariant *category, guint y)
{
  g_autoptr (GVariant) history = one_unpack_records (category, "history");
  const char *state = one_unpack_string (category, "state");
  guint since = one_unpack_uint (category, "meetings_since");
  g_autofree char *ago = NULL;

  heat_add_label (heat, 0, y + CELL - 2, "label", one_unpack_string (category, "title"));
  for (gsize i = 0; i < heat->count; i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (history, heat->first + i);

    heat_add_cell (heat, meeting, i, y);
  }
  ago = one_unpack_instant (category, "last_touched") == 0
            ? g_strdup_printf ("%s, %s", state, _ ("not noted yet"))
            : g_strdup_printf (ngettext ("%s, %u meeting ago", "%s, %u meetings ago", since), state,
                               since);
  heat_add_label (heat, LABEL + (guint) heat->count * STEP + 8, y + CELL - 2,
                  g_str_equal (state, "overdue") ? "state overdue" : "state", ago);
}

/* Writes the days of the first and the last meeting above the map. */
static void
heat_add_head (Heat *heat, GVariant *history)
{
  g_autoptr (GVariant) first = g_variant_get_child_value (history, heat->first);
  g_autoptr (GVariant) last = g_variant_get_child_value (history, heat->first + heat->count - 1);
  g_autofree char *begin = heat_format_day (heat, first);
  g_autofree char *end = heat_format_day (heat, last);

  heat_add_label (heat, LABEL, HEAD - 7, "day", begin);
  if (heat->count > 9)
    heat_add_label (heat, LABEL + (guint) heat->count * STEP - 4, HEAD - 7, "day last", end);
}

static void
heat_count (Heat *heat, GVariant *history, gint64 since)
{
  gsize count = g_variant_n_children (history);

  for (gsize i = 0; i < count; i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (history, i);

    if (one_unpack_instant (meeting, "start") < since)
      heat->first = i + 1;
  }
  heat->first = MAX (heat->first, count > MOST ? count - MOST : 0);
  heat->count = count - heat->first;
}

void
one_heat_add (GString *html, GVariant *categories, gint64 since, GTimeZone *zone)
{
  Heat heat = { .html = html, .zone = zone };
  g_autoptr (GVariant) top = one_unpack_find_first (categories);
  g_autoptr (GVariant) history = top ? one_unpack_records (top, "history") : NULL;
  gsize rows = g_variant_n_children (categories);

  if (history)
    heat_count (&heat, history, since);
  if (heat.count == 0)
    return;
  g_string_append_printf (
      html, "<figure><svg viewBox=\"0 0 %u %u\" width=\"%u\" role=\"img\" aria-label=\"%s\">\n",
      LABEL + (guint) heat.count * STEP + STATE, HEAD + (guint) rows * ROW,
      LABEL + (guint) heat.count * STEP + STATE, _ ("Categories by meeting"));
  heat_add_head (&heat, history);
  for (gsize i = 0; i < rows; i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    heat_add_row (&heat, category, HEAD + (guint) i * ROW);
  }
  g_string_append (html, "</svg>\n");
  one_html_add_element (
      html, "figcaption", NULL,
      _ ("filled: talked about; outlined: proposed; dot: neither; question mark: not "
         "noted"));
  g_string_append (html, "</figure>\n");
}
