/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-call.h"

#include <libnotify/notify.h>

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

struct OneNotifyCall {
  gint references;           /* of the caller, the filter, the thread, and each event under way */
  gint serial;               /* of the message; 0 before it is sent. Atomic */
  GMainContext *context;     /* (owned) */
  GDBusConnection *bus;      /* (owned) until it is answered or dropped */
  GCancellable *cancellable; /* (owned) for the question whether the server lives */
  GObject *notification;     /* (owned) until the thread has ended */
  GError *error;             /* (owned) of libnotify; NULL for none */
  guint filter;
  gboolean over; /* answered or dropped */
  OneNotifyAnswered answered;
  gpointer data; /* (borrowed) */
};

/* An answer on its way from the bus. */
typedef struct {
  OneNotifyCall *call; /* (owned) */
  guint32 id;
  GError *error; /* (owned) NULL for an id */
} Answer;

gboolean
one_notify_call_prepare (void)
{
  g_autofree char *name = NULL;
  g_autofree char *vendor = NULL;
  g_autofree char *version = NULL;
  g_autofree char *specification = NULL;

  return notify_get_server_info (&name, &vendor, &version, &specification);
}

static OneNotifyCall *
call_ref (OneNotifyCall *call)
{
  g_atomic_int_inc (&call->references);
  return call;
}

static void
call_unref (gpointer data)
{
  OneNotifyCall *call = data;

  if (!g_atomic_int_dec_and_test (&call->references))
    return;
  g_main_context_unref (call->context);
  g_clear_error (&call->error);
  g_free (call);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  call_unref (answer->call);
  g_clear_error (&answer->error);
  g_free (answer);
}

static void
call_post (OneNotifyCall *call, GSourceFunc func, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT); /* that of signals */
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, call->context);
}

static void
call_end (OneNotifyCall *call)
{
  call->over = TRUE;
  g_cancellable_cancel (call->cancellable);
  g_clear_object (&call->cancellable);
  g_dbus_connection_remove_filter (call->bus, call->filter);
  g_clear_object (&call->bus);
}

static void
call_answer (OneNotifyCall *call, guint32 id, const GError *error)
{
  if (call->over)
    return;
  call_end (call);
  call->answered (id, error, call->data);
}

static gboolean
call_heard (gpointer data)
{
  Answer *answer = data;

  call_answer (answer->call, answer->id, answer->error);
  return G_SOURCE_REMOVE;
}

static void
answer_read (Answer *answer, GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);

  if (g_dbus_message_to_gerror (message, &answer->error))
    return;
  if (body && g_variant_is_of_type (body, G_VARIANT_TYPE ("(u)")))
    g_variant_get (body, "(u)", &answer->id);
  if (answer->id == 0)
    answer->error =
        g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the notification server gave no id");
}

/* On GDBus' own thread. Of calls under way only the newest has not been sent. */
static GDBusMessage *
call_filter (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer data)
{
  OneNotifyCall *call = data;
  gint serial = g_atomic_int_get (&call->serial);
  Answer *answer;

  if (!incoming && serial == 0
      && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL
      && g_strcmp0 (g_dbus_message_get_member (message), "Notify") == 0
      && g_strcmp0 (g_dbus_message_get_interface (message), NAME) == 0) {
    g_atomic_int_set (&call->serial, (gint) g_dbus_message_get_serial (message));
    g_main_context_wakeup (call->context);
  }
  if (!incoming || serial == 0 || g_dbus_message_get_reply_serial (message) != (guint32) serial)
    return message;
  answer = g_new0 (Answer, 1);
  answer->call = call_ref (call);
  answer_read (answer, message);
  call_post (call, call_heard, answer, answer_free);
  return message;
}

/* The server takes one after the other: it has answered what it was asked later, or is gone. */
static void
call_passed_over (GObject *source, GAsyncResult *result, gpointer data)
{
  OneNotifyCall *call = data;
  g_autoptr (GVariant) answer G_GNUC_UNUSED =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  call_answer (call, 0, call->error);
  call_unref (call);
}

/* libnotify has ended: the answer has been heard, or it never sent the call, or waited in vain. In
 * vain is not never: a server that slept would show it after all. The notification goes here and
 * not on the call's thread, because libnotify's handler of the server's signals holds no reference:
 * it may just be looking at it. */
static gboolean
call_returned (gpointer data)
{
  OneNotifyCall *call = data;

  g_clear_object (&call->notification);
  if (call->over)
    return G_SOURCE_REMOVE;
  if (!call->error)
    g_set_error (&call->error, G_IO_ERROR, G_IO_ERROR_FAILED, "the call was not sent");
  if (g_atomic_int_get (&call->serial) == 0) {
    call_answer (call, 0, call->error);
    return G_SOURCE_REMOVE;
  }
  g_debug ("libnotify has given up a call: %s", call->error->message);
  g_dbus_connection_call (call->bus, NAME, PATH, NAME, "GetServerInformation", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, call->cancellable,
                          call_passed_over, call_ref (call));
  return G_SOURCE_REMOVE;
}

void
one_notify_call_sweep (GMainContext *context)
{
  if (!g_main_context_acquire (context))
    return;
  while (g_main_context_iteration (context, FALSE)) {
  }
  g_main_context_release (context);
}

static gpointer
call_run (gpointer data)
{
  OneNotifyCall *call = data;
  g_autoptr (GMainContext) context = g_main_context_ref (call->context);

  if (!notify_notification_show (NOTIFY_NOTIFICATION (call->notification), &call->error))
    g_debug ("libnotify has not shown it: %s", call->error ? call->error->message : "");
  call_post (call, call_returned, call, call_unref);
  one_notify_call_sweep (context);
  return NULL;
}

OneNotifyCall *
one_notify_call_new (GDBusConnection *bus, GObject *notification, OneNotifyAnswered answered,
                     gpointer data)
{
  OneNotifyCall *call = g_new0 (OneNotifyCall, 1);

  call->references = 3;
  call->context = g_main_context_ref_thread_default ();
  call->bus = g_object_ref (bus);
  call->cancellable = g_cancellable_new ();
  call->notification = notification;
  call->answered = answered;
  call->data = data;
  call->filter = g_dbus_connection_add_filter (bus, call_filter, call, call_unref);
  g_thread_unref (g_thread_new ("libnotify", call_run, call));
  return call;
}

gboolean
one_notify_call_is_sent (OneNotifyCall *call)
{
  return call->over || g_atomic_int_get (&call->serial) != 0;
}

void
one_notify_call_free (OneNotifyCall *call)
{
  if (!call->over)
    call_end (call);
  call_unref (call);
}

void
one_notify_call_close (GDBusConnection *bus, const char *owner, guint32 id)
{
  g_dbus_connection_call (bus, owner, PATH, NAME, "CloseNotification", g_variant_new ("(u)", id),
                          NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}
