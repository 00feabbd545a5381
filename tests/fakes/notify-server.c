/* SPDX-License-Identifier: MIT */
/* A notification server for tests. Prints one JSON document a line for each call it gets, and does
 * what it is told on stdin, when it has taken all calls that were on the bus by then:
 *
 *     mode NAME             see below
 *     mark                  says "mark": all that it was told before has been done
 *     press ID KEY [TOKEN]  emits (ActivationToken and) ActionInvoked
 *     close ID REASON       emits NotificationClosed
 *     inhibit yes|no        do not disturb; says "inhibit" when the property is as told
 *     next ID               the next new notification gets that id
 *     look                  says what its user sees now
 *     fade                  six seconds pass: all popups are closed as expired
 *     quit                  ends
 *
 * It is dunst unless it is told --about=NAME,VENDOR,VERSION, and has the --habits of cards.h.
 *
 * The modes:
 *
 *     ok                 answers everything
 *     hang               takes Notify and does not answer before another mode comes
 *     hang-once          takes one Notify and answers it when another mode comes; all else at once
 *     freeze             takes all, and answers all in turn when another mode comes
 *     hang-at-once       answers nothing at all, not even GetCapabilities
 *     slow-capabilities  answers GetCapabilities when another mode comes
 *     early              has its name, but nothing behind it yet
 *     error              refuses Notify
 *     die-before         is gone without an answer to Notify
 *     die-after          answers Notify and is gone
 *     zero               answers with the id 0, which is none
 *     other-id           never replaces: a new id for each Notify
 *     close-first        says that the notification to be replaced was dismissed, then answers */
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <unistd.h>

#include "tests/fakes/cards.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define HEAD                                                                                       \
  "<node><interface name='" NAME "'>"                                                              \
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"                       \
  "<method name='GetServerInformation'><arg type='s' direction='out'/>"                            \
  "<arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"  \
  "</method>"                                                                                      \
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"             \
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"     \
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"                              \
  "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"                         \
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"                       \
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"                      \
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"                           \
  "<signal name='ActivationToken'><arg type='u'/><arg type='s'/></signal>"
#define INHIBITED "<property name='%s' type='b' access='read'/>"
#define CENTER "org.erikreider.swaync.cc"
#define CENTER_PATH "/org/erikreider/swaync/cc"
#define TAIL "</interface></node>"

/* A call that is not answered yet. */
typedef struct {
  GDBusMethodInvocation *call; /* (owned) */
  GVariant *answer;            /* (owned) (nullable) none in this life */
} Held;

typedef struct {
  char *mode;             /* (owned) */
  char *capabilities;     /* (owned) joined by commas */
  char *about;            /* (owned) name, vendor and version, joined by commas */
  char *habits_option;    /* (owned) (nullable) */
  guint habits;           /* of CardHabit */
  char *inhibited_option; /* (owned) (nullable) "yes" or "no"; NULL without that property */
  char *property;         /* (owned) its name */
  gboolean inhibited;
  int last;                 /* the id that was given last */
  GPtrArray *held;          /* (owned) of Held */
  GDBusConnection *bus;     /* (owned) */
  GDataInputStream *orders; /* (owned) */
  char *order;              /* (owned) (nullable) the one to obey next */
  GMainLoop *loop;          /* (owned) */
} Server;

static void
held_free (Held *held)
{
  g_object_unref (held->call);
  g_clear_pointer (&held->answer, g_variant_unref);
  g_free (held);
}

/* Prints the record, floating. */
static void
say (GVariant *record)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (record);
  g_autofree char *text = json_gvariant_serialize_data (owned, NULL);

  puts (text);
  fflush (stdout);
}

static void
say_event (const char *event)
{
  say (g_variant_new_parsed ("{'event': <%s>}", event));
}

static void
say_held (const char *method)
{
  say (g_variant_new_parsed ("{'event': <'held'>, 'method': <%s>}", method));
}

static void
emit (Server *server, const char *interface, const char *signal, GVariant *values)
{
  g_dbus_connection_emit_signal (server->bus, NULL, PATH, interface, signal, values, NULL);
  g_dbus_connection_flush_sync (server->bus, NULL, NULL);
}

static void
emit_closed (Server *server, guint id, guint reason)
{
  emit (server, NAME, "NotificationClosed", g_variant_new ("(uu)", id, reason));
}

