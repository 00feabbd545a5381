/* SPDX-License-Identifier: MIT */
/* oned with a clock that stands still until it is told to go on: the same engine, bus and reader,
 * but time comes from org.oned.Oned1.Clock.Set. Never installed.
 *
 * Set answers when what followed from the new time has been read, judged and shown; Jump answers at
 * once. Who does not answer oned is given up at Lose, which answers then, and not before. */
#include "run.h"

#include <errno.h>
#include <unistd.h>

#include "edge/notify/notify-server.h"
#include "edge/notify/notify.h"
#include "tests/fakes/judgements.h"
#include "tests/fakes/patience.h"
#include "wire/names.h"

static const char xml[] = "<node><interface name='" ONE_CLOCK_INTERFACE "'>"
                          "<method name='Set'><arg name='now' type='x' direction='in'/></method>"
                          "<method name='Jump'><arg name='now' type='x' direction='in'/></method>"
                          "<method name='Lose'/>"
                          "</interface></node>";

typedef struct {
  OneClock clock; /* first, so that a OneClock is a Fake */
  gint64 now;
  gint64 wake;
  OneEngine *engine;           /* (borrowed) */
  GDBusMethodInvocation *call; /* the Set that waits for its answer */
} Fake;

static gint64
fake_now (OneClock *clock)
{
  return ((Fake *) clock)->now;
}

static void
fake_set_wake (OneClock *clock, gint64 at)
{
  ((Fake *) clock)->wake = at;
}

static void
fake_free (OneClock *clock)
{
}

/* Closing is asked of another thread, which says nothing when it has done so. */
static gint closes;

static void
answer_if_settled (Fake *fake)
{
  if (fake->call && g_atomic_int_get (&closes) == 0 && one_engine_has_settled (fake->engine))
    g_dbus_method_invocation_return_value (g_steal_pointer (&fake->call), NULL);
}

static gboolean
closed (gpointer data)
{
  answer_if_settled (data);
  return G_SOURCE_REMOVE;
}

void __real_one_notify_close (OneNotify *notify, gint64 sent);
void __wrap_one_notify_close (OneNotify *notify, gint64 sent);
void __real_one_notify_server_close (OneNotifyServer *server, gint64 sent);
void __wrap_one_notify_server_close (OneNotifyServer *server, gint64 sent);

void
__wrap_one_notify_close (OneNotify *notify, gint64 sent)
{
  g_atomic_int_inc (&closes);
  __real_one_notify_close (notify, sent);
}

static void
go_to (Fake *fake, gint64 now)
{
  gint64 before = fake->now;

  fake->now = now;
  if (fake->clock.woken && now < before)
    fake->clock.woken (ONE_WOKEN_CHANGED, fake->clock.data);
  else if (fake->clock.woken && fake->wake > 0 && fake->wake <= now)
    fake->clock.woken (ONE_WOKEN_DUE, fake->clock.data);
}

/* Behind all that was waited for. */
static gboolean
lost (gpointer call)
{
  g_dbus_method_invocation_return_value (call, NULL);
  return G_SOURCE_REMOVE;
}

static void
set (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
     const char *method, GVariant *parameters, GDBusMethodInvocation *call, gpointer data)
{
  Fake *fake = data;
  gint64 now;

  if (g_str_equal (method, "Lose")) {
    fake_patience_end ();
    g_idle_add (lost, call);
    return;
  }
  g_variant_get (parameters, "(x)", &now);
  if (g_str_equal (method, "Jump")) {
    go_to (fake, now);
    g_dbus_method_invocation_return_value (call, NULL);
    return;
  }
  if (fake->call) {
    g_dbus_method_invocation_return_error (call, G_DBUS_ERROR, G_DBUS_ERROR_LIMITS_EXCEEDED,
                                           "another Set is under way");
    return;
  }
  fake->call = call;
  go_to (fake, now);
  answer_if_settled (fake);
}

static void
exported (GDBusConnection *connection, OneEngine *engine, gpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = set };
  Fake *fake = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, &error);

  g_assert_no_error (error);
  fake->engine = engine;
  g_dbus_connection_register_object (connection, ONE_BUS_PATH, node->interfaces[0], &vtable, fake,
                                     NULL, &error);
  g_assert_no_error (error);
  /* Patience can be lost before oned has its own name. */
  g_bus_own_name_on_connection (connection, ONE_CLOCK_INTERFACE, G_BUS_NAME_OWNER_FLAGS_NONE, NULL,
                                NULL, NULL, NULL);
}

static void
changed (OneEngine *engine, gpointer data)
{
  answer_if_settled (data);
}

static Fake the_clock = {
  .clock = { .now = fake_now, .set_wake = fake_set_wake, .free = fake_free },
};

void
__wrap_one_notify_server_close (OneNotifyServer *server, gint64 sent)
{
  __real_one_notify_server_close (server, sent);
  if (g_atomic_int_dec_and_test (&closes))
    g_idle_add (closed, &the_clock);
}

static char *localtime_link = "/etc/localtime";

/* In the place of GLib's: the system's zone can be another than the machine's. */
gchar *
g_file_read_link (const gchar *path, GError **error)
{
  gboolean is_zone = g_str_equal (path, "/etc/localtime");
  char target[4096];
  ssize_t got = readlink (is_zone ? localtime_link : path, target, sizeof target);

  if (got >= 0)
    return g_strndup (target, (gsize) got);
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return NULL;
}

static gboolean
parse_now (const char *option, const char *value, gpointer data, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (value, NULL);

  if (time) {
    the_clock.now = g_date_time_to_unix (time);
    return TRUE;
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "'%s' is no instant (2026-11-23T09:00:00+01:00)", value);
  return FALSE;
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "now", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) parse_now, "The time it is", "RFC3339" },
    { "localtime", 0, 0, G_OPTION_ARG_FILENAME, &localtime_link, "It stands for /etc/localtime",
      "LINK" },
    { "judgements", 0, 0, G_OPTION_ARG_FILENAME, &fake_judgements_file,
      "A line is added for each judgement", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  OneRun run = {
    .clock = &the_clock.clock, .exported = exported, .changed = changed, .data = &the_clock
  };

  return one_run_main (&run, entries, argc, argv);
}
