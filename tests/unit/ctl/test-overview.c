/* SPDX-License-Identifier: MIT */
#include "ctl/report/overview.h"

#include <string.h>

#define NOW 1795000000
#define DAY (24 * 3600)
#define PEOPLE(...) "[" __VA_ARGS__ "]"
/* A person with categories, actions and meetings. */
#define PERSON(name, categories, actions, meetings)                                                \
  "{'person': <'" name "'>, 'categories': <@aa{sv} [" categories                                   \
  "]>, 'actions': <@aa{sv} [" actions "]>, 'meetings': <@aa{sv} [" meetings "]>}"
#define CATEGORY(title, state, score)                                                              \
  "{'title': <'" title "'>, 'state': <'" state "'>, 'score': <" score ">}"
#define ACTION(owner, text, state, overdue)                                                        \
  "{'owner': <'" owner "'>, 'text': <'" text "'>, 'state': <'" state "'>, 'overdue': <" overdue    \
  ">, 'due': <'2026-11-10'>}"
#define MEETING(state, start, end)                                                                 \
  "{'state': <'" state "'>, 'start': <int64 " start ">, 'end': <int64 " end ">}"
#define LATELY MEETING ("held", "1794999000", "1794999500")

static char *
overview (const char *people, gint64 since)
{
  g_autoptr (GVariant) records =
      g_variant_parse (G_VARIANT_TYPE ("aa{sv}"), people, NULL, NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  OneReportSpan span = { .since = since, .now = NOW, .zone = zone };
  GString *html = g_string_new (NULL);

  g_assert_nonnull (records);
  one_overview_add (html, records, &span);
  return g_string_free (html, FALSE);
}

/* What must be in it, in that order, and what must not; NULL ends. */
static const struct {
  const char *name;
  const char *people;
  gint64 since;
  const char *wanted[6];
  const char *unwanted;
} rows[] = {
  { "one person has no overview",
    PEOPLE (PERSON ("Ada", CATEGORY ("Wins", "overdue", "3.0"), "", "")),
    0,
    { NULL },
    "<" },
  { "nothing to say is said",
    PEOPLE (PERSON ("Ada", CATEGORY ("Wins", "due", "1.5"), "", LATELY) "," PERSON ("Bob", "", "",
                                                                                    LATELY)),
    0,
    { "Nothing is overdue, late or at one time.", NULL },
    "<h3>" },
  { "the worst comes first",
    PEOPLE (PERSON ("Ada", CATEGORY ("Wins", "overdue", "2.0"), "", LATELY) "," PERSON (
        "Bob",
        CATEGORY ("Goals", "overdue", "2.5") "," CATEGORY ("Team", "fresh", "0.5") "," CATEGORY (
            "Growth", "overdue", "2.1"),
        "", LATELY)),
    0,
    { "<li>Bob: Goals, Growth</li>", "<li>Ada: Wins</li>", NULL },
    "Team" },
  { "promises of both sides, and only late ones",
    PEOPLE (PERSON ("Ada", "",
                    ACTION ("me", "send <it>", "open", "true") "," ACTION (
                        "me", "early", "open", "false") "," ACTION ("them", "ask", "open", "true"),
                    LATELY) "," PERSON ("Bob", "", "", LATELY)),
    0,
    { "<li>to Ada: send &lt;it&gt; (due 2026-11-10)</li>",
      "<li>from Ada: ask (due 2026-11-10)</li>", NULL },
    "early" },
  { "a meeting a second less than four weeks ago is not long ago",
    PEOPLE (PERSON ("Ada", "", "", MEETING ("held", "1792580801", "1792582600")) "," PERSON (
        "Bob", "", "", LATELY)),
    0,
    { "Nothing is overdue", NULL },
    "Ada" },
  { "four weeks are long, and skipped is not met",
    PEOPLE (
        PERSON ("Ada", "", "",
                MEETING ("held", "1792580800", "1792582600") "," MEETING (
                    "skipped", "1794999000",
                    "1794999500") "," MEETING ("planned", "1795086400",
                                               "1795088200")) "," PERSON ("Bob", "", "", LATELY)),
    0,
    { "<li>Ada: last 2026-10-21, next 2026-11-19</li>", NULL },
    "Bob" },
  { "never, and none ahead",
    PEOPLE (PERSON ("Ada", "", "", "") "," PERSON ("Bob", "", "", LATELY)),
    0,
    { "<li>Ada: last not in this report, next none planned</li>", NULL },
    "Bob" },
  { "a report of four weeks can say so",
    PEOPLE (PERSON ("Ada", "", "", "") "," PERSON ("Bob", "", "", LATELY)),
    NOW - 28 * DAY,
    { "<li>Ada: ", NULL },
    "Bob" },
  { "a report of less cannot",
    PEOPLE (PERSON ("Ada", "", "", "") "," PERSON ("Bob", "", "", LATELY)),
    NOW - 28 * DAY + 1,
    { "Nothing is overdue", NULL },
    "Ada" },
  { "meetings that overlap clash, those that touch do not",
    PEOPLE (PERSON ("Ada", "", "",
                    LATELY "," MEETING ("planned", "1795010000", "1795011800") "," MEETING (
                        "planned", "1795020000",
                        "1795021800")) "," PERSON ("Bob", "", "",
                                                   LATELY "," MEETING (
                                                       "planned", "1795011799",
                                                       "1795012800") "," MEETING ("planned",
                                                                                  "1795021800",
                                                                                  "1795023000"))),
    0,
    { "<li>2026-11-18 14:23: Ada and Bob</li>", NULL },
    "17:" },
  { "what is off clashes with nothing",
    PEOPLE (PERSON ("Ada", "", "",
                    LATELY "," MEETING ("planned", "1795010000",
                                        "1795011800")) "," PERSON ("Bob", "", "",
                                                                   LATELY "," MEETING (
                                                                       "cancelled", "1795010000",
                                                                       "1795011800"))),
    0,
    { "Nothing is overdue", NULL },
    "Ada" },
};

static void
test_overview (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *html = overview (rows[row].people, rows[row].since);
  const char *rest = html;

  g_test_message ("%s", html);
  for (guint i = 0; rows[row].wanted[i]; i++) {
    rest = strstr (rest, rows[row].wanted[i]);
    g_assert_nonnull (rest);
  }
  g_assert_null (strstr (html, rows[row].unwanted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/overview/%s", rows[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_overview);
  }
  return g_test_run ();
}
