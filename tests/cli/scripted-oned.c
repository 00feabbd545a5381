/* SPDX-License-Identifier: MIT */
/* Stands in for oned where onectl's faults are tested: owns the name and answers as a script says,
 * a line each:
 *
 *   reply METHOD (TUPLE)           in GVariant's text form
 *   error METHOD NAME MESSAGE      a D-Bus error
 *   quit METHOD                    goes away without an answer
 *   property NAME VALUE            what it is at first
 *   change METHOD NAME VALUE       answers () and sets and announces a property, each line once
 *   trace                          from now on, each property that is read is printed, too
 *
 * Prints "ready" when it owns the name, and then each call with its arguments as it comes in. */
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "oned1.h"
#include "wire/names.h"

typedef struct {
  char **lines;           /* (owned) of the script; a change that was made becomes "" */
  GHashTable *properties; /* (owned) name -> GVariant */
} Script;

static GVariant *
script_parse (const char *type, const char *text)
{
  GError *error = NULL;
  GVariant *value = g_variant_parse (type ? G_VARIANT_TYPE (type) : NULL, text, NULL, NULL, &error);

  if (!value)
    g_error ("%s: %s", text, error->message);
  return value;
}

/* The rest of the first line that begins with these words; NULL if there is none. */
static const char *
script_find (Script *script, const char *verb, const char *method, char ***line)
{
  g_autofree char *words = g_strdup_printf ("%s %s", verb, method);
  gsize length = strlen (words);

  for (char **l = script->lines; *l; l++)
    if (g_str_has_prefix (*l, words) && ((*l)[length] == ' ' || !(*l)[length])) {
      if (line)
        *line = l;
      return *l + length + ((*l)[length] ? 1 : 0);
    }
  return NULL;
}

static char *
script_out_type (const char *method)
{
  GDBusInterfaceInfo *interface = one_oned1_interface_info ();
  GDBusMethodInfo *info = g_dbus_interface_info_lookup_method (interface, method);
  GString *type = g_string_new ("(");

  for (guint i = 0; info && info->out_args && info->out_args[i]; i++)
    g_string_append (type, info->out_args[i]->signature);
  g_string_append_c (type, ')');
  return g_string_free (type, FALSE);
}

static void
script_set (Script *script, const char *rest)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", 2);
  GDBusPropertyInfo *info =
      g_dbus_interface_info_lookup_property (one_oned1_interface_info (), words[0]);

  g_hash_table_insert (script->properties, g_strdup (words[0]),
                       g_variant_ref_sink (script_parse (info->signature, words[1])));
}

static void
script_announce (Script *script, GDBusConnection *bus, const char *name)
{
  GVariantBuilder changed;

  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", name, g_hash_table_lookup (script->properties, name));
  g_dbus_connection_emit_signal (bus, NULL, ONE_BUS_PATH, "org.freedesktop.DBus.Properties",
                                 "PropertiesChanged",
                                 g_variant_new ("(sa{sv}as)", ONE_BUS_NAME, &changed, NULL), NULL);
}

static void
script_call (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
             const char *method, GVariant *arguments, GDBusMethodInvocation *call, gpointer data)
{
  Script *script = data;
  g_autofree char *text = g_variant_print (arguments, FALSE);
  g_autofree char *type = script_out_type (method);
  const char *rest;
  char **line;

  printf ("%s %s\n", method, text);
  fflush (stdout);
  if (script_find (script, "quit", method, NULL))
    exit (0);
  if ((rest = script_find (script, "change", method, &line))) {
    g_auto (GStrv) words = g_strsplit (rest, " ", 2);

    script_set (script, rest);
    script_announce (script, bus, words[0]);
    (*line)[0] = '\0';
    g_dbus_method_invocation_return_value (call, g_variant_new ("()"));
    return;
  }
  if ((rest = script_find (script, "error", method, NULL))) {
    g_auto (GStrv) words = g_strsplit (rest, " ", 2);

    g_dbus_method_invocation_return_dbus_error (call, words[0], words[1]);
    return;
  }
  rest = script_find (script, "reply", method, NULL);
  if (rest)
    g_dbus_method_invocation_return_value (call, script_parse (type, rest));
  else
    g_dbus_method_invocation_return_dbus_error (call, "org.oned.Oned1.Error.Failed",
                                                "not in the script");
}

static GVariant *
script_get (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
            const char *property, GError **error, gpointer data)
{
  Script *script = data;
  GVariant *value = g_hash_table_lookup (script->properties, property);

  if (g_strv_contains ((const char *const *) script->lines, "trace")) {
    printf ("get %s\n", property);
    fflush (stdout);
  }
  return value ? g_variant_ref (value) : NULL;
}

static void
on_acquired (GDBusConnection *bus, const char *name, gpointer data)
{
  puts ("ready");
  fflush (stdout);
}

static void
on_bus (GDBusConnection *bus, const char *name, gpointer data)
{
  static const GDBusInterfaceVTable table = { script_call, script_get, NULL, { NULL } };

  if (!g_dbus_connection_register_object (bus, ONE_BUS_PATH, one_oned1_interface_info (), &table,
                                          data, NULL, NULL))
    g_error ("cannot register");
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Script script = { NULL, NULL };

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, &error))
    g_error ("usage: scripted-oned FILE: %s", error ? error->message : "");
  script.lines = g_strsplit (text, "\n", -1);
  script.properties =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  script_set (&script, "Version '0.0.0'");
  script_set (&script, "Now 0");
  script_set (&script, "Next {}");
  for (char **line = script.lines; *line; line++)
    if (g_str_has_prefix (*line, "property "))
      script_set (&script, *line + strlen ("property "));
  g_bus_own_name (G_BUS_TYPE_SESSION, ONE_BUS_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, on_bus,
                  on_acquired, NULL, &script, NULL);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
