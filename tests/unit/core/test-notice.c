/* SPDX-License-Identifier: MIT */
#include "core/notice/clash-text.h"
#include "core/notice/lines.h"
#include "core/notice/notice-text.h"
#include "core/notice/when.h"
#include <string.h>

/* Tuesday, 24 November 2026, 10:00 in Berlin. */
#define T10 1795510800
#define MIN_ 60
#define HOURS (60 * MIN_)
#define DAYS (24 * HOURS)

typedef struct {
  OneMeeting *meeting;
  OneAgenda *agenda;
  GTimeZone *zone;
  OneReminderText reminder_text;
  OneView view;
} Scene;

static OneItem *
scene_item (Scene *scene, const char *title, const char *question)
{
  OneItem *item = one_item_new ("c", title);

  item->rule = ONE_RULE_CORE;
  g_free (item->reason);
  item->reason = g_strdup ("last talked about 3 meetings ago");
  g_ptr_array_add (item->prompts, one_prompt_new ("q", question));
  g_ptr_array_add (scene->agenda->items, item);
  return item;
}

static Scene *
scene_new (OneStage stage, gint64 now)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->meeting = one_meeting_new ();
  scene->meeting->id = 41;
  scene->meeting->start = T10;
  scene->meeting->end = T10 + 30 * MIN_;
  g_free (scene->meeting->join);
  scene->meeting->join = g_strdup ("https://zoom.us/j/1");
  g_free (scene->meeting->location);
  scene->meeting->location = g_strdup ("Room 4");
  scene->agenda = one_agenda_new (scene->meeting);
  scene_item (scene, "Wins", "What went well?");
  scene_item (scene, "Growth", "What am I learning?");
  scene->zone = g_time_zone_new_identifier ("Europe/Berlin");
  scene->reminder_text =
      (OneReminderText){ scene->meeting, scene->agenda, "Ada Lovelace", 7, stage, 0, NULL };
  scene->view = (OneView){ scene->zone, T10 + now, FALSE };
  return scene;
}

static void
scene_free (Scene *scene)
{
  one_meeting_free (scene->meeting);
  one_agenda_free (scene->agenda);
  g_time_zone_unref (scene->zone);
  g_free (scene);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

static void
test_prep (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneNotice) notice = one_notice_text_compose (&scene->reminder_text, &scene->view);

  g_assert_cmpstr (notice->summary, ==, "Ada Lovelace in 30 min · 10:00–10:30");
  g_assert_cmpstr (notice->body, ==,
                   "Wins · Growth\n• Wins: What went well?\n• Growth: What am I learning?");
  g_assert_cmpstr (notice->tag, ==, "oned-m41");
  g_assert_cmpint (notice->sent, ==, 7);
  g_assert_cmpstr (notice->commands, ==,
                   "onectl agenda m41 · onectl snooze m41 · https://zoom.us/j/1");
  g_assert_cmpuint (notice->buttons, ==,
                    1 << ONE_BUTTON_AGENDA | 1 << ONE_BUTTON_SNOOZE | 1 << ONE_BUTTON_JOIN);
}

/* Six lines at most, however much there is; the note is for onectl. */
static void
test_prep_lines (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneNotice) notice = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 6; i++)
    scene_item (scene, "More", "What else?");
  g_free (scene->agenda->note);
  scene->agenda->note = g_strdup ("It is not noted what you talked about last time.");
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  lines = g_strsplit (notice->body, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_null (strstr (notice->body, "noted"));
  g_assert_null (strstr (notice->body, "meetings ago"));
}

static void
test_assumed_length (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneNotice) notice = NULL;

  scene->meeting->assumed_length = TRUE;
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_true (
      g_str_has_suffix (notice->body, "\nThe calendar gives no end: 30 minutes are assumed"));
}

