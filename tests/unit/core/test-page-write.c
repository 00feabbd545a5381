/* SPDX-License-Identifier: MIT */
#include "core/page/page-write.h"

#include <string.h>

#include "agenda-fixture.h"

static void
test_page (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (OneAgenda) agenda = NULL;
  g_autofree char *page = NULL;
  OneAction *action = NULL;
  OnePoint *point = NULL;

  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  action = fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST + 60);
  g_free (action->text);
  action->text = g_strdup ("Send the draft");
  g_date_set_dmy (&action->due, 16, G_DATE_JANUARY, 2026);
  action = fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST - 60);
  g_free (action->text);
  action->text = g_strdup ("Book a room");
  g_date_set_dmy (&action->due, 9, G_DATE_JANUARY, 2026);
  action = fixture_add_action (fixture, ONE_OWNER_THEM, FIXTURE_FIRST + 60);
  g_free (action->text);
  action->text = g_strdup ("Ask for the budget");
  action->state = ONE_STATE_DONE;
  action->closed = FIXTURE_FIRST + 120;
  point = fixture_add_point (fixture, "wins", FIXTURE_FIRST + 60);
  g_free (point->text);
  point->text = g_strdup ("The release");
  agenda = one_compose_agenda (&fixture->input);
  page = one_page_write (agenda, "Ada Lovelace", berlin);
  g_assert_cmpstr (
      page, ==,
      "# One-on-one with Ada Lovelace\n"
      "\n"
      "Monday, 2026-01-12, 10:00–10:30 (30 min) #m2\n"
      "\n"
      "## Agenda\n"
      "\n"
      "> [x] before the meeting: prepared · [x] from its start on: talked about · "
      "[X]: what was prepared was talked about\n"
      "\n"
      "- [ ] **Review of the last meeting** · 6 min #review\n"
      "  > - How far did I get with what I promised last time?\n"
      "  - [ ] @me Book a room (due 2026-01-09) · overdue · open for 1 meeting #a2\n"
      "  - [ ] @me Send the draft (due 2026-01-16) #a1\n"
      "  - [x] @ada Ask for the budget #a3\n"
      "- [ ] **Project in brief** · 2 min #update\n"
      "  > - In one sentence: are we on track?\n"
      "- [ ] **Wins** · 12 min #wins\n"
      "  > - What did I get done since we last met that really moved me or the team forward?\n"
      "  > - What went better than I expected, and why?\n"
      "  - [ ] The release #p1\n"
      "- [ ] **Challenges** · 10 min #challenges\n"
      "  > - Which decision am I stuck on because it isn't mine alone to make?\n"
      "  > - Which problem would I most like to see solved in the next few months?\n"
      "\n"
      "## Notes\n"
      "\n");
}

/* In a text of somebody else's nothing may become a tag, a check box, a link or HTML. */
static void
test_strangers (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  static const struct {
    const char *text;
    const char *line;
  } rows[] = {
    { "<b>&amp;</b>", "  - [ ] \\<b\\>\\&amp;\\</b\\> #p1\n" },
    { "pay me #a1", "  - [ ] pay me \\#a1 #p1\n" },
    { "[x](https://example.org)", "  - [ ] \\[x\\](https://example.org) #p1\n" },
    { "*_`~|$^=%\\", "  - [ ] \\*\\_\\`\\~\\|\\$\\^\\=\\%\\\\ #p1\n" },
    { "- one", "  - [ ] \\- one #p1\n" },
    { "+ one", "  - [ ] \\+ one #p1\n" },
    { "@me one", "  - [ ] \\@me one #p1\n" },
    { "12. one", "  - [ ] 12\\. one #p1\n" },
    { "12) one", "  - [ ] 12\\) one #p1\n" },
    { "12 ones. Done (really)", "  - [ ] 12 ones. Done (really) #p1\n" },
    { "one\n- [x] two #a1", "  - [ ] one - \\[x\\] two \\#a1 #p1\n" },
    { "", "  - [ ]  #p1\n" },
  };
  OnePoint *point = fixture_add_point (fixture, "wins", FIXTURE_FIRST - 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneAgenda) agenda = NULL;
    g_autofree char *page = NULL;

    g_free (point->text);
    point->text = g_strdup (rows[i].text);
    agenda = one_compose_agenda (&fixture->input);
    page = one_page_write (agenda, "# <i>Eve</i>", fixture->zone);
    g_assert_nonnull (strstr (page, rows[i].line));
    g_assert_true (g_str_has_prefix (page, "# One-on-one with \\# \\<i\\>Eve\\</i\\>\n"));
  }
}

static void
test_handles (void)
{
  static const struct {
    const char *person;
    const char *line;
  } rows[] = {
    { "Ada Lovelace", "@ada " },     { "ÉMILIE", "@émilie " },  { "Jean-Luc P.", "@jean-luc " },
    { "ada@example.org", "@them " }, { "Me Myself", "@them " }, { "", "@them " },
  };
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

  fixture_add_action (fixture, ONE_OWNER_THEM, FIXTURE_FIRST - 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneAgenda) agenda = one_compose_agenda (&fixture->input);
    g_autofree char *page = one_page_write (agenda, rows[i].person, fixture->zone);

    g_assert_nonnull (strstr (page, rows[i].line));
  }
}

static void
test_parked_and_note (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 15);
  const char *all[] = { "wins", "challenges", "growth" };
  g_autoptr (OneAgenda) agenda = NULL;
  g_autofree char *page = NULL;

  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_pass (fixture, ONE_MEETING_SKIPPED, FIXTURE_WEEK);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    fixture_add_point (fixture, all[i], FIXTURE_FIRST + i);
  agenda = one_compose_agenda (&fixture->input);
  page = one_page_write (agenda, "Ada", fixture->zone);
  g_assert_nonnull (strstr (page, "#m3\n\n> The last meeting did not take place"));
  g_assert_nonnull (strstr (page, "\n## Parked\n\n- [ ]  #p3\n\n## Notes\n\n"));
}

static void
test_name (void)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) west = g_time_zone_new_identifier ("Pacific/Honolulu");
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  meeting->start = FIXTURE_FIRST;
  here = one_page_write_name (meeting, utc);
  there = one_page_write_name (meeting, west);
  g_assert_cmpstr (here, ==, "2026-01-05");
  g_assert_cmpstr (there, ==, "2026-01-04");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-write/agenda-with-check-boxes-and-tags", test_page);
  g_test_add_func ("/page-write/strangers-texts-stay-texts", test_strangers);
  g_test_add_func ("/page-write/actions-name-their-owner", test_handles);
  g_test_add_func ("/page-write/parked-points-and-the-note-are-there", test_parked_and_note);
  g_test_add_func ("/page-write/the-name-is-the-day-in-the-users-zone", test_name);
  return g_test_run ();
}