static void
die (Server *server)
{
  g_dbus_connection_flush_sync (server->bus, NULL, NULL);
  _exit (0);
}

static void
hold (Server *server, GDBusMethodInvocation *call, GVariant *answer)
{
  Held *held = g_new0 (Held, 1);

  held->call = call;
  held->answer = answer ? g_variant_ref_sink (answer) : NULL;
  g_ptr_array_add (server->held, held);
}

/* Answers what has an answer, in the order it came. */
static void
release (Server *server)
{
  for (guint i = 0; i < server->held->len;) {
    Held *held = server->held->pdata[i];

    if (!held->answer) {
      i++;
      continue;
    }
    g_dbus_method_invocation_return_value (g_object_ref (held->call), held->answer);
    g_ptr_array_remove_index (server->held, i);
  }
}

static GVariant *
get_capabilities (Server *server)
{
  g_auto (GStrv) names = g_strsplit (server->capabilities, ",", -1);

  return g_variant_new ("(^as)", names);
}

static GVariant *
get_about (Server *server)
{
  g_auto (GStrv) words = g_strsplit (server->about, ",", 3);

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  return g_variant_new ("(ssss)", words[0], words[1], words[2], "1.2");
}

static guint
give_id (Server *server, guint replaces)
{
  if (replaces != 0 && !g_str_equal (server->mode, "other-id"))
    return replaces;
  return (guint) ++server->last;
}

static guint
say_notify (Server *server, GVariant *values)
{
  const char *app, *icon, *summary, *body;
  g_autoptr (GVariant) actions = NULL;
  g_autoptr (GVariant) hints = NULL;
  guint replaces, id;
  int timeout;

  g_variant_get (values, "(&su&s&s&s@as@a{sv}i)", &app, &replaces, &icon, &summary, &body, &actions,
                 &hints, &timeout);
  id = give_id (server, replaces);
  say (g_variant_new_parsed ("{'event': <'notify'>, 'id': <%u>, 'app': <%s>, 'replaces': <%u>,"
                             " 'icon': <%s>, 'summary': <%s>, 'body': <%s>, 'actions': <%@as>,"
                             " 'hints': <%@a{sv}>, 'timeout': <%i>}",
                             id, app, replaces, icon, summary, body, actions, hints, timeout));
  return id;
}

static void
replace_mode (Server *server, const char *mode)
{
  g_free (server->mode);
  server->mode = g_strdup (mode);
}

/* FALSE if the server threw. */
static gboolean
put_card (Server *server, GVariant *values, guint id)
{
  guint pushed;

  if (!cards_put (server->habits, id, values, &pushed))
    return FALSE;
  if (pushed != 0) {
    cards_drop (pushed);
    emit_closed (server, pushed, 1);
  }
  return TRUE;
}

static void
notify (Server *server, GVariant *values, GDBusMethodInvocation *call)
{
  guint id = say_notify (server, values);

  if (!put_card (server, values, id)) {
    hold (server, call, NULL);
    return;
  }
  if (g_str_equal (server->mode, "die-before"))
    die (server);
  if (g_str_equal (server->mode, "hang") || g_str_equal (server->mode, "hang-once")
      || g_str_equal (server->mode, "freeze")) {
    hold (server, call, g_variant_new ("(u)", id));
    if (g_str_equal (server->mode, "hang-once"))
      replace_mode (server, "hung-once");
    return;
  }
  if (g_str_equal (server->mode, "error")) {
    g_dbus_method_invocation_return_dbus_error (call, "org.oned.Fake.Refused",
                                                "no room on the screen");
    return;
  }
  if (g_str_equal (server->mode, "close-first"))
    emit_closed (server, id, 2);
  id = g_str_equal (server->mode, "zero") ? 0 : id;
  g_dbus_method_invocation_return_value (call, g_variant_new ("(u)", id));
  if (g_str_equal (server->mode, "die-after"))
    die (server);
}

static void
close_one (Server *server, GVariant *values, GDBusMethodInvocation *call)
{
  guint id;

  g_variant_get (values, "(u)", &id);
  say (g_variant_new_parsed ("{'event': <'close'>, 'id': <%u>}", id));
  g_dbus_method_invocation_return_value (call, NULL);
  cards_drop (id);
  emit_closed (server, id, 3);
  if (server->habits & CARD_SAYS_TWO)
    emit_closed (server, id, 2);
}

