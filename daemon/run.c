/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <sys/file.h>
#include <sys/stat.h>
#include "bus/bus-name.h"
#include "edge/reader/renewal.h"

/* A call that starts the daemon should be answered from calendars that were read, even on a machine
 * that is busy with a login; but within the 25 s that callers over D-Bus usually wait. */
#define FIRST_READING_MS 20000

typedef struct {
  char *config, *catalogue, *data, *cache, *reader; /* (owned) */
  gboolean version;
} Options;

typedef struct {
  const OneRun *run; /* (borrowed) */
  GMainLoop *loop;
  OneBusName *bus_name;
  OneEngine *engine;
  OneRenewal *renewal; /* (borrowed) */
  OneRenewalStep step; /* why it ends */
  guint patience;      /* id of the timeout that ends the wait for the first reading; 0 for none */
  int status;
} Daemon;

static void
fail (const char *why, gpointer data)
{
  Daemon *daemon = data;

  g_printerr ("oned: %s\n", why);
  daemon->status = 1;
  g_main_loop_quit (daemon->loop);
}

static gboolean
own_name (gpointer data)
{
  Daemon *daemon = data;

  daemon->patience = 0;
  one_bus_name_own (daemon->bus_name);
  return G_SOURCE_REMOVE;
}

static void
changed (gpointer data)
{
  Daemon *daemon = data;

  one_bus_name_refresh (daemon->bus_name);
  if (daemon->patience > 0 && one_engine_has_read (daemon->engine)) {
    g_source_remove (daemon->patience);
    own_name (daemon);
  }
  if (daemon->run->changed)
    daemon->run->changed (daemon->engine, daemon->run->data);
}

/* Comes too late for who was asked to end. */
static void
reader_spoke (guint32 version, gpointer data)
{
  Daemon *daemon = data;

  if (!g_main_loop_is_running (daemon->loop))
    return;
  daemon->step = one_renewal_heard (daemon->renewal, version);
  if (daemon->step != ONE_RENEWAL_NONE)
    g_main_loop_quit (daemon->loop);
}

static gboolean
asked_to_end (gpointer data)
{
  Daemon *daemon = data;

  daemon->step = ONE_RENEWAL_NONE;
  g_main_loop_quit (daemon->loop);
  return G_SOURCE_CONTINUE;
}

/* Locks what exists if nothing can be written: reminders must come then, too. */
static int
open_lock (const char *folder, const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int refused = errno;

  if (fd >= 0 || (refused != EROFS && refused != EACCES && refused != ENOSPC))
    return fd;
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  return fd >= 0 ? fd : open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Allows one oned for each data folder. The lock lasts as long as the descriptor. -1 with an error
 * if another has it. */
static int
lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) < 0 || (fd = open_lock (folder, path)) < 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path,
                 g_strerror (errno));
    return -1;
  }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "another oned uses the folder %s already",
               folder);
  close (fd);
  return -1;
}

static gboolean
start (Daemon *daemon, const OneEngineEnvironment *environment, GError **error)
{
  const OneRun *run = daemon->run;

  if (!(daemon->bus_name = one_bus_name_open (fail, daemon, error))
      || !(daemon->engine = one_engine_new (environment, error))
      || !one_bus_name_export (daemon->bus_name, daemon->engine, error))
    return FALSE;
  if (run->exported)
    run->exported (one_bus_name_get_connection (daemon->bus_name), daemon->engine, run->data);
  daemon->patience = g_timeout_add (FIRST_READING_MS, own_name, daemon);
  one_engine_start (daemon->engine, changed, daemon);
  return TRUE;
}

static void
stop (Daemon *daemon)
{
  g_clear_handle_id (&daemon->patience, g_source_remove);
  g_clear_pointer (&daemon->bus_name, one_bus_name_close);
  g_clear_pointer (&daemon->engine, one_engine_free);
}