static void
test_lines (void)
{
  static const struct {
    const char *added, *all;
    guint count;
  } rows[] = {
    { "", "", 0 },
    { "one", "one", 1 },
    { "", "one", 1 },
    { "two", "one\ntwo", 2 },
  };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    one_lines_take (lines, g_strdup (rows[i].added));
    g_test_message ("row %u", i);
    g_assert_cmpstr (lines->str, ==, rows[i].all);
    g_assert_cmpuint (one_lines_count (lines), ==, rows[i].count);
  }
}

static void
test_no_clash_no_line (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (GString) lines = g_string_new (NULL);

  one_clash_text_add (lines, &scene->reminder_text, &scene->view);
  one_clash_text_add_pairs (lines, &scene->reminder_text, 1, &scene->view);
  g_assert_cmpstr (lines->str, ==, "");
}

/* It stands first, and six lines stay six. */
static void
test_clash (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneMeeting) other = one_meeting_new ();
  g_autoptr (OneNotice) notice = NULL, hidden = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 6; i++)
    scene_item (scene, "More", "What else?");
  g_free (other->name);
  other->name = g_strdup ("Hana Kim");
  other->start = T10 + 15 * MIN_;
  other->end = T10 + 45 * MIN_;
  scene->reminder_text.clash = other;
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  lines = g_strsplit (notice->body, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "At the same time: Hana Kim, 10:15–10:45");
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  scene->view.hidden = TRUE;
  hidden = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_null (strstr (hidden->body, "Hana"));
}

/* Nobody knows when it ends; without a name it has an address. */
static void
test_clash_with_little_known (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneMeeting) other = one_meeting_new ();
  g_autoptr (OneNotice) notice = NULL;

  g_free (other->address);
  other->address = g_strdup ("hana@example.com");
  other->start = T10;
  other->end = T10 + 30 * MIN_;
  other->assumed_length = TRUE;
  scene->reminder_text.clash = other;
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_true (
      g_str_has_prefix (notice->body, "At the same time: hana@example.com, 10:00\nWins"));
}

/* How the summary tells when, on both sides of each edge. */
static void
test_until (void)
{
  static const struct {
    gint64 now;
    const char *summary;
  } rows[] = {
    { -3 * DAYS, "Ada Lovelace in 3 days · Tue 10:00–10:30" },
    { -10 * DAYS, "Ada Lovelace in 10 days · Tue 24 Nov 10:00–10:30" },
    { -34 * HOURS - MIN_, "Ada Lovelace in 34 h 1 min · Tue 10:00–10:30" },
    { -34 * HOURS, "Ada Lovelace tomorrow · Tue 10:00–10:30" },
    { -DAYS, "Ada Lovelace tomorrow · Tue 10:00–10:30" },
    { -12 * HOURS, "Ada Lovelace tomorrow · Tue 10:00–10:30" },
    { -12 * HOURS + MIN_, "Ada Lovelace in 11 h 59 min · Tue 10:00–10:30" },
    { -65 * MIN_, "Ada Lovelace in 1 h 5 min · 10:00–10:30" },
    { -HOURS, "Ada Lovelace in 1 h · 10:00–10:30" },
    { -HOURS + MIN_, "Ada Lovelace in 59 min · 10:00–10:30" },
    { -4 * MIN_, "Ada Lovelace in 4 min · 10:00–10:30" },
    { -1, "Ada Lovelace in 1 min · 10:00–10:30" },
    { 0, "Ada Lovelace now · 10:00–10:30" },
    { 59, "Ada Lovelace now · 10:00–10:30" },
    { 60, "Ada Lovelace, started 1 min ago · 10:00–10:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new (ONE_STAGE_START, rows[i].now);
    g_autoptr (OneNotice) notice = one_notice_text_compose (&scene->reminder_text, &scene->view);

    g_assert_cmpstr (notice->summary, ==, rows[i].summary);
    g_assert_cmpint ((notice->buttons & 1 << ONE_BUTTON_SNOOZE) != 0, ==, rows[i].now < 0);
  }
}

static void
test_start (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_START, -2 * MIN_);
  g_autoptr (OneNotice) notice = NULL;

  g_free (scene->meeting->join);
  scene->meeting->join = g_strdup ("");
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_cmpstr (notice->body, ==, "Wins · Growth\nRoom 4");
  g_assert_cmpuint (notice->buttons & 1 << ONE_BUTTON_JOIN, ==, 0);
  g_assert_cmpstr (notice->commands, ==, "onectl agenda m41 · onectl snooze m41");
}

