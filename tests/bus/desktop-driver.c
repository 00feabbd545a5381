/* SPDX-License-Identifier: MIT */
/* Drives edge/desktop and edge/time/clock from a script: a command a line on stdin, an
 * event a line on stdout.
 *
 *   open TARGET [TOKEN]   "opened TARGET" or "unopened TARGET: WHY"
 *   cancel                what is under way is forgotten, without a word
 *   wake SECONDS          arms the clock that many seconds from now; 0 disarms it
 *   ping WORD             answered by the main loop with "pong WORD"
 *
 * "locked" and "unlocked", "woken due" and "woken changed" come by themselves.
 */
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <stdlib.h>

#include "edge/time/clock.h"
#include "edge/desktop/launch.h"
#include "edge/desktop/session.h"

typedef struct {
  GMainLoop *loop;
  GDataInputStream *input;
  GCancellable *cancellable;
  OneClock *clock;
} Driver;

static void
driver_locked (gboolean locked, gpointer data)
{
  puts (locked ? "locked" : "unlocked");
}

static void
driver_woken (OneWoken why, gpointer data)
{
  puts (why == ONE_WOKEN_DUE ? "woken due" : "woken changed");
}

static void
driver_opened (const GError *error, gpointer data)
{
  g_autofree char *target = data;

  if (error)
    printf ("unopened %s: %s\n", target, error->message);
  else
    printf ("opened %s\n", target);
}

static void
driver_tell (Driver *driver, char **words)
{
  if (g_str_equal (words[0], "open"))
    one_launch_open (words[1], words[2] ? words[2] : "", driver->cancellable, driver_opened,
                     g_strdup (words[1]));
  else if (g_str_equal (words[0], "cancel"))
    g_cancellable_cancel (driver->cancellable);
  else if (g_str_equal (words[0], "wake")) {
    gint64 seconds = g_ascii_strtoll (words[1], NULL, 10);
    gint64 now = driver->clock->now (driver->clock);

    driver->clock->set_wake (driver->clock, seconds ? now + seconds : 0);
  } else
    printf ("pong %s\n", words[1]);
}

static void
driver_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Driver *driver = data;
  g_autofree char *line = g_data_input_stream_read_line_finish (driver->input, result, NULL, NULL);
  g_auto (GStrv) words = g_strsplit (line ? line : "quit", " ", 3);

  if (g_strcmp0 (words[0], "quit") == 0) {
    g_main_loop_quit (driver->loop);
    return;
  }
  driver_tell (driver, words);
  g_data_input_stream_read_line_async (driver->input, G_PRIORITY_DEFAULT, NULL, driver_read,
                                       driver);
}

int
main (void)
{
  g_autoptr (GInputStream) bytes = g_unix_input_stream_new (0, FALSE);
  Driver driver = {
    .loop = g_main_loop_new (NULL, FALSE),
    .input = g_data_input_stream_new (bytes),
    .cancellable = g_cancellable_new (),
    .clock = one_clock_new (),
  };
  OneSession *session = one_session_new (driver_locked, NULL);

  setvbuf (stdout, NULL, _IOLBF, 0);
  driver.clock->woken = driver_woken;
  g_data_input_stream_read_line_async (driver.input, G_PRIORITY_DEFAULT, NULL, driver_read,
                                       &driver);
  g_main_loop_run (driver.loop);
  one_session_free (session);
  driver.clock->free (driver.clock);
  g_object_unref (driver.cancellable);
  g_object_unref (driver.input);
  g_main_loop_unref (driver.loop);
  puts ("bye");
  return EXIT_SUCCESS;
}