/* All is closed by now: what is on the screen stays, and the next program takes it over. */
static int
renew (const Daemon *daemon)
{
  g_autoptr (GError) error = NULL;

  g_message ("oned-reader is of another version: going on as the oned that is installed");
  if (daemon->step == ONE_RENEWAL_EXIT)
    return ONE_RENEWAL_STATUS;
  one_renewal_exec (daemon->renewal, &error);
  g_printerr ("oned: %s\n", error->message);
  return 1;
}

static int
run_daemon (const OneRun *run, const Options *options, OneRenewal *renewal)
{
  OneEngineEnvironment environment = {
    .clock = run->clock,
    .config = options->config,
    .catalogue = options->catalogue,
    .data = options->data,
    .cache = options->cache,
    .reader = options->reader,
    .reader_spoke = reader_spoke,
  };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  Daemon daemon = { .run = run, .loop = loop, .renewal = renewal };
  guint term = g_unix_signal_add (SIGTERM, asked_to_end, &daemon);
  guint interrupt = g_unix_signal_add (SIGINT, asked_to_end, &daemon);
  int held = lock (options->data, &error);

  environment.spoke_data = &daemon;
  if (held >= 0 && start (&daemon, &environment, &error))
    g_main_loop_run (loop);
  if (error)
    fail (error->message, &daemon);
  stop (&daemon);
  if (held >= 0)
    close (held);
  g_source_remove (interrupt);
  g_source_remove (term);
  return daemon.status == 0 && daemon.step != ONE_RENEWAL_NONE ? renew (&daemon) : daemon.status;
}

static char *
or_else (char *given, const char *base, const char *first, const char *second)
{
  return given ? given : g_build_filename (base, first, second, NULL);
}

static void
fill_in (Options *options)
{
  options->config = or_else (options->config, g_get_user_config_dir (), "oned", "oned.conf");
  options->data = or_else (options->data, g_get_user_data_dir (), "oned", NULL);
  options->cache = or_else (options->cache, g_get_user_cache_dir (), "oned", NULL);
  options->reader = or_else (options->reader, ONE_LIBEXECDIR, "oned-reader", NULL);
  if (!options->catalogue) {
    g_autofree char *folder = g_path_get_dirname (options->config);

    options->catalogue = g_build_filename (folder, "catalogue", NULL);
  }
}

static gboolean
parse (Options *options, const GOptionEntry *more, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "config", 0, 0, G_OPTION_ARG_FILENAME, &options->config, N_ ("The configuration"), "FILE" },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &options->catalogue,
      N_ ("The folder of your own categories"), "FOLDER" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data, N_ ("Where your notes are kept"),
      "FOLDER" },
    { "cache", 0, 0, G_OPTION_ARG_FILENAME, &options->cache,
      N_ ("Where what can be made again is kept"), "FOLDER" },
    { "reader", 0, 0, G_OPTION_ARG_FILENAME, &options->reader,
      N_ ("The program that reads calendars"), "PROGRAM" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version and end"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ ("Prepares your one-on-ones. See oned(8), onectl(1)."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (more)
    g_option_context_add_main_entries (context, more, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_printerr ("oned: %s\n", error->message);
  else if (*argc > 1)
    g_printerr ("oned: '%s' is not expected: there are options only\n", (*argv)[1]);
  else
    return TRUE;
  return FALSE;
}

int
one_run_main (const OneRun *run, const GOptionEntry *more, int argc, char **argv)
{
  g_autoptr (OneRenewal) renewal = one_renewal_new (argv);
  Options options = { 0 };
  int status = 0;

  /* One arena, because memory of a thread's own arena is not given back when the thread ends. */
  mallopt (M_ARENA_MAX, 1);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ONE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  umask (0077);
  if (!parse (&options, more, &argc, &argv))
    status = 2;
  else if (options.version)
    g_print ("oned %s\n", ONE_VERSION);
  else {
    fill_in (&options);
    g_debug ("settings %s, data %s, cache %s, reader %s", options.config, options.data,
             options.cache, options.reader);
    status = run_daemon (run, &options, renewal);
  }
  g_free (options.config);
  g_free (options.catalogue);
  g_free (options.data);
  g_free (options.cache);
  g_free (options.reader);
  return status;
}