static void
test_nudge (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_NUDGE, 30 * MIN_);
  g_autoptr (OneNotice) notice = one_notice_text_compose (&scene->reminder_text, &scene->view);

  g_assert_cmpstr (notice->summary, ==, "What did you cover with Ada Lovelace?");
  g_assert_cmpstr (notice->body, ==, "10:00–10:30\nOn the agenda: Wins · Growth");
  g_assert_cmpuint (notice->buttons, ==,
                    1 << ONE_BUTTON_PLANNED | 1 << ONE_BUTTON_LOG | 1 << ONE_BUTTON_SKIPPED);
  g_assert_cmpstr (notice->commands, ==,
                   "onectl log m41 --all · onectl log m41 · onectl log m41 --skipped");
}

/* Nothing went as planned where nothing was. */
static void
test_nudge_without_a_plan (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_NUDGE, 30 * MIN_);
  g_autoptr (OneNotice) notice = NULL;

  scene->reminder_text.agenda = NULL;
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_cmpuint (notice->buttons, ==, 1 << ONE_BUTTON_LOG | 1 << ONE_BUTTON_SKIPPED);
  g_assert_cmpstr (notice->commands, ==, "onectl log m41 · onectl log m41 --skipped");
}

static void
test_moved (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneNotice) notice = NULL;

  scene->reminder_text.moved_from = T10 - DAYS;
  notice = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_true (g_str_has_prefix (notice->body, "Moved from Mon 10:00\nWins · Growth\n• Wins"));
}

static void
test_hidden (void)
{
  for (guint stage = 0; stage < ONE_N_STAGES; stage++) {
    g_autoptr (Scene) scene = scene_new ((OneStage) stage, -10 * MIN_);
    g_autoptr (OneNotice) one = NULL;
    g_autoptr (OneNotice) two = NULL;
    g_autoptr (OneNotice) told = NULL;
    OneReminderText both[] = { scene->reminder_text, scene->reminder_text };

    scene->view.hidden = TRUE;
    one = one_notice_text_compose (&scene->reminder_text, &scene->view);
    two = one_notice_text_merge (both, 2, &scene->view);
    told = one_notice_text_called_off (&scene->reminder_text, &scene->view);
    for (guint i = 0; i < 3; i++) {
      const OneNotice *notice = i == 0 ? one : i == 1 ? two : told;
      g_autofree char *all =
          g_strconcat (notice->summary, notice->body, notice->commands, notice->tag, NULL);

      g_assert_null (g_strstr_len (all, -1, "Ada"));
      g_assert_null (g_strstr_len (all, -1, "Wins"));
      g_assert_null (g_strstr_len (all, -1, "Room 4"));
      g_assert_null (g_strstr_len (all, -1, "zoom"));
      g_assert_cmpuint (*notice->summary, !=, 0);
    }
  }
}

/* Occasions of a scene: each a meeting of its own. */
static void
scene_occasions (const Scene *scene, OneReminderText *reminder_texts, guint n)
{
  for (guint i = 0; i < n; i++) {
    reminder_texts[i] = scene->reminder_text;
    reminder_texts[i].meeting = one_meeting_dup (scene->meeting);
  }
}

static void
occasions_clear (OneReminderText *reminder_texts, guint n)
{
  for (guint i = 0; i < n; i++)
    one_meeting_free ((OneMeeting *) reminder_texts[i].meeting);
}

