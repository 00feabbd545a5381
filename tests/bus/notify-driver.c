/* SPDX-License-Identifier: MIT */
/* Drives edge/notify from a script: a command a line on stdin, an event a line on stdout.
 *
 *   show SENT STAGE TAG BUTTONS SUMMARY|BODY|COMMANDS   (\n in the body breaks the line)
 *   again ID SERVER SENT STAGE TAG BUTTONS SUMMARY|BODY|COMMANDS
 *   adopt ID SERVER SENT STAGE TAG BUTTONS SUMMARY|BODY|COMMANDS
 *   close SENT
 *   lose         whoever has not answered by now is given up
 *   ping WORD    answered by the main loop with "pong WORD"
 *   quit         frees it; so does the end of stdin
 */
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edge/notify/notify.h"
#include "tests/fakes/patience.h"

typedef struct {
  GMainLoop *loop;
  OneNotify *notify;
  GDataInputStream *input;
} Driver;

static void
driver_shown (gint64 sent, const char *server, guint32 id, gpointer data)
{
  printf ("shown %" G_GINT64_FORMAT " %u %s\n", sent, id, server);
}

static void
driver_failed (gint64 sent, const char *why, gboolean no_server, gpointer data)
{
  printf ("failed %" G_GINT64_FORMAT " %s %s\n", sent, no_server ? "no-server" : "server", why);
}

static void
driver_closed (gint64 sent, OneClosed reason, gpointer data)
{
  printf ("closed %" G_GINT64_FORMAT " %d\n", sent, (int) reason);
}

static void
driver_pressed (gint64 sent, OneButton button, const char *token, gpointer data)
{
  printf ("pressed %" G_GINT64_FORMAT " %s [%s]\n", sent, one_notice_button_key (button), token);
}

static void
driver_server_changed (gboolean present, OneInhibition inhibited, gpointer data)
{
  static const char *const words[] = { "", ", inhibited", ", inhibited wholly" };

  printf ("server %s%s\n", present ? "present" : "absent", words[inhibited]);
}

static const OneNotifyEvents driver_events = {
  driver_shown, driver_failed, driver_closed, driver_pressed, driver_server_changed, NULL,
};

static guint
driver_parse_buttons (const char *words)
{
  g_auto (GStrv) keys = g_strsplit (words, ",", -1);
  OneButton button;
  guint buttons = 0;

  for (guint i = 0; keys[i]; i++)
    if (one_notice_button_parse (keys[i], &button))
      buttons |= 1u << button;
  return buttons;
}

/* SENT STAGE TAG BUTTONS [SUMMARY|BODY|COMMANDS] */
static OneNotice *
driver_parse_notice (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  g_auto (GStrv) texts = NULL;
  OneNotice *notice;
  OneStage stage;

  if (g_strv_length (words) < 4 || !one_words_parse_stage (words[1], &stage))
    return NULL;
  notice = one_notice_new (g_ascii_strtoll (words[0], NULL, 10), stage);
  g_free (notice->tag);
  notice->tag = g_strdup (words[2]);
  notice->buttons = driver_parse_buttons (words[3]);
  texts = g_strsplit (words[4] ? words[4] : "", "|", 3);
  if (g_strv_length (texts) < 3)
    return notice;
  g_free (notice->summary);
  g_free (notice->body);
  g_free (notice->commands);
  notice->summary = g_strdup (texts[0]);
  notice->body = g_strcompress (texts[1]);
  notice->commands = g_strdup (texts[2]);
  return notice;
}

/* ID SERVER, then as above. */
static OneNotice *
driver_parse_known (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  OneNotice *notice = g_strv_length (words) == 3 ? driver_parse_notice (words[2]) : NULL;

  if (!notice)
    return NULL;
  g_free (notice->server);
  notice->server = g_strdup (words[1]);
  notice->replaces = (guint32) g_ascii_strtoull (words[0], NULL, 10);
  return notice;
}

static void
driver_tell (Driver *driver, const char *verb, const char *rest)
{
  gboolean show = g_str_equal (verb, "show");
  g_autoptr (OneNotice) notice = show ? driver_parse_notice (rest) : NULL;

  if (g_str_equal (verb, "again") || g_str_equal (verb, "adopt"))
    notice = driver_parse_known (rest);
  if (notice && g_str_equal (verb, "adopt"))
    one_notify_adopt (driver->notify, notice);
  else if (notice)
    one_notify_show (driver->notify, notice);
  else if (g_str_equal (verb, "close"))
    one_notify_close (driver->notify, g_ascii_strtoll (rest, NULL, 10));
  else if (g_str_equal (verb, "lose"))
    fake_patience_end ();
  else if (g_str_equal (verb, "ping"))
    printf ("pong %s\n", rest);
  else
    printf ("what? %s %s\n", verb, rest);
}

static void
driver_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Driver *driver = data;
  g_autofree char *line = g_data_input_stream_read_line_finish (driver->input, result, NULL, NULL);
  g_auto (GStrv) words = g_strsplit (line ? line : "quit", " ", 2);

  if (g_strcmp0 (words[0], "quit") == 0) {
    g_main_loop_quit (driver->loop);
    return;
  }
  driver_tell (driver, words[0], words[1] ? words[1] : "");
  g_data_input_stream_read_line_async (driver->input, G_PRIORITY_DEFAULT, NULL, driver_read,
                                       driver);
}

int
main (void)
{
  g_autoptr (GInputStream) bytes = g_unix_input_stream_new (0, FALSE);
  Driver driver = { .loop = g_main_loop_new (NULL, FALSE),
                    .input = g_data_input_stream_new (bytes) };

  setvbuf (stdout, NULL, _IOLBF, 0);
  driver.notify = one_notify_new (&driver_events, &driver);
  g_data_input_stream_read_line_async (driver.input, G_PRIORITY_DEFAULT, NULL, driver_read,
                                       &driver);
  g_main_loop_run (driver.loop);
  one_notify_free (driver.notify);
  g_object_unref (driver.input);
  g_main_loop_unref (driver.loop);
  puts ("bye");
  return EXIT_SUCCESS;
}
