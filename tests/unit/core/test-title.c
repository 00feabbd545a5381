/* SPDX-License-Identifier: MIT */
#include "core/detect/title.h"

static const struct {
  const char *title;
  OneTitleKind kind;
  const char *name;
} rows[] = {
  { "1:1 Ada", ONE_TITLE_NAMED, "Ada" },
  { "1:1 with Ada Lovelace", ONE_TITLE_NAMED, "Ada Lovelace" },
  { "1:1: Ada", ONE_TITLE_NAMED, "Ada" },
  { "Ada 1:1", ONE_TITLE_NAMED, "Ada" },
  { "Ada's 1:1", ONE_TITLE_NAMED, "Ada" },
  { "Ada’s 1:1", ONE_TITLE_NAMED, "Ada" },
  { "Weekly 1:1 - Ada", ONE_TITLE_NAMED, "Ada" },
  { "[1:1] Ada", ONE_TITLE_NAMED, "Ada" },
  { "1-1 Ada", ONE_TITLE_NAMED, "Ada" },
  { "1on1 Ada", ONE_TITLE_NAMED, "Ada" },
  { "1 on 1 Ada", ONE_TITLE_NAMED, "Ada" },
  { "1-on-1: Ada / Bob", ONE_TITLE_NAMED, "Ada" },
  { "One-on-One with Ada", ONE_TITLE_NAMED, "Ada" },
  { "ONE ON ONE Ada", ONE_TITLE_NAMED, "Ada" },
  { "O3 Ada", ONE_TITLE_NAMED, "Ada" },
  { "Ada O3", ONE_TITLE_NAMED, "Ada" },
  { "Ada / me", ONE_TITLE_NAMED, "Ada" },
  { "me/Ada", ONE_TITLE_NAMED, "Ada" },
  { "Ada <> me", ONE_TITLE_NAMED, "Ada" },
  { "Ada <> Bob", ONE_TITLE_NAMED, "Ada" },
  { "Bob Smith <-> Ada", ONE_TITLE_NAMED, "Ada" },
  { "Jour fixe Ädä 1:1", ONE_TITLE_NAMED, "Jour fixe Ädä" },
  { "1:1 ada@example.com", ONE_TITLE_NAMED, "ada@example.com" },
  { "1:1", ONE_TITLE_NAMELESS, NULL },
  { "Weekly 1:1", ONE_TITLE_NAMELESS, NULL },
  { "1:1 with me", ONE_TITLE_NAMELESS, NULL },
  { "1-1 review", ONE_TITLE_NAMELESS, NULL },
  { "1:1 Ada & Carl", ONE_TITLE_AMBIGUOUS, NULL },
  { "1:1 Ada / Carl", ONE_TITLE_AMBIGUOUS, NULL },
  { "Coffee with Ada", ONE_TITLE_NAMED, "Ada" },
  { "11-12 review", ONE_TITLE_OTHER, NULL },
  { "Q1-1 planning", ONE_TITLE_OTHER, NULL },
  { "Ada 11:15", ONE_TITLE_OTHER, NULL },
  { "Ada 1:15", ONE_TITLE_OTHER, NULL },
  { "Ada 11:1", ONE_TITLE_OTHER, NULL },
  { "Release v1.1-1", ONE_TITLE_OTHER, NULL },
  { "Release 1-1-2", ONE_TITLE_OTHER, NULL },
  { "2026-1-1 Ada", ONE_TITLE_OTHER, NULL },
  { "1-1/2 hours of Ada", ONE_TITLE_OTHER, NULL },
  { "CO3 levels", ONE_TITLE_OTHER, NULL },
  { "O365 training", ONE_TITLE_OTHER, NULL },
  { "Ada / Carl", ONE_TITLE_OTHER, NULL },
  { "me / ich", ONE_TITLE_OTHER, NULL },
  { "Team 1on10", ONE_TITLE_OTHER, NULL },
  { "Standup", ONE_TITLE_OTHER, NULL },
  { "", ONE_TITLE_OTHER, NULL },
};

static void
test_titles (void)
{
  static const char *const me[] = { "bob.smith@example.com", NULL };
  static char *titles[] = { (char *) "coffee with *", NULL };
  g_autoptr (OneSettings) settings = one_settings_new ();

  g_strfreev (settings->titles);
  settings->titles = g_strdupv (titles);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = NULL;

    g_test_message ("%s", rows[i].title);
    g_assert_cmpint (one_title_parse (rows[i].title, me, settings, &name), ==, rows[i].kind);
    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

/* A title of the greatest length costs nothing to speak of, whatever is in it. */
static void
test_long (void)
{
  static const char *const me[] = { NULL };
  static const char *const parts[] = { "1:1 ", "/ ", "- - ", "<>", "a ", "1 on ", "with " };
  g_autoptr (OneSettings) settings = one_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GString) title = g_string_new (NULL);
    g_autofree char *name = NULL;

    while (title->len < 256)
      g_string_append (title, parts[i]);
    g_assert_cmpint (one_title_parse (title->str, me, settings, &name), !=, ONE_TITLE_NAMED);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/marks-are-words-of-their-own", test_titles);
  g_test_add_func ("/title/long-titles-are-harmless", test_long);
  return g_test_run ();
}