static void
occasion_set_join (OneReminderText *reminder_text, const char *link)
{
  OneMeeting *meeting = (OneMeeting *) reminder_text->meeting;

  g_free (meeting->join);
  meeting->join = g_strdup (link);
}

static void
test_merged (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  OneReminderText reminder_texts[8];
  g_autoptr (OneNotice) two = NULL;
  g_autoptr (OneNotice) eight = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reminder_texts); i++)
    reminder_texts[i] = scene->reminder_text;
  reminder_texts[0].sent = 12;
  reminder_texts[1].name = "Carl";
  reminder_texts[1].agenda = NULL;
  two = one_notice_text_merge (reminder_texts, 2, &scene->view);
  g_assert_cmpstr (two->summary, ==, "2 one-on-ones: Ada Lovelace in 30 min");
  g_assert_cmpstr (two->body, ==, "• 10:00 Ada Lovelace — Wins · Growth\n• 10:00 Carl");
  g_assert_cmpstr (two->tag, ==, "oned-m41+12");
  g_assert_cmpstr (two->commands, ==, "onectl agenda · Ada Lovelace: https://zoom.us/j/1");
  eight = one_notice_text_merge (reminder_texts, 8, &scene->view);
  g_assert_true (g_str_has_suffix (eight->body, "\nand 2 more"));
}

/* Each pair is said once, and only of those that are named. */
static void
test_merged_clash (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
  g_autoptr (OneMeeting) outside = one_meeting_new ();
  g_autoptr (OneNotice) pair = NULL, other = NULL, hidden = NULL;
  OneReminderText both[2];

  scene_occasions (scene, both, 2);
  both[1].name = "Carl";
  ((OneMeeting *) both[1].meeting)->id = 42;
  g_free (((OneMeeting *) both[1].meeting)->name);
  ((OneMeeting *) both[1].meeting)->name = g_strdup ("Carl");
  both[0].clash = both[1].meeting;
  both[1].clash = both[0].meeting;
  pair = one_notice_text_merge (both, 2, &scene->view);
  g_assert_true (g_str_has_suffix (
      pair->body, "10:00 Carl — Wins · Growth\nAda Lovelace and Carl are at the same time"));
  outside->id = 43;
  g_free (outside->name);
  outside->name = g_strdup ("Eve");
  both[0].clash = NULL;
  both[1].clash = outside;
  other = one_notice_text_merge (both, 2, &scene->view);
  g_assert_true (g_str_has_suffix (other->body, "\nCarl and Eve are at the same time"));
  scene->view.hidden = TRUE;
  hidden = one_notice_text_merge (both, 2, &scene->view);
  g_assert_null (strstr (hidden->body, "Eve"));
  occasions_clear (both, 2);
}

/* Which one Join is for, and that it says so; none where there is no link to join by. */
static void
test_merged_join (void)
{
  static const struct {
    const char *first, *second;
    OneStage stage; /* of the second */
    gboolean hidden;
    const char *joined;
  } rows[] = {
    { "https://zoom.us/j/1", "https://zoom.us/j/2", ONE_STAGE_PREP, FALSE, "Ada Lovelace" },
    { "", "https://zoom.us/j/2", ONE_STAGE_PREP, FALSE, "Carl" },
    { "", "https://zoom.us/j/2", ONE_STAGE_PREP, TRUE, "10:00" },
    { "", "https://zoom.us/j/2", ONE_STAGE_NUDGE, FALSE, "" },
    { "", "", ONE_STAGE_PREP, FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -30 * MIN_);
    g_autoptr (OneNotice) notice = NULL;
    OneReminderText both[2];

    scene_occasions (scene, both, 2);
    occasion_set_join (&both[0], rows[i].first);
    occasion_set_join (&both[1], rows[i].second);
    both[1].name = "Carl";
    both[1].stage = rows[i].stage;
    scene->view.hidden = rows[i].hidden;
    notice = one_notice_text_merge (both, 2, &scene->view);
    g_assert_cmpstr (notice->joined, ==, rows[i].joined);
    g_assert_cmpint ((notice->buttons & 1 << ONE_BUTTON_JOIN) != 0, ==, *rows[i].joined != 0);
    occasions_clear (both, 2);
  }
}

