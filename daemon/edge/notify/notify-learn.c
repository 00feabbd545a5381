/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-learn.h"

#include "edge/notify/notify-ask.h"
#include "edge/notify/notify-call.h"
#include "edge/notify/notify-patience.h"

static void
learn_told (const OneNotifyAbout *about, const GError *error, gpointer data)
{
  OneNotifyServer *server = data;
  gboolean is_news = server->hangs;

  server->asking = FALSE;
  server->hangs = FALSE;
  g_clear_pointer (&server->asked, g_free);
  if (about && server->owner) {
    server->about = *about;
    server->learnt = TRUE;
    one_notify_inhibited_set_habits (server->inhibited, about->habits);
    if (server->events.learnt)
      server->events.learnt (about->habits, server->data);
  } else
    server->unknown =
        error ? g_error_copy (error)
              : g_error_new (G_IO_ERROR, G_IO_ERROR_CLOSED, "the notification server went away");
  if (is_news)
    server->tell (server);
}

void
one_notify_learn_begin (OneNotifyServer *server)
{
  if (server->learnt || server->asking)
    return;
  server->asking = TRUE;
  server->asked = g_strdup (server->owner);
  g_clear_error (&server->unknown);
  one_notify_ask_begin (server->bus, server->cancellable, learn_told, server);
}

/* A question that was put to a server that was yet to come is for the one that has come. */
void
one_notify_learn_forget (OneNotifyServer *server)
{
  server->learnt = FALSE;
  if (!server->asked)
    return;
  g_cancellable_cancel (server->cancellable);
  g_object_unref (server->cancellable);
  server->cancellable = g_cancellable_new ();
  server->asking = FALSE;
  g_clear_pointer (&server->asked, g_free);
  g_set_error (&server->unknown, G_IO_ERROR, G_IO_ERROR_CLOSED,
               "the notification server went away");
}

static void
learn_wait (OneNotifyServer *server)
{
  OneNotifyPatience patience;

  one_notify_patience_begin (&patience, server->hangs);
  one_notify_learn_begin (server);
  while (server->asking && !patience.is_over)
    one_notify_patience_go_on ();
  one_notify_patience_end (&patience);
  server->hangs = server->asking;
}

gboolean
one_notify_learn (OneNotifyServer *server, GError **error)
{
  if (!server->bus) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "there is no session bus");
    return FALSE;
  }
  one_notify_patience_catch_up ();
  if (!server->learnt)
    learn_wait (server);
  if (server->learnt && !server->prepared)
    server->prepared = one_notify_call_prepare ();
  if (server->learnt && server->prepared)
    return TRUE;
  if (server->unknown)
    g_propagate_error (error, g_error_copy (server->unknown));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                 "the notification server does not answer");
  return FALSE;
}
