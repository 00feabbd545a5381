/* SPDX-License-Identifier: MIT */
#include "edge/desktop/launch.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "edge/desktop/identity.h"
#include "edge/desktop/launch-unit.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_OPEN "org.freedesktop.portal.OpenURI"
#define PORTAL_REQUEST "org.freedesktop.portal.Request"
#define SYSTEMD "org.freedesktop.systemd1"
#define SYSTEMD_PATH "/org/freedesktop/systemd1"
#define SYSTEMD_MANAGER "org.freedesktop.systemd1.Manager"
#define LINK_MAX 2048
#define LINK_MARKS "-._~:/?#[]@!$&'()*+,;=%" /* RFC 3986, section 2 */

/* The answer in Response (org.freedesktop.portal.Request). */
enum { RESPONSE_DONE, RESPONSE_CANCELLED, RESPONSE_OTHER };

typedef struct {
  char *target;              /* (owned) */
  char *token;               /* (owned) */
  GCancellable *cancellable; /* (owned) NULL if there is none */
  OneLaunchDone done;
  gpointer data;        /* (borrowed) for done */
  GDBusConnection *bus; /* (owned) NULL as long as there is none */
  GSource *stop;        /* (owned) waits for `cancellable`; NULL for none */
  guint response;       /* subscription; 0 for none */
  guint portal;         /* watch of its name; 0 for none */
  gboolean asked;       /* the portal has taken the request */
  int answer;           /* what its Response said; -1 for nothing yet */
} Launch;

gboolean
one_launch_is_link (const char *link)
{
  g_autoptr (GUri) uri = NULL;

  if (strlen (link) > LINK_MAX)
    return FALSE;
  for (const char *p = link; *p; p++)
    if (!g_ascii_isalnum (*p) && !strchr (LINK_MARKS, *p))
      return FALSE;
  uri = g_uri_parse (link, G_URI_FLAGS_HAS_PASSWORD, NULL);
  return uri && g_str_equal (g_uri_get_scheme (uri), "https") && g_uri_get_host (uri)
         && *g_uri_get_host (uri) && !g_uri_get_userinfo (uri);
}

static gboolean
launch_is_page (const char *path)
{
  struct stat status;

  return g_path_is_absolute (path) && g_utf8_validate (path, -1, NULL) && stat (path, &status) == 0
         && S_ISREG (status.st_mode);
}

static void
launch_leave_portal (Launch *launch)
{
  if (launch->response)
    g_dbus_connection_signal_unsubscribe (launch->bus, launch->response);
  if (launch->portal)
    g_bus_unwatch_name (launch->portal);
  if (launch->stop)
    g_source_destroy (launch->stop);
  g_clear_pointer (&launch->stop, g_source_unref);
  launch->response = 0;
  launch->portal = 0;
}

static void
launch_free (Launch *launch)
{
  launch_leave_portal (launch);
  g_clear_object (&launch->cancellable);
  g_clear_object (&launch->bus);
  g_free (launch->target);
  g_free (launch->token);
  g_free (launch);
}

static void
launch_end (Launch *launch, const GError *error)
{
  if (launch->done && !g_cancellable_is_cancelled (launch->cancellable))
    launch->done (error, launch->data);
  launch_free (launch);
}

static void
launch_fail (Launch *launch, GError *why)
{
  g_dbus_error_strip_remote_error (why);
  g_prefix_error (&why, "cannot open '%s': ", launch->target);
  launch_end (launch, why);
  g_error_free (why);
}

static void
launch_unit_started (GObject *source, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  GError *error = NULL;
  g_autoptr (GVariant) job = g_dbus_connection_call_finish (launch->bus, result, &error);

  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)) {
    g_clear_error (&error);
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                 "there is no desktop portal and no systemd for the user");
  }
  if (job)
    launch_end (launch, NULL);
  else
    launch_fail (launch, error);
}

static void
launch_ask_systemd (Launch *launch)
{
  g_auto (GStrv) command = one_launch_unit_dup_command (launch->target);

  launch_leave_portal (launch);
  if (!command) {
    launch_fail (launch, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                              "there is no desktop portal and no xdg-open"));
    return;
  }
  g_dbus_connection_call (
      launch->bus, SYSTEMD, SYSTEMD_PATH, SYSTEMD_MANAGER, "StartTransientUnit",
      one_launch_unit_new_request ((const char *const *) command, launch->token),
      G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, launch->cancellable,
      launch_unit_started, launch);
}

/* Called after the reply of the portal and after its Response, which come in any order. A user who
 * cancels is no failure. */
