/* SPDX-License-Identifier: MIT */
#include "bus/sending.h"

#define LARGE 16384 /* bytes: below, another thread costs more than it saves */

struct OneSending {
  gint references;      /* of the owner, the filter, and each large answer under way */
  GDBusConnection *bus; /* (owned) by the owner; NULL when it is freed */
  guint filter;
  void (*begun) (gpointer data);
  void (*ended) (gpointer data);
  gpointer data; /* (borrowed) for both */
};

/* Hangs on the reply without a body, then on that with it, and goes with it. */
typedef struct {
  OneSending *sending; /* (owned) */
  GVariant *body;      /* (owned) */
} Load;

static GQuark
load_quark (void)
{
  return g_quark_from_static_string ("oned-load");
}

static OneSending *
sending_ref (OneSending *sending)
{
  g_atomic_int_inc (&sending->references);
  return sending;
}

static void
sending_unref (gpointer data)
{
  OneSending *sending = data;

  if (g_atomic_int_dec_and_test (&sending->references))
    g_free (sending);
}

static gboolean
written (gpointer data)
{
  OneSending *sending = data;

  if (sending->bus)
    sending->ended (sending->data);
  return G_SOURCE_REMOVE;
}

/* On GDBus' thread, when the message has been written. */
static void
load_free (gpointer data)
{
  Load *load = data;

  g_variant_unref (load->body);
  g_idle_add_full (G_PRIORITY_DEFAULT, written, load->sending, sending_unref);
  g_free (load);
}

/* On GDBus' thread, right before a message is written. */
static GDBusMessage *
put_in (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer data)
{
  Load *load = incoming ? NULL : g_object_get_qdata (G_OBJECT (message), load_quark ());
  GDBusMessage *loaded = load ? g_dbus_message_copy (message, NULL) : NULL;

  if (!loaded)
    return message;
  g_dbus_message_set_body (loaded, load->body);
  g_object_set_qdata_full (G_OBJECT (loaded), load_quark (),
                           g_object_steal_qdata (G_OBJECT (message), load_quark ()), load_free);
  g_object_unref (message);
  return loaded;
}

OneSending *
one_sending_new (GDBusConnection *bus, void (*begun) (gpointer data), void (*ended) (gpointer data),
                 gpointer data)
{
  OneSending *sending = g_new0 (OneSending, 1);

  sending->references = 1;
  sending->bus = g_object_ref (bus);
  sending->begun = begun;
  sending->ended = ended;
  sending->data = data;
  sending->filter =
      g_dbus_connection_add_filter (bus, put_in, sending_ref (sending), sending_unref);
  return sending;
}

static void
send_large (OneSending *sending, GDBusMethodInvocation *call, GVariant *body)
{
  GDBusMessage *asked = g_dbus_method_invocation_get_message (call);
  g_autoptr (GDBusMessage) reply = g_dbus_message_new_method_reply (asked);
  Load *load = g_new0 (Load, 1);

  load->sending = sending_ref (sending);
  load->body = g_variant_ref (body);
  g_object_set_qdata_full (G_OBJECT (reply), load_quark (), load, load_free);
  sending->begun (sending->data);
  g_dbus_connection_send_message (g_dbus_method_invocation_get_connection (call), reply,
                                  G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (call);
}

void
one_sending_answer (OneSending *sending, GDBusMethodInvocation *call, GVariant *body)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (body);
  GDBusMessage *asked = g_dbus_method_invocation_get_message (call);
  gboolean awaited = !(g_dbus_message_get_flags (asked) & G_DBUS_MESSAGE_FLAGS_NO_REPLY_EXPECTED);

  if (awaited && g_variant_get_size (owned) >= LARGE)
    send_large (sending, call, owned);
  else
    g_dbus_method_invocation_return_value (call, owned);
}

void
one_sending_free (OneSending *sending)
{
  g_dbus_connection_remove_filter (sending->bus, sending->filter);
  g_clear_object (&sending->bus);
  sending_unref (sending);
}
