/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-server.h"

#include <libnotify/notify.h>

#include "edge/notify/notify-call.h"
#include "edge/notify/notify-learn.h"
#include "edge/notify/notify-patience.h"
#include "edge/notify/notify-showing.h"
#include "edge/notify/notify-text.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define BUS "org.freedesktop.DBus"

static void
server_lose (gint64 sent, gpointer data)
{
  OneNotifyServer *server = data;

  server->events.closed (sent, ONE_CLOSED_LOST, server->data);
}

/* They would keep their names, and what replaces them would be lost, and they with it. */
static void
server_take_off (OneNotifyServer *server)
{
  guint32 id;

  while ((id = one_notify_screen_get_first (server->screen)) != 0) {
    server_lose (one_notify_screen_find (server->screen, id)->sent, server);
    one_notify_screen_close (server->screen, id, one_notify_patience_now ());
    one_notify_call_close (server->bus, server->owner, id);
  }
}

static void
server_tell (gpointer data)
{
  OneNotifyServer *server = data;
  OneInhibition inhibited = one_notify_inhibited_get (server->inhibited);

  if (inhibited == ONE_INHIBITION_ALL && server->owner)
    server_take_off (server);
  server->events.server_changed (server->owner != NULL, inhibited, server->data);
}

/* `identity` includes the bus: another session may give its unique name to another program. */
static void
server_set_owner (OneNotifyServer *server, const char *owner)
{
  g_free (server->owner);
  g_free (server->identity);
  server->owner = *owner ? g_strdup (owner) : NULL;
  server->identity = g_strdup_printf ("%s@%s", owner, g_dbus_connection_get_guid (server->bus));
  one_notify_learn_forget (server);
  g_debug ("notification server: %s", server->owner ? server->owner : "none");
  one_notify_inhibited_set_owner (server->inhibited, server->owner);
  if (server->owner)
    one_notify_learn_begin (server);
}

static void
server_owner_changed (GDBusConnection *bus, const char *sender, const char *path,
                      const char *interface, const char *signal, GVariant *values, gpointer data)
{
  OneNotifyServer *server = data;
  const char *owner;

  if (!g_variant_is_of_type (values, G_VARIANT_TYPE ("(sss)")))
    return;
  g_variant_get (values, "(&s&s&s)", NULL, NULL, &owner);
  if (g_strcmp0 (owner, server->owner) == 0)
    return;
  one_notify_screen_clear (server->screen, server_lose, server);
  server_set_owner (server, owner);
  server_tell (server);
}

/* Translates the server's reason for closing that notification; 0: nothing, because it is about the
 * one before it, or because it is in the server's list, from where it can be called back. */
static guint32
server_judge (OneNotifyServer *server, guint32 id, guint32 reason)
{
  const OneNotifyHabits *habits = server->learnt ? server->about.habits : NULL;
  gint64 now = one_notify_patience_now ();
  gint64 shown = one_notify_screen_get_shown (server->screen, id, now);
  gint64 closed = one_notify_screen_get_closed (server->screen, id, now);

  if (reason < ONE_CLOSED_EXPIRED || reason > ONE_CLOSED_UNDEFINED)
    return ONE_CLOSED_UNDEFINED;
  if (!habits)
    return reason;
  if (reason == ONE_CLOSED_EXPIRED && habits->habits & ONE_NOTIFY_HABIT_POPUP_ENDS)
    return 0;
  if (reason != ONE_CLOSED_DISMISSED || one_notify_habits_is_dismissal (habits, shown, closed))
    return reason;
  return one_notify_habits_is_dismissal (habits, shown, -1) ? 0 : ONE_CLOSED_EXPIRED;
}

static void
server_closed (OneNotifyServer *server, guint32 id, guint32 reason)
{
  const OneNotice *notice = one_notify_screen_find (server->screen, id);
  guint32 meant = notice ? server_judge (server, id, reason) : 0;

  if (!notice)
    return;
  g_debug ("notification %u closed, row %" G_GINT64_FORMAT ", reason %u, that is %u", id,
           notice->sent, reason, meant);
  if (meant == 0)
    return;
  server->events.closed (notice->sent, (OneClosed) meant, server->data);
  one_notify_screen_del (server->screen, id);
}

