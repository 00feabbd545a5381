/* SPDX-License-Identifier: MIT */
#include "tests/unit/engine/fake-notify.h"

#include "edge/desktop/launch.h"

struct OneNotify {
  OneNotifyEvents events;
  gpointer data; /* (borrowed) */
};

static OneNotify *present; /* (borrowed) by whoever made it */
static GString *called;
static void (*hook) (gint64 sent, gpointer data);
static gpointer hook_data;
static const char *launch_why = "";

static void G_GNUC_PRINTF (1, 2) call (const char *format, ...)
{
  va_list arguments;

  if (!called)
    called = g_string_new (NULL);
  if (called->len > 0)
    g_string_append (called, "; ");
  va_start (arguments, format);
  g_string_append_vprintf (called, format, arguments);
  va_end (arguments);
}

char *
fake_notify_take_calls (void)
{
  char *text = g_strdup (called ? called->str : "");

  if (called)
    g_string_truncate (called, 0);
  return text;
}

void
fake_notify_set_hook (void (*showing) (gint64 sent, gpointer data), gpointer data)
{
  hook = showing;
  hook_data = data;
}

void
fake_notify_set_launch (const char *why)
{
  launch_why = why;
}

OneNotify *
one_notify_new (const OneNotifyEvents *events, gpointer data)
{
  present = g_new0 (OneNotify, 1);
  present->events = *events;
  present->data = data;
  return present;
}

void
one_notify_free (OneNotify *notify)
{
  present = NULL;
  g_free (notify);
}

/* The id of another server, or of none, is none. */
static void
call_with (const char *what, const char *stage, const OneNotice *notice)
{
  g_autofree char *place = g_str_equal (notice->server, "s")
                               ? g_strdup_printf (" on %u", notice->replaces)
                               : g_strdup ("");

  call ("%s %" G_GINT64_FORMAT "%s%s", what, notice->sent, stage, place);
}

void
one_notify_show (OneNotify *notify, const OneNotice *notice)
{
  g_autofree char *stage = g_strconcat (" ", one_words_format_stage (notice->stage), NULL);

  call_with ("show", stage, notice);
  if (hook)
    hook (notice->sent, hook_data);
}

void
one_notify_adopt (OneNotify *notify, const OneNotice *notice)
{
  g_assert_true (notice->quiet);
  call_with ("adopt", "", notice);
}

void
one_notify_recall (OneNotify *notify, const OneNotice *notice)
{
  call_with ("recall", "", notice);
}

void
one_notify_close (OneNotify *notify, gint64 sent)
{
  call ("close %" G_GINT64_FORMAT, sent);
}

/* It answers at once, which the real one does not. */
void
one_launch_open (const char *target, const char *token, GCancellable *cancellable,
                 OneLaunchDone done, gpointer data)
{
  g_autoptr (GError) error =
      *launch_why ? g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, launch_why) : NULL;

  call ("open %s%s%s", target, *token ? " " : "", token);
  done (error, data);
}

void
fake_notify_shown (gint64 sent, guint32 id)
{
  present->events.shown (sent, "s", id, present->data);
}

void
fake_notify_failed (gint64 sent, const char *why, gboolean no_server)
{
  present->events.failed (sent, why, no_server, present->data);
}

void
fake_notify_closed (gint64 sent, OneClosed reason)
{
  present->events.closed (sent, reason, present->data);
}

void
fake_notify_pressed (gint64 sent, OneButton button)
{
  present->events.pressed (sent, button, "token", present->data);
}

void
fake_notify_server_changed (gboolean is_present, OneInhibition inhibited)
{
  present->events.server_changed (is_present, inhibited, present->data);
}