/* Snooze is there as long as one of them lies ahead; a question about one that is past can wait. */
static void
test_merged_snooze (void)
{
  static const struct {
    gint64 now;
    OneStage stage; /* of the second, which begins five minutes later */
    gboolean snooze;
  } rows[] = {
    { -1, ONE_STAGE_START, TRUE },           { 0, ONE_STAGE_START, TRUE },
    { 5 * MIN_ - 1, ONE_STAGE_START, TRUE }, { 5 * MIN_, ONE_STAGE_START, FALSE },
    { -1, ONE_STAGE_NUDGE, TRUE },           { 0, ONE_STAGE_NUDGE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new (ONE_STAGE_START, rows[i].now);
    g_autoptr (OneNotice) notice = NULL;
    OneReminderText both[2];

    scene_occasions (scene, both, 2);
    ((OneMeeting *) both[1].meeting)->start += 5 * MIN_;
    both[1].stage = rows[i].stage;
    notice = one_notice_text_merge (both, 2, &scene->view);
    g_assert_cmpint ((notice->buttons & 1 << ONE_BUTTON_SNOOZE) != 0, ==, rows[i].snooze);
    g_assert_cmpuint (notice->buttons & (1 << ONE_BUTTON_SKIPPED | 1 << ONE_BUTTON_LOG), ==, 0);
    occasions_clear (both, 2);
  }
}

static void
test_merged_nudges (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_NUDGE, 30 * MIN_);
  OneReminderText reminder_texts[] = { scene->reminder_text, scene->reminder_text };
  g_autoptr (OneNotice) notice = one_notice_text_merge (reminder_texts, 2, &scene->view);

  g_assert_cmpstr (notice->summary, ==, "What did you cover in 2 one-on-ones?");
  g_assert_cmpuint (notice->buttons, ==, 1 << ONE_BUTTON_PLANNED | 1 << ONE_BUTTON_LOG);
  one_notice_free (g_steal_pointer (&notice));
  reminder_texts[1].agenda = NULL;
  notice = one_notice_text_merge (reminder_texts, 2, &scene->view);
  g_assert_cmpuint (notice->buttons, ==, 1 << ONE_BUTTON_LOG);
}