static void
called (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
        const char *method, GVariant *values, GDBusMethodInvocation *call, gpointer data)
{
  Server *server = data;
  gboolean asks_capabilities = g_str_equal (method, "GetCapabilities");

  if (g_str_equal (server->mode, "hang-at-once")) {
    say_held (method);
    hold (server, call, NULL);
  } else if (g_str_equal (server->mode, "early")) {
    say_held (method);
    g_dbus_method_invocation_return_dbus_error (call, "org.freedesktop.DBus.Error.UnknownMethod",
                                                "Object does not exist at path");
  } else if (g_str_equal (server->mode, "slow-capabilities") && asks_capabilities) {
    say_held (method);
    hold (server, call, get_capabilities (server));
  } else if (g_str_equal (server->mode, "freeze") && g_str_equal (method, "GetServerInformation")) {
    say_held (method);
    hold (server, call, get_about (server));
  } else if (asks_capabilities)
    g_dbus_method_invocation_return_value (call, get_capabilities (server));
  else if (g_str_equal (method, "GetServerInformation"))
    g_dbus_method_invocation_return_value (call, get_about (server));
  else if (g_str_equal (method, "CloseNotification"))
    close_one (server, values, call);
  else
    notify (server, values, call);
}

static GVariant *
get_inhibited (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
               const char *property, GError **error, gpointer data)
{
  return g_variant_new_boolean (((Server *) data)->inhibited);
}

static void
inhibit (Server *server, const char *word)
{
  server->inhibited = g_str_equal (word, "yes");
  if (g_str_equal (server->property, "Dnd")) /* as swaync tells it */
    g_dbus_connection_emit_signal (server->bus, NULL, CENTER_PATH, CENTER, "Subscribe",
                                   g_variant_new ("(ubb)", 1, server->inhibited, FALSE), NULL);
  else
    emit (server, "org.freedesktop.DBus.Properties", "PropertiesChanged",
          g_variant_new_parsed ("(%s, {'Inhibited': <%b>}, @as [])", NAME, server->inhibited));
  say_event ("inhibit");
}

static void
set_mode (Server *server, const char *mode)
{
  replace_mode (server, mode);
  if (!g_str_has_prefix (mode, "hang") && !g_str_equal (mode, "freeze"))
    release (server);
  say (g_variant_new_parsed ("{'event': <'mode'>, 'mode': <%s>}", mode));
}

static guint
get_number (const char *word)
{
  return (guint) g_ascii_strtoull (word, NULL, 10);
}

static void
press (Server *server, char **words)
{
  guint id = get_number (words[1]);

  if (words[3])
    emit (server, NAME, "ActivationToken", g_variant_new ("(us)", id, words[3]));
  emit (server, NAME, "ActionInvoked", g_variant_new ("(us)", id, words[2]));
}

static void
close_card (Server *server, guint id, guint reason)
{
  cards_drop (id);
  emit_closed (server, id, reason);
}

static void
fade (Server *server)
{
  guint id;

  while ((id = cards_get_any ()) != 0)
    close_card (server, id, 1);
  say_event ("fade");
}

static void
look (Server *server)
{
  say (g_variant_new_parsed ("{'event': <'look'>, 'cards': <%@aa{sv}>}", cards_list ()));
}

static void
obey (Server *server, const char *line)
{
  static const struct {
    const char *verb;
    guint words;
  } orders[] = { { "mode", 2 },    { "mark", 1 }, { "press", 3 }, { "close", 3 },
                 { "inhibit", 2 }, { "look", 1 }, { "fade", 1 },  { "next", 2 } };
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint i = 0;

  while (i < G_N_ELEMENTS (orders) && g_strcmp0 (words[0], orders[i].verb) != 0)
    i++;
  if (i == G_N_ELEMENTS (orders) || g_strv_length (words) < orders[i].words) {
    g_main_loop_quit (server->loop);
    if (g_strcmp0 (words[0], "quit") != 0)
      g_error ("no order of mine: %s", line);
  } else if (g_str_equal (words[0], "mode"))
    set_mode (server, words[1]);
  else if (g_str_equal (words[0], "mark"))
    say_event ("mark");
  else if (g_str_equal (words[0], "press"))
    press (server, words);
  else if (g_str_equal (words[0], "close"))
    close_card (server, get_number (words[1]), get_number (words[2]));
  else if (g_str_equal (words[0], "next"))
    server->last = (int) get_number (words[1]) - 1;
  else if (g_str_equal (words[0], "look"))
    look (server);
  else if (g_str_equal (words[0], "fade"))
    fade (server);
  else
    inhibit (server, words[1]);
}

