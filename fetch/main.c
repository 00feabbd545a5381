/* SPDX-License-Identifier: MIT */
/* oned-fetch: the one program of oned's that goes to the network, for what the user subscribed to.
 */
#include <curl/curl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include "fetch/fetch.h"
#include "wire/feed-answer.h"

#define EXIT_FAULT 1
#define EXIT_USAGE 2
#define EXIT_UNKNOWN 3
#define PATIENCE 120 /* seconds */
#define LEAST_PATIENCE 1
#define MOST_PATIENCE 3600

/* The addresses are secrets: they get into no core file, and no other program of the user's looks
 * into the memory. */
static void
lock_in (void)
{
  const struct rlimit none = { 0, 0 };

  (void) setrlimit (RLIMIT_CORE, &none);
  (void) prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  umask (077);
}

static int
tell (const OneFetchWay *way, const char *name)
{
  OneFeedAnswer answer;
  gboolean known = one_feed_is_name (name) && one_fetch_run (way, name, &answer);

  if (!known && !way->is_forced)
    return 0; /* unsubscribed meanwhile */
  if (!known) {
    g_printerr (_ ("oned-fetch: there is no subscription '%s'\n"), name);
    return EXIT_UNKNOWN;
  }
  if (answer == ONE_FEED_NEVER)
    return 0;
  if (one_feed_answer_is_good (answer)) {
    if (way->is_forced)
      g_print ("%s: %s\n", name, _ (one_feed_answer_get_text (answer)));
    return 0;
  }
  g_printerr ("%s: %s\n", name, _ (one_feed_answer_get_text (answer)));
  return EXIT_FAULT;
}

static int
run (const OneFetchWay *way, char **names)
{
  int status = 0;

  for (char **name = names; *name; name++) {
    int its = tell (way, *name);

    status = MAX (status, its);
  }
  return status;
}

static int
refuse (const char *why)
{
  g_printerr (_ ("oned-fetch: %s; see 'oned-fetch --help'\n"), why);
  return EXIT_USAGE;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), ONE_FEED_FOLDER, NULL);
  g_auto (GStrv) named = NULL;
  g_auto (GStrv) all = NULL;
  int patience = PATIENCE;
  gboolean version = FALSE;
  const GOptionEntry options[] = {
    { "patience", 0, 0, G_OPTION_ARG_INT, &patience, N_ ("how long a calendar may take"),
      "SECONDS" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("print the version and end"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &named, NULL, N_ ("[NAME…]") },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  OneFetchWay way = { folder, g_getenv ("CURL_CA_BUNDLE"), PATIENCE, FALSE };
  int status;

  lock_in ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ONE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return refuse (error->message);
  if (version) {
    g_print ("oned-fetch %s\n", ONE_VERSION);
    return 0;
  }
  if (patience < LEAST_PATIENCE || patience > MOST_PATIENCE)
    return refuse (_ ("the patience is a number of seconds, up to an hour"));
  if (curl_global_init (CURL_GLOBAL_DEFAULT) != 0)
    return EXIT_FAULT;
  way.patience = (guint) patience;
  way.is_forced = named != NULL;
  all = named ? NULL : one_feed_list_names (folder);
  status = run (&way, named ? named : all);
  curl_global_cleanup ();
  return status;
}
