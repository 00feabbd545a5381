/* SPDX-License-Identifier: MIT */
#include "bus/service.h"

#include "bus/methods-archive.h"
#include "bus/methods-read.h"
#include "bus/methods-write.h"
#include "bus/object-data.h"
#include "bus/pack/pack-meeting.h"
#include "bus/trim.h"
#include "bus/turns.h"
#include "engine/ops/ops.h"

struct _OneService {
  OneOned1Skeleton parent_instance;

  OneTrim *trim;       /* (owned) */
  OneTurns *turns;     /* (owned) of GDBusMethodInvocation */
  OneSending *sending; /* (owned) */
};

enum {
  PROP_NOW = 1,
};

static void
service_methods_init (OneOned1Iface *iface)
{
  one_methods_read_init (iface);
  one_methods_write_init (iface);
  one_methods_archive_init (iface);
}

G_DEFINE_TYPE_WITH_CODE (OneService, one_service, ONE_TYPE_ONED1_SKELETON,
                         G_IMPLEMENT_INTERFACE (ONE_TYPE_ONED1, service_methods_init))

/* Asks the engine for `now`: a value that was kept would be old. */
static void
service_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_NOW)
    g_value_set_int64 (value, one_engine_now (one_object_data_get_engine (ONE_ONED1 (object))));
}

static void
service_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

/* The last thing of the call: its reply has been handed to the connection. */
static void
call_ended (gpointer data, GObject *call)
{
  g_autoptr (OneService) service = data;
  GDBusConnection *connection =
      g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (service));

  if (connection)
    one_trim_soon (service->trim, connection);
}

static void
sending_begun (gpointer data)
{
  if (ONE_SERVICE (data)->turns)
    one_turns_hold (ONE_SERVICE (data)->turns);
}

static void
sending_ended (gpointer data)
{
  if (ONE_SERVICE (data)->turns)
    one_turns_go_on (ONE_SERVICE (data)->turns);
}

/* Calls that may be slow: answers grow with the user's text. */
static const char *const long_calls[] = {
  "GetAgendas",   "ListMeetings", "ListPoints", "ListActions", "ListPeople", "GetPerson",
  "GetChronicle", "GetCoverage",  "ListNotes",  "Search",      NULL,
};

/* Lets generated code answer, as it would have at once. */
static void
answer_call (gpointer data, gpointer unused)
{
  GDBusMethodInvocation *call = data;
  gpointer skeleton = g_dbus_method_invocation_get_user_data (call);
  GDBusInterfaceVTable *generated =
      G_DBUS_INTERFACE_SKELETON_CLASS (one_service_parent_class)->get_vtable (skeleton);

  generated->method_call (g_dbus_method_invocation_get_connection (call),
                          g_dbus_method_invocation_get_sender (call),
                          g_dbus_method_invocation_get_object_path (call),
                          g_dbus_method_invocation_get_interface_name (call),
                          g_dbus_method_invocation_get_method_name (call),
                          g_dbus_method_invocation_get_parameters (call), call, skeleton);
}

static void
take_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
           const char *method, GVariant *parameters, GDBusMethodInvocation *call, gpointer data)
{
  g_object_weak_ref (G_OBJECT (call), call_ended, g_object_ref (data));
  one_turns_take (ONE_SERVICE (data)->turns, sender, call, g_strv_contains (long_calls, method));
}

/* Where each call passes. Not GDBus' authorizing, which is done by several threads, so that the
 * calls of one caller come in any order. */
static GDBusInterfaceVTable *
service_get_vtable (GDBusInterfaceSkeleton *skeleton)
{
  static GDBusInterfaceVTable vtable;

  vtable = *G_DBUS_INTERFACE_SKELETON_CLASS (one_service_parent_class)->get_vtable (skeleton);
  vtable.method_call = take_call;
  return &vtable;
}

static void
service_finalize (GObject *object)
{
  g_clear_pointer (&ONE_SERVICE (object)->turns, one_turns_free);
  one_sending_free (ONE_SERVICE (object)->sending);
  one_trim_free (ONE_SERVICE (object)->trim);
  G_OBJECT_CLASS (one_service_parent_class)->finalize (object);
}

static void
one_service_class_init (OneServiceClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  G_DBUS_INTERFACE_SKELETON_CLASS (class)->get_vtable = service_get_vtable;
  object_class->finalize = service_finalize;
  object_class->get_property = service_get_property;
  object_class->set_property = service_set_property;
  g_object_class_override_property (object_class, PROP_NOW, "now");
}

static void
one_service_init (OneService *service)
{
  service->trim = one_trim_new ();
  service->turns = one_turns_new (answer_call, g_object_unref, NULL);
}

OneService *
one_service_new (OneEngine *engine, GDBusConnection *bus)
{
  OneService *service = g_object_new (ONE_TYPE_SERVICE, "version", ONE_VERSION, NULL);

  service->sending = one_sending_new (bus, sending_begun, sending_ended, service);
  one_object_data_set_engine (ONE_ONED1 (service), engine);
  one_object_data_set_sending (ONE_ONED1 (service), service->sending);
  one_service_refresh (service);
  return service;
}

/* Calls that wait keep the service, and it keeps them. */
void
one_service_end (OneService *service)
{
  g_clear_pointer (&service->turns, one_turns_free);
}

void
one_service_refresh (OneService *service)
{
  g_auto (GStrv) titles = NULL;
  g_autoptr (GPtrArray) overlaps = NULL;
  OneEngine *engine = one_object_data_get_engine (ONE_ONED1 (service));
  g_autoptr (OneMeeting) next = one_ops_agenda_next (engine, &titles, &overlaps);
  const OneMeetingNext view = { next, (const char *const *) titles, overlaps };
  g_autoptr (GVariant) record =
      g_variant_ref_sink (next ? one_record_pack (&view, (OneRecordFunc) one_pack_meeting_next)
                               : g_variant_new ("a{sv}", NULL));
  GVariant *known = one_oned1_get_next (ONE_ONED1 (service));

  if (!known || !g_variant_equal (known, record))
    one_oned1_set_next (ONE_ONED1 (service), record);
}
