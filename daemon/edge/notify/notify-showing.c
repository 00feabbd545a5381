/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-showing.h"

#include "edge/notify/notify-call.h"
#include "edge/notify/notify-learn.h"
#include "edge/notify/notify-patience.h"

#define MOST 16 /* calls under way */

/* A notice on its way to the screen. */
typedef struct {
  OneNotifyServer *server; /* (borrowed) */
  OneNotice *notice;       /* (owned) */
  OneNotifyCall *call;     /* (owned) NULL before it is made */
  char *owner;             /* (owned) the server when it was asked for; NULL for none */
  guint32 replaced;
  guint name;
  GArray *stale;      /* (owned) of guint32: to be closed when this one has taken the place */
  gboolean overtaken; /* a newer notice of its meeting is under way or shown */
  gboolean unwanted;  /* to be closed as soon as it is shown */
  gboolean told;      /* that it has failed */
} Showing;

static void
showing_free (Showing *showing)
{
  g_clear_pointer (&showing->call, one_notify_call_free);
  one_notice_free (showing->notice);
  g_array_unref (showing->stale);
  g_free (showing->owner);
  g_free (showing);
}

static gboolean
is_under_way (const OneNotifyServer *server, const Showing *showing)
{
  return g_ptr_array_find (server->calls, showing, NULL);
}

/* Hears what the server says until it has answered the call. It is waited for at least until it is
 * sent, so that no other is taken for it. */
static void
show_wait (OneNotifyServer *server, const Showing *showing, const OneNotifyPatience *patience)
{
  while (is_under_way (server, showing)
         && !(patience->is_over && one_notify_call_is_sent (showing->call)))
    one_notify_patience_go_on ();
  server->hangs = is_under_way (server, showing);
}

static gboolean
is_lost_here (const OneNotifyServer *server)
{
  return server->bus && one_notify_inhibited_get (server->inhibited) == ONE_INHIBITION_ALL;
}

/* A server that came meanwhile is told of, so that the notice comes again; and so is one that shows
 * nothing, so that it does not. */
static void
show_fail (OneNotifyServer *server, Showing *showing, const GError *error)
{
  gboolean another =
      server->owner && (g_strcmp0 (showing->owner, server->owner) != 0 || is_lost_here (server));
  g_autoptr (GError) why = g_error_copy (error);

  if (showing->told)
    return;
  g_dbus_error_strip_remote_error (why);
  g_debug ("row %" G_GINT64_FORMAT " is not shown: %s", showing->notice->sent, why->message);
  server->events.failed (showing->notice->sent, why->message, !server->owner || another,
                         server->data);
  showing->told = TRUE;
  if (another)
    server->tell (server);
}

static void
show_close (OneNotifyServer *server, guint32 id)
{
  one_notify_screen_close (server->screen, id, one_notify_patience_now ());
  one_notify_call_close (server->bus, server->owner, id);
}

/* The newest notice of that tag that is under way, but for this one; NULL if there is none. */
static Showing *
show_find_newest (OneNotifyServer *server, const Showing *but)
{
  for (guint i = server->calls->len; i-- > 0;) {
    Showing *showing = server->calls->pdata[i];

    if (showing != but && *but->notice->tag && g_str_equal (showing->notice->tag, but->notice->tag))
      return showing;
  }
  return NULL;
}

static void
show_overtake (OneNotifyServer *server, const Showing *by)
{
  for (guint i = 0; i < server->calls->len; i++) {
    Showing *showing = server->calls->pdata[i];

    showing->overtaken |= *by->notice->tag && g_str_equal (showing->notice->tag, by->notice->tag);
  }
}

/* Came so late that a newer notice has its place, or will have it: that one may have the same id.
 */
static void
show_remove (OneNotifyServer *server, const Showing *showing, guint32 id)
{
  Showing *newest = show_find_newest (server, showing);

  if (newest)
    g_array_append_val (newest->stale, id);
  else if (showing->unwanted || !one_notify_screen_find (server->screen, id))
    show_close (server, id);
}

/* Closes the replaced notification if it has another id: the server may show both. */
static void
show_keep (OneNotifyServer *server, const Showing *showing, guint32 id)
{
  const OneNotice *notice = showing->notice;

  if (showing->replaced != id && one_notify_screen_find (server->screen, showing->replaced))
    show_close (server, showing->replaced);
  g_debug ("row %" G_GINT64_FORMAT " is notification %u, for %u", notice->sent, id,
           showing->replaced);
  one_notify_screen_add (server->screen, id, notice, showing->name, one_notify_patience_now ());
}

static void
show_close_stale (OneNotifyServer *server, const Showing *showing, guint32 id)
{
  for (guint i = 0; i < showing->stale->len; i++) {
    guint32 stale = g_array_index (showing->stale, guint32, i);

    if (stale != id)
      show_close (server, stale);
  }
}

