/* SPDX-License-Identifier: MIT */
#include "edge/desktop/saver.h"

/* Names, which are interfaces too. kscreenlocker, light-locker and xfce4-screensaver have the
 * first, GNOME Shell the second. */
static const struct {
  const char *name;
  const char *path;
} known[] = {
  { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver" },
  { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver" },
  { "org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver" },
  { "org.mate.ScreenSaver", "/org/mate/ScreenSaver" },
  { "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver" },
};
#define KNOWN G_N_ELEMENTS (known)

/* One of them. */
typedef struct {
  OneSaver *saver;
  guint i;
} Watch;

struct OneSaver {
  void (*changed) (gpointer data);
  gpointer data;             /* (borrowed) for changed */
  GCancellable *cancellable; /* (owned) for the calls under way */
  GDBusConnection *bus;      /* (owned) NULL before it is there, or without one */
  Watch watches[KNOWN];
  guint signals[KNOWN]; /* subscriptions */
  guint names[KNOWN];   /* watches */
  guint active;         /* bits 1 << i */
};

static void
saver_set (Watch *watch, gboolean active)
{
  OneSaver *saver = watch->saver;
  guint before = saver->active;

  if (active)
    saver->active |= 1u << watch->i;
  else
    saver->active &= ~(1u << watch->i);
  if ((before != 0) == (saver->active != 0))
    return;
  g_debug ("%s %s the screen", known[watch->i].name, active ? "covers" : "uncovers");
  saver->changed (saver->data);
}

static void
saver_signal (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
              const char *signal, GVariant *values, gpointer data)
{
  gboolean active;

  if (!g_variant_is_of_type (values, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (values, "(b)", &active);
  saver_set (data, active);
}

/* If the call was cancelled, `data` may be freed already. */
static void
saver_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  gboolean active;

  if (!answer)
    return;
  g_variant_get (answer, "(b)", &active);
  saver_set (data, active);
}

static void
saver_appeared (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  Watch *watch = data;

  g_dbus_connection_call (bus, owner, known[watch->i].path, name, "GetActive", NULL,
                          G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          watch->saver->cancellable, saver_told, watch);
}

/* A locker that was killed may leave the screen open or covered: whoever looks now has been let in.
 */
static void
saver_vanished (GDBusConnection *bus, const char *name, gpointer data)
{
  saver_set (data, FALSE);
}

static void
saver_have_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  OneSaver *saver = data;

  if (!bus)
    return;
  saver->bus = bus;
  for (guint i = 0; i < KNOWN; i++) {
    saver->watches[i] = (Watch){ saver, i };
    saver->signals[i] = g_dbus_connection_signal_subscribe (
        bus, known[i].name, known[i].name, "ActiveChanged", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
        saver_signal, &saver->watches[i], NULL);
    saver->names[i] =
        g_bus_watch_name_on_connection (bus, known[i].name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                        saver_appeared, saver_vanished, &saver->watches[i], NULL);
  }
}

OneSaver *
one_saver_new (void (*changed) (gpointer data), gpointer data)
{
  OneSaver *saver = g_new0 (OneSaver, 1);

  saver->changed = changed;
  saver->data = data;
  saver->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, saver->cancellable, saver_have_bus, saver);
  return saver;
}

gboolean
one_saver_is_active (const OneSaver *saver)
{
  return saver->active != 0;
}

void
one_saver_free (OneSaver *saver)
{
  g_cancellable_cancel (saver->cancellable);
  for (guint i = 0; saver->bus && i < KNOWN; i++) {
    g_dbus_connection_signal_unsubscribe (saver->bus, saver->signals[i]);
    g_bus_unwatch_name (saver->names[i]);
  }
  g_clear_object (&saver->bus);
  g_object_unref (saver->cancellable);
  g_free (saver);
}
