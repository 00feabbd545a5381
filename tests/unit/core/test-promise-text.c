/* SPDX-License-Identifier: MIT */
#include "core/notice/promise-text.h"

#define T9 1795510800 /* Tuesday, 24 November 2026, 09:00 UTC */
#define MOST 8
#define BULLETS "• Ada: one\n• Ada: one\n• Ada: one\n• Ada: one\n• Ada: one\n• Ada: one"

/* `n` promises to Ada, all with that text. */
static OneNotice *
compose (guint n, const char *text, gboolean can_open, gboolean hidden)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (OneAction) action = one_action_new ();
  OneView view = { .zone = zone, .now = T9, .hidden = hidden };
  OnePromiseText texts[MOST];
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 24, G_DATE_NOVEMBER, 2026);
  action->id = 12;
  action->due = day;
  g_free (action->text);
  action->text = g_strdup (text);
  for (guint i = 0; i < n; i++)
    texts[i] = (OnePromiseText){ action, "Ada" };
  return one_promise_text_compose (texts, n, &day, can_open, &view);
}

static void
test_words (void)
{
  static const struct {
    guint n;
    gboolean hidden;
    const char *summary;
    const char *body;
    const char *commands;
  } rows[] = {
    { 1, FALSE, "Promised to Ada, due today", "one", "onectl done a12" },
    { 1, TRUE, "1 promise is due today", "Names and subjects are hidden.", "onectl done a12" },
    { 2, FALSE, "2 promises are due today", "• Ada: one\n• Ada: one", "onectl actions" },
    { 2, TRUE, "2 promises are due today", "Names and subjects are hidden.", "onectl actions" },
    { 6, FALSE, "6 promises are due today", BULLETS, "onectl actions" },
    { 7, FALSE, "7 promises are due today", BULLETS "\nand 1 more", "onectl actions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneNotice) notice = compose (rows[i].n, "one", TRUE, rows[i].hidden);

    g_test_message ("row %u", i);
    g_assert_cmpstr (notice->summary, ==, rows[i].summary);
    g_assert_cmpstr (notice->body, ==, rows[i].body);
    g_assert_cmpstr (notice->commands, ==, rows[i].commands);
    g_assert_cmpstr (notice->tag, ==, "oned-promises-2026-11-24");
  }
}

/* Done is for one, where it can be read; Agenda where there is a page to open. */
/* 28 November is a Saturday; the promises are told on the 24th. */
static void
test_later_days_are_named (void)
{
  static const struct {
    guint n;
    gboolean hidden;
    const char *summary;
    const char *body;
  } rows[] = {
    { 1, FALSE, "Promised to Ada, due Sat", "send it" },
    { 1, TRUE, "1 promise is due by Sat", "Names and subjects are hidden." },
    { 2, FALSE, "2 promises are due by Sat", "• Ada: send it\n• Ada: send it, due Sat" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (OneAction) today = one_action_new ();
  g_autoptr (OneAction) later = one_action_new ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 24, G_DATE_NOVEMBER, 2026);
  today->due = later->due = day;
  g_date_add_days (&later->due, 4);
  g_free (today->text);
  g_free (later->text);
  today->text = g_strdup ("send it");
  later->text = g_strdup ("send it");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OnePromiseText texts[] = { { rows[i].n == 1 ? later : today, "Ada" }, { later, "Ada" } };
    OneView view = { .zone = zone, .now = T9, .hidden = rows[i].hidden };
    g_autoptr (OneNotice) notice = one_promise_text_compose (texts, rows[i].n, &day, TRUE, &view);

    g_test_message ("row %u", i);
    g_assert_cmpstr (notice->summary, ==, rows[i].summary);
    g_assert_cmpstr (notice->body, ==, rows[i].body);
  }
}

static void
test_buttons (void)
{
  static const struct {
    guint n;
    gboolean can_open;
    gboolean hidden;
    guint buttons;
  } rows[] = {
    { 1, TRUE, FALSE, 1u << ONE_BUTTON_AGENDA | 1u << ONE_BUTTON_DONE },
    { 1, FALSE, FALSE, 1u << ONE_BUTTON_DONE },
    { 1, TRUE, TRUE, 1u << ONE_BUTTON_AGENDA },
    { 2, TRUE, FALSE, 1u << ONE_BUTTON_AGENDA },
    { 2, FALSE, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneNotice) notice = compose (rows[i].n, "one", rows[i].can_open, rows[i].hidden);

    g_test_message ("row %u", i);
    g_assert_cmpuint (notice->buttons, ==, rows[i].buttons);
  }
}

static void
test_look (void)
{
  g_autoptr (OneNotice) one = compose (1, "one", TRUE, FALSE);
  g_autoptr (OneNotice) same = compose (1, "one", TRUE, FALSE);
  g_autoptr (OneNotice) hidden = compose (1, "one", TRUE, TRUE);
  g_autoptr (OneNotice) other = compose (1, "two", TRUE, FALSE);

  g_assert_cmpuint (one_promise_text_get_look (one), ==, one_promise_text_get_look (same));
  g_assert_cmpuint (one_promise_text_get_look (one), !=, one_promise_text_get_look (hidden));
  g_assert_cmpuint (one_promise_text_get_look (one), !=, one_promise_text_get_look (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promise-text/words", test_words);
  g_test_add_func ("/promise-text/later-days-are-named", test_later_days_are_named);
  g_test_add_func ("/promise-text/buttons", test_buttons);
  g_test_add_func ("/promise-text/look", test_look);
  return g_test_run ();
}