static void read_order (Server *server);

static void
heard_all (GObject *bus, GAsyncResult *result, gpointer data)
{
  Server *server = data;
  g_autoptr (GVariant) answer G_GNUC_UNUSED =
      g_dbus_connection_call_finish (server->bus, result, NULL);
  g_autofree char *line = g_steal_pointer (&server->order);

  obey (server, line);
  read_order (server);
}

/* What the bus answers now comes behind all calls that are on it. */
static void
told (GObject *source, GAsyncResult *result, gpointer data)
{
  Server *server = data;

  server->order = g_data_input_stream_read_line_finish (server->orders, result, NULL, NULL);
  if (server->order)
    g_dbus_connection_call (server->bus, "org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                            "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, heard_all,
                            server);
  else
    g_main_loop_quit (server->loop);
}

static void
read_order (Server *server)
{
  g_data_input_stream_read_line_async (server->orders, G_PRIORITY_DEFAULT, NULL, told, server);
}

static void
owned (GDBusConnection *bus, const char *name, gpointer data)
{
  say_event ("ready");
}

static void
lost (GDBusConnection *bus, const char *name, gpointer data)
{
  g_main_loop_quit (((Server *) data)->loop);
}

static void
serve (Server *server)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called,
                                               .get_property = get_inhibited };
  g_autofree char *property = g_strdup_printf (INHIBITED, server->property);
  g_autofree char *xml = g_strconcat (HEAD, server->inhibited_option ? property : "", TAIL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;

  server->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_set_exit_on_close (server->bus, TRUE);
  g_dbus_connection_register_object (server->bus, PATH, node->interfaces[0], &vtable, server, NULL,
                                     &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (server->bus, NAME, G_BUS_NAME_OWNER_FLAGS_NONE, owned, lost, server,
                                NULL);
  read_order (server);
  g_main_loop_run (server->loop);
}

static void
server_init (Server *server)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  server->mode = g_strdup ("ok");
  server->capabilities = g_strdup ("actions,body,body-markup,persistence");
  server->held = g_ptr_array_new_with_free_func ((GDestroyNotify) held_free);
  server->property = g_strdup ("Inhibited");
  server->about = g_strdup ("dunst,knopwob,1.9.0");
  server->orders = g_data_input_stream_new (input);
  server->loop = g_main_loop_new (NULL, FALSE);
}

static void
server_finish (Server *server)
{
  g_main_loop_unref (server->loop);
  g_object_unref (server->orders);
  g_ptr_array_unref (server->held);
  g_clear_object (&server->bus);
  g_free (server->inhibited_option);
  g_free (server->capabilities);
  g_free (server->about);
  g_free (server->order);
  g_free (server->habits_option);
  g_free (server->property);
  g_free (server->mode);
}

int
main (int argc, char **argv)
{
  Server server = { 0 };
  int first = 1;
  const GOptionEntry entries[] = {
    { "mode", 0, 0, G_OPTION_ARG_STRING, &server.mode, "How it behaves at first", "NAME" },
    { "capabilities", 0, 0, G_OPTION_ARG_STRING, &server.capabilities, "What it can do", "A,B" },
    { "about", 0, 0, G_OPTION_ARG_STRING, &server.about, "Who it is", "NAME,VENDOR,VERSION" },
    { "habits", 0, 0, G_OPTION_ARG_STRING, &server.habits_option, "Those of cards.h", "A,B" },
    { "first", 0, 0, G_OPTION_ARG_INT, &first, "The first id that it gives", "ID" },
    { "inhibited", 0, 0, G_OPTION_ARG_STRING, &server.inhibited_option, "It has that property",
      "yes|no" },
    { "property", 0, 0, G_OPTION_ARG_STRING, &server.property, "How it is called",
      "Inhibited|Dnd" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  server_init (&server);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return 2;
  }
  server.last = first - 1;
  server.habits = cards_parse (server.habits_option ? server.habits_option : "");
  server.inhibited = g_strcmp0 (server.inhibited_option, "yes") == 0;
  serve (&server);
  server_finish (&server);
  return 0;
}