/* A press ends the notification: some servers keep it, some say that it was dismissed. */
static void
server_pressed (OneNotifyServer *server, guint32 id, const char *key)
{
  const OneNotice *notice = one_notify_screen_find (server->screen, id);
  g_autofree char *token = g_steal_pointer (&server->token);
  OneButton button;

  if (!notice || !one_notify_text_find_button (notice, key, &button))
    return;
  g_debug ("notification %u pressed: %s", id, one_notice_button_key (button));
  server->events.pressed (notice->sent, button, token ? token : "", server->data);
  one_notify_screen_close (server->screen, id, one_notify_patience_now ());
  one_notify_call_close (server->bus, server->owner, id);
}

/* Ignores signals that others on the bus send. */
static void
server_signal (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
               const char *signal, GVariant *values, gpointer data)
{
  OneNotifyServer *server = data;
  gboolean closed = g_str_equal (signal, "NotificationClosed");
  guint32 id, reason;
  const char *word;

  if (!server->owner || g_strcmp0 (sender, server->owner) != 0)
    return;
  if (closed && g_variant_is_of_type (values, G_VARIANT_TYPE ("(uu)"))) {
    g_variant_get (values, "(uu)", &id, &reason);
    server_closed (server, id, reason);
  }
  if (closed || !g_variant_is_of_type (values, G_VARIANT_TYPE ("(us)")))
    return;
  g_variant_get (values, "(u&s)", &id, &word);
  if (g_str_equal (signal, "ActionInvoked"))
    server_pressed (server, id, word);
  if (g_str_equal (signal, "ActivationToken")) {
    g_free (server->token);
    server->token = g_strdup (word);
  }
}

static void
server_find_owner (OneNotifyServer *server)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      server->bus, BUS, "/", BUS, "GetNameOwner", g_variant_new ("(s)", NAME),
      G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  const char *owner;

  if (!answer)
    return;
  g_variant_get (answer, "(&s)", &owner);
  server_set_owner (server, owner);
}

OneNotifyServer *
one_notify_server_new (const OneNotifyEvents *events, gpointer data)
{
  OneNotifyServer *server = g_new0 (OneNotifyServer, 1);

  server->events = *events;
  server->data = data;
  server->screen = one_notify_screen_new ();
  server->calls = g_ptr_array_new ();
  server->cancellable = g_cancellable_new ();
  server->tell = server_tell;
  notify_init ("oned");
  server->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (!server->bus)
    return server;
  server->owners = g_dbus_connection_signal_subscribe (server->bus, BUS, BUS, "NameOwnerChanged",
                                                       NULL, NAME, G_DBUS_SIGNAL_FLAGS_NONE,
                                                       server_owner_changed, server, NULL);
  server->signals =
      g_dbus_connection_signal_subscribe (server->bus, NULL, NAME, NULL, PATH, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, server_signal, server, NULL);
  server->inhibited = one_notify_inhibited_new (server->bus, server_tell, server);
  server_find_owner (server);
  return server;
}

void
one_notify_server_close (OneNotifyServer *server, gint64 sent)
{
  guint32 id = one_notify_screen_get_id (server->screen, sent, "");

  one_notify_showing_take_back (server, sent);
  if (id == 0)
    return;
  g_debug ("notification %u of row %" G_GINT64_FORMAT " is closed by oned", id, sent);
  one_notify_screen_close (server->screen, id, one_notify_patience_now ());
  one_notify_call_close (server->bus, server->owner, id);
}

void
one_notify_server_free (OneNotifyServer *server)
{
  g_cancellable_cancel (server->cancellable);
  one_notify_showing_drop (server);
  if (server->bus) {
    g_dbus_connection_signal_unsubscribe (server->bus, server->signals);
    g_dbus_connection_signal_unsubscribe (server->bus, server->owners);
    g_dbus_connection_flush_sync (server->bus, NULL, NULL);
  }
  g_clear_pointer (&server->inhibited, one_notify_inhibited_free);
  g_clear_object (&server->bus);
  one_notify_screen_free (server->screen);
  g_ptr_array_unref (server->calls);
  g_object_unref (server->cancellable);
  g_clear_error (&server->unknown);
  g_free (server->asked);
  g_free (server->owner);
  g_free (server->identity);
  g_free (server->token);
  g_free (server);
}
