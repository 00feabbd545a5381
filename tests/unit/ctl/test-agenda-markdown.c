/* SPDX-License-Identifier: MIT */
#include "ctl/report/agenda-markdown.h"

static const char agenda[] =
    "{'meeting': <{'person': <'Ada *Byron*'>, 'start': <int64 1795000000>, 'end': <int64 "
    "1795001800>}>,"
    " 'items': <[{'title': <'Review'>, 'minutes': <uint32 5>,"
    "  'actions': <[{'owner': <'me'>, 'person': <'Ada *Byron*'>, 'text': <'send [it]'>, 'due': "
    "<'2026-11-20'>},"
    "               {'owner': <'them'>, 'person': <'Ada *Byron*'>, 'text': <'ask'>}]>},"
    " {'title': <'Wins'>, 'minutes': <uint32 25>, 'reason': <'secret'>,"
    "  'points': <[{'id': <'p1'>, 'text': <'# big'>}]>, 'prompts': <[{'id': <'w'>, 'text': <'What "
    "worked?'>}]>}]>,"
    " 'parked': <[{'id': <'p2'>, 'text': <'kept back'>}]>}";

static const char wanted[] = "# Ada \\*Byron\\*, 2026-11-18 11:06 (30 min)\n\n"
                             "## Review (5 min)\n\n"
                             "- I: send \\[it\\] (due 2026-11-20)\n"
                             "- Ada \\*Byron\\*: ask\n\n"
                             "## Wins (25 min)\n\n"
                             "- \\# big\n"
                             "- What worked?\n\n";

static void
test_agenda (void)
{
  g_autoptr (GVariant) record = g_variant_parse (G_VARIANT_TYPE_VARDICT, agenda, NULL, NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_nonnull (record);
  one_agenda_markdown_add (out, record, zone);
  g_assert_cmpstr (out->str, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-markdown/sent", test_agenda);
  return g_test_run ();
}