static void
test_tell (void)
{
  static const struct {
    OneMeetingState state;
    gboolean other;
    const char *summary;
  } rows[] = {
    { ONE_MEETING_CANCELLED, FALSE, "Cancelled: Ada Lovelace · 10:00–10:30" },
    { ONE_MEETING_CANCELLED, TRUE, "Cancelled: Ada Lovelace · 10:00–10:30" },
    { ONE_MEETING_DECLINED, FALSE, "You declined: Ada Lovelace · 10:00–10:30" },
    { ONE_MEETING_PLANNED, TRUE, "Declined: Ada Lovelace · 10:00–10:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new (ONE_STAGE_PREP, -10 * MIN_);
    g_autoptr (OneNotice) notice = NULL;

    scene->meeting->state = rows[i].state;
    scene->meeting->other_declined = rows[i].other;
    notice = one_notice_text_called_off (&scene->reminder_text, &scene->view);
    g_assert_cmpstr (notice->summary, ==, rows[i].summary);
    g_assert_cmpuint (notice->buttons, ==, 0);
    g_assert_cmpint (notice->sent, ==, -7);
  }
}

/* A name is the user's, the calendar's or an address; never nothing. */
static void
test_name (void)
{
  g_autoptr (Scene) scene = scene_new (ONE_STAGE_NUDGE, 0);
  g_autoptr (OneNotice) first = NULL;
  g_autoptr (OneNotice) second = NULL;

  scene->reminder_text.name = NULL;
  g_free (scene->meeting->address);
  scene->meeting->address = g_strdup ("ada@example.com");
  first = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_cmpstr (first->summary, ==, "What did you cover with ada@example.com?");
  g_free (scene->meeting->name);
  scene->meeting->name = g_strdup ("Ada L.");
  second = one_notice_text_compose (&scene->reminder_text, &scene->view);
  g_assert_cmpstr (second->summary, ==, "What did you cover with Ada L.?");
}

/* Midnight is the zone's, not UTC's; the week has an end. */
static void
test_when (void)
{
  static const struct {
    gint64 at, now;
    const char *text;
  } rows[] = {
    { T10, T10 - 10 * HOURS, "10:00" },          { T10, T10 - 10 * HOURS - 1, "Tue 10:00" },
    { T10, T10 + 14 * HOURS - 1, "10:00" },      { T10, T10 + 14 * HOURS, "Tue 10:00" },
    { T10, T10 - 6 * DAYS, "Tue 10:00" },        { T10, T10 - 7 * DAYS, "Tue 24 Nov 10:00" },
    { T10, T10 + 7 * DAYS, "Tue 24 Nov 10:00" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = one_when_format_time (rows[i].at, 0, rows[i].now, zone);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_try (void)
{
  g_autoptr (OneNotice) notice = one_notice_text_trial ();

  g_assert_cmpint (notice->sent, ==, ONE_NOTICE_TRIAL);
  g_assert_cmpstr (notice->tag, ==, "oned-test");
  g_assert_cmpuint (notice->buttons, ==, 1 << ONE_BUTTON_AGENDA | 1 << ONE_BUTTON_SNOOZE);
  g_assert_cmpstr (notice->summary, !=, "");
  g_assert_true (g_str_has_suffix (notice->body, "\nLine 5 of 6\nLine 6 of 6"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/prep-brings-the-agenda", test_prep);
  g_test_add_func ("/notice/prep-has-six-lines-at-most", test_prep_lines);
  g_test_add_func ("/notice/an-assumed-length-is-said", test_assumed_length);
  g_test_add_func ("/notice/lines-are-none-empty", test_lines);
  g_test_add_func ("/notice/no-clash-no-line", test_no_clash_no_line);
  g_test_add_func ("/notice/a-clash-is-said-first", test_clash);
  g_test_add_func ("/notice/a-clash-of-which-little-is-known", test_clash_with_little_known);
  g_test_add_func ("/notice/several-that-clash", test_merged_clash);
  g_test_add_func ("/notice/says-when-in-words", test_until);
  g_test_add_func ("/notice/start-is-short", test_start);
  g_test_add_func ("/notice/nudge-asks", test_nudge);
  g_test_add_func ("/notice/nudge-without-a-plan", test_nudge_without_a_plan);
  g_test_add_func ("/notice/moved-says-from-where", test_moved);
  g_test_add_func ("/notice/private-mode-shows-no-names-and-no-text", test_hidden);
  g_test_add_func ("/notice/several-are-named", test_merged);
  g_test_add_func ("/notice/of-several-one-is-joined-by-name", test_merged_join);
  g_test_add_func ("/notice/several-can-wait-while-one-lies-ahead", test_merged_snooze);
  g_test_add_func ("/notice/several-nudges-are-one-question", test_merged_nudges);
  g_test_add_func ("/notice/called-off-says-so", test_tell);
  g_test_add_func ("/notice/a-name-is-never-nothing", test_name);
  g_test_add_func ("/notice/a-trial-is-of-no-row", test_try);
  g_test_add_func ("/notice/days-end-at-midnight-of-the-zone", test_when);
  return g_test_run ();
}
