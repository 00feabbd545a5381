/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-show.h"

#include "edge/notify/notify-call.h"
#include "edge/notify/notify-server-state.h"

#define ATTEMPTS 2

/* Starts a server that D-Bus can activate. */
static gboolean
show_learn (OneNotifyServer *server, GError **error)
{
  if (!server->bus) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "there is no session bus");
    return FALSE;
  }
  one_notify_call_catch_up ();
  if (server->learnt)
    return TRUE;
  if (!one_notify_call_learn (server->bus, &server->about, error))
    return FALSE;
  one_notify_call_catch_up ();
  server->learnt = server->owner != NULL;
  return TRUE;
}

/* Where the notice goes if that notification is to be replaced: into its place, or beside it. */
static OneNotifyPlace
show_find_place (OneNotifyServer *server, const OneNotice *notice, guint32 replaced)
{
  const OneNotice *other = one_notify_screen_find (server->screen, replaced);
  OneNotifyPlace place = { replaced, 0 };

  if (other && !one_notify_dress_fits (notice, other, &server->about))
    place.replaces = 0;
  if (server->about.habits->habits & ONE_NOTIFY_HABIT_FEW_KEPT)
    place.name =
        one_notify_screen_pick_name (server->screen, place.replaces, ONE_NOTIFY_HABITS_KEPT);
  return place;
}

/* Closes the replaced notification if it has another id: the server may show both. */
static void
show_keep (OneNotifyServer *server, const OneNotice *notice, guint32 replaced, guint32 id,
           guint name)
{
  if (replaced != id && one_notify_screen_del (server->screen, replaced))
    one_notify_server_send_close (server, replaced);
  g_debug ("row %" G_GINT64_FORMAT " is notification %u, for %u", notice->sent, id, replaced);
  one_notify_screen_add (server->screen, id, notice, name);
  server->events.shown (notice->sent, server->identity, id, server->data);
}

static gboolean
show_try (OneNotifyServer *server, const OneNotice *notice, GError **error)
{
  OneNotifyPlace place;
  guint32 replaced, id;

  if (!show_learn (server, error))
    return FALSE;
  replaced = one_notify_screen_get_id (server->screen, notice->sent, notice->tag);
  if (notice->replaces && g_strcmp0 (notice->server, server->identity) == 0)
    replaced = notice->replaces;
  place = show_find_place (server, notice, replaced);
  id = one_notify_call_show (notice, &server->about, &place, error);
  if (id == 0)
    return FALSE;
  /* From here on the id means this notice: signals sent until now are about the old one. */
  if (one_notify_screen_find (server->screen, id))
    one_notify_call_catch_up ();
  if (!server->learnt) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "the notification server went away");
    return FALSE;
  }
  show_keep (server, notice, replaced, id, place.name);
  return TRUE;
}

/* Tries again if the server was replaced by another meanwhile. */
void
one_notify_show_now (OneNotifyServer *server, const OneNotice *notice)
{
  for (guint i = 1;; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *asked = g_strdup (server->owner);

    if (show_try (server, notice, &error))
      return;
    one_notify_call_catch_up ();
    if (i < ATTEMPTS && server->owner && g_strcmp0 (server->owner, asked) != 0)
      continue;
    g_dbus_error_strip_remote_error (error);
    g_debug ("row %" G_GINT64_FORMAT " is not shown: %s", notice->sent, error->message);
    server->events.failed (notice->sent, error->message, !server->owner, server->data);
    return;
  }
}

/* Shows it again, because some servers signal presses only to the connection that showed it
 * (dunst), and some close it with that connection (GNOME). */
void
one_notify_show_again (OneNotifyServer *server, const OneNotice *notice, gboolean show)
{
  if (server->bus)
    one_notify_call_catch_up ();
  if (!server->owner || !g_str_equal (notice->server, server->identity))
    server->events.closed (notice->sent, ONE_CLOSED_LOST, server->data);
  else if (show)
    one_notify_show_now (server, notice);
  else
    one_notify_screen_add (server->screen, notice->replaces, notice, 0);
}