static void
launch_conclude (Launch *launch)
{
  if (!launch->asked || launch->answer < 0)
    return;
  if (launch->answer == RESPONSE_DONE || launch->answer == RESPONSE_CANCELLED)
    launch_end (launch, NULL);
  else
    launch_ask_systemd (launch);
}

static void
launch_answered (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                 const char *signal, GVariant *values, gpointer data)
{
  Launch *launch = data;
  guint32 answer;

  if (!g_variant_is_of_type (values, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get_child (values, 0, "u", &answer);
  launch->answer = (int) MIN (answer, RESPONSE_OTHER);
  launch_conclude (launch);
}

static void
launch_portal_lost (GDBusConnection *bus, const char *name, gpointer data)
{
  Launch *launch = data;

  launch->answer = RESPONSE_OTHER;
  launch_conclude (launch);
}

static gboolean
launch_stopped (GCancellable *cancellable, gpointer data)
{
  launch_free (data);
  return G_SOURCE_REMOVE;
}

/* Waits for the Response without a limit: the portal may be asking the user. */
static void
launch_wait (Launch *launch)
{
  launch->asked = TRUE;
  launch->portal = g_bus_watch_name_on_connection (
      launch->bus, PORTAL, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, launch_portal_lost, launch, NULL);
  if (launch->cancellable) {
    launch->stop = g_cancellable_source_new (launch->cancellable);
    g_source_set_callback (launch->stop, G_SOURCE_FUNC (launch_stopped), launch, NULL);
    g_source_attach (launch->stop, g_main_context_get_thread_default ());
  }
  launch_conclude (launch);
}

static void
launch_portal_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle =
      g_dbus_connection_call_with_unix_fd_list_finish (launch->bus, NULL, result, &error);

  one_identity_hide ();
  if (handle)
    launch_wait (launch);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    launch_free (launch);
  else
    launch_ask_systemd (launch);
}

/* Subscribes to the Response before the call, so that none is missed: its object path follows from
 * the token (org.freedesktop.portal.Request). */
static GVariant *
launch_new_options (Launch *launch, gboolean writable)
{
  static guint counter;
  GVariantDict options = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *handle = g_strdup_printf ("oned%u", ++counter);
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (launch->bus) + 1);
  g_autofree char *path =
      g_strdup_printf ("%s/request/%s/%s", PORTAL_PATH, g_strdelimit (sender, ".", '_'), handle);

  launch->response = g_dbus_connection_signal_subscribe (
      launch->bus, PORTAL, PORTAL_REQUEST, "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      launch_answered, launch, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", handle);
  if (writable)
    g_variant_dict_insert (&options, "writable", "b", TRUE);
  if (*launch->token)
    g_variant_dict_insert (&options, "activation_token", "s", launch->token);
  return g_variant_dict_end (&options);
}

static void
launch_ask_portal (Launch *launch)
{
  gboolean page = g_path_is_absolute (launch->target);
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  gboolean writable = page && access (launch->target, W_OK) == 0;
  int flags = (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK;
  int fd = page ? open (launch->target, flags) : -1;
  int index = fd >= 0 ? g_unix_fd_list_append (list, fd, NULL) : -1;
  GVariant *options, *arguments;

  if (fd >= 0)
    close (fd);
  if (page && index < 0) {
    launch_fail (launch, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "it cannot be read"));
    return;
  }
  one_identity_show ();
  options = launch_new_options (launch, writable);
  arguments = page ? g_variant_new ("(sh@a{sv})", "", index, options)
                   : g_variant_new ("(ss@a{sv})", "", launch->target, options);
  g_dbus_connection_call_with_unix_fd_list (launch->bus, PORTAL, PORTAL_PATH, PORTAL_OPEN,
                                            page ? "OpenFile" : "OpenURI", arguments,
                                            G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                                            list, launch->cancellable, launch_portal_asked, launch);
}

static void
launch_bus_found (GObject *source, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  GError *error = NULL;

  launch->bus = g_bus_get_finish (result, &error);
  if (!launch->bus) {
    launch_fail (launch, error);
    return;
  }
  if (g_path_is_absolute (launch->target) ? launch_is_page (launch->target)
                                          : one_launch_is_link (launch->target))
    launch_ask_portal (launch);
  else
    launch_fail (launch, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                                              "it is no https link and no file"));
}

void
one_launch_open (const char *target, const char *token, GCancellable *cancellable,
                 OneLaunchDone done, gpointer data)
{
  Launch *launch = g_new0 (Launch, 1);

  launch->target = g_strdup (target);
  launch->token = g_strdup (token);
  launch->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  launch->done = done;
  launch->data = data;
  launch->answer = -1;
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, launch_bus_found, launch);
}