/* From here on the id means this notice. */
static void
show_succeed (OneNotifyServer *server, Showing *showing, guint32 id)
{
  gboolean gone = showing->overtaken || showing->unwanted;

  server->hangs = FALSE;
  if (gone)
    show_remove (server, showing, id);
  else
    show_keep (server, showing, id);
  show_close_stale (server, showing, id);
  if (showing->told)
    return;
  server->events.shown (showing->notice->sent, server->identity, id, server->data);
  if (showing->overtaken)
    server->events.closed (showing->notice->sent, ONE_CLOSED_BY_US, server->data);
}

static void
show_answered (guint32 id, const GError *error, gpointer data)
{
  Showing *showing = data;
  OneNotifyServer *server = showing->server;
  gboolean gone = g_strcmp0 (showing->owner, server->owner) != 0;
  g_autoptr (GError) lost =
      g_error_new (G_IO_ERROR, G_IO_ERROR_CLOSED, "the notification server went away");
  guint at = 0;

  g_ptr_array_find (server->calls, showing, &at);
  g_ptr_array_steal_index (server->calls, at);
  if (id != 0 && !gone && is_lost_here (server) && showing->notice->sent != ONE_NOTICE_TRIAL) {
    show_close (server, id);
    show_fail (server, showing, lost);
  } else if (id != 0 && !gone)
    show_succeed (server, showing, id);
  else
    show_fail (server, showing, error ? error : lost);
  if (id == 0 && !gone)
    show_close_stale (server, showing, 0);
  showing_free (showing);
}

static void
show_call (OneNotifyServer *server, Showing *showing)
{
  const OneNotice *notice = showing->notice;
  guint32 replaced = one_notify_screen_get_id (server->screen, notice->sent, notice->tag);
  OneNotifyPlace place;

  if (notice->replaces && g_strcmp0 (notice->server, server->identity) == 0)
    replaced = notice->replaces;
  place = one_notify_dress_find_place (notice, replaced, server->screen, &server->about);
  showing->replaced = replaced;
  showing->name = place.name;
  show_overtake (server, showing);
  g_free (showing->owner);
  showing->owner = g_strdup (server->owner);
  g_ptr_array_add (server->calls, showing);
  showing->call = one_notify_call_new (
      server->bus, one_notify_dress_new (notice, &server->about, &place), show_answered, showing);
}

static Showing *
showing_new (OneNotifyServer *server, const OneNotice *notice)
{
  Showing *showing = g_new0 (Showing, 1);

  showing->server = server;
  showing->notice = one_notice_dup (notice);
  showing->owner = g_strdup (server->owner);
  showing->stale = g_array_new (FALSE, FALSE, sizeof (guint32));
  return showing;
}

/* Nobody waits for a test as long as for a reminder. */
static void
show_go_ahead (OneNotifyServer *server, Showing *showing)
{
  g_autoptr (GError) error =
      g_error_new (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the notification server does not answer");

  g_debug ("row %" G_GINT64_FORMAT " is not answered yet", showing->notice->sent);
  if (showing->notice->sent != ONE_NOTICE_TRIAL)
    return;
  show_fail (server, showing, error);
  showing->unwanted = TRUE;
}

void
one_notify_showing_now (OneNotifyServer *server, const OneNotice *notice)
{
  Showing *showing = showing_new (server, notice);
  g_autoptr (GError) error = NULL;
  OneNotifyPatience patience;
  gboolean known = one_notify_learn (server, &error);

  if (known && notice->sent != ONE_NOTICE_TRIAL && is_lost_here (server))
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_BUSY, "the notification server shows nothing now");
  else if (known && server->calls->len >= MOST)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                 "the notification server does not answer");
  if (error) {
    show_fail (server, showing, error);
    showing_free (showing);
    return;
  }
  one_notify_patience_begin (&patience, server->hangs);
  show_call (server, showing);
  show_wait (server, showing, &patience);
  one_notify_patience_end (&patience);
  if (is_under_way (server, showing))
    show_go_ahead (server, showing);
}

/* Shows it again, because some servers signal presses only to the connection that showed it
 * (dunst), and some close it with that connection (GNOME). */
void
one_notify_showing_again (OneNotifyServer *server, const OneNotice *notice, gboolean show)
{
  guint name;

  one_notify_patience_catch_up ();
  if (!server->owner || !g_str_equal (notice->server, server->identity))
    server->events.closed (notice->sent, ONE_CLOSED_LOST, server->data);
  else if (is_lost_here (server)) {
    one_notify_call_close (server->bus, server->owner, notice->replaces);
    server->events.closed (notice->sent, ONE_CLOSED_LOST, server->data);
  } else if (show)
    one_notify_showing_now (server, notice);
  else {
    name = one_notify_screen_pick_name (server->screen, notice->replaces, ONE_NOTIFY_HABITS_KEPT);
    one_notify_screen_add (server->screen, notice->replaces, notice, name,
                           one_notify_patience_now ());
  }
}

void
one_notify_showing_take_back (OneNotifyServer *server, gint64 sent)
{
  for (guint i = 0; i < server->calls->len; i++) {
    Showing *showing = server->calls->pdata[i];

    showing->unwanted |= showing->notice->sent == sent;
  }
}

void
one_notify_showing_drop (OneNotifyServer *server)
{
  while (server->calls->len > 0)
    showing_free (g_ptr_array_steal_index (server->calls, server->calls->len - 1));
}
