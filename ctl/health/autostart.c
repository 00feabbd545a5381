/* SPDX-License-Identifier: MIT */
#include "ctl/health/autostart.h"

#include <glib/gi18n-lib.h>
#include "ctl/print/write.h"
#include "ctl/view/show.h"

#define UNIT ONE_AUTOSTART_ONED
#define SYSTEMD "org.freedesktop.systemd1"
#define MANAGER SYSTEMD, "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager"
#define SECONDS 25

static char *
autostart_dup_path (const char *folder)
{
  return g_build_filename (folder, "autostart", "oned.desktop", NULL);
}

static gboolean
autostart_has_file (const char *folder)
{
  g_autofree char *path = autostart_dup_path (folder);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
autostart_is_on_by_file (char **why, char **mend)
{
  const char *const *folders = g_get_system_config_dirs ();
  g_autofree char *path = autostart_dup_path (g_get_user_config_dir ());
  g_autofree char *shown = one_show_path (path);

  for (guint i = 0; folders[i]; i++)
    if (autostart_has_file (folders[i]))
      return TRUE;
  if (autostart_has_file (g_get_user_config_dir ()))
    return TRUE;
  *why = g_strdup (_ ("there is no systemd user manager"));
  *mend = g_strdup_printf (_ ("'onectl setup' writes %s, which starts it"), shown);
  return FALSE;
}

char *
one_autostart_write_file (void)
{
  static const char text[] =
      "[Desktop Entry]\nType=Application\nName=oned\nExec=\"" ONECTL_ONED "\"\n";
  g_autofree char *path = autostart_dup_path (g_get_user_config_dir ());
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0 || !one_write_new_file (path, text, sizeof text - 1))
    return NULL;
  return g_steal_pointer (&path);
}

gboolean
one_autostart_is_on (OneClient *client, char **why, char **mend)
{
  static const OneCall call = { MANAGER, "GetUnitFileState", "(s)", SECONDS };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  const char *state = "";

  if (!one_autostart_has_systemd (client))
    return autostart_is_on_by_file (why, mend);
  answer = one_client_ask (client, &call, g_variant_new ("(s)", UNIT), &error);
  if (answer)
    g_variant_get (answer, "(&s)", &state);
  if (g_str_has_prefix (state, "enabled"))
    return TRUE;
  *why = answer ? g_strdup_printf (_ ("systemd has %s as %s"), UNIT, state)
                : g_strdup_printf (_ ("systemd does not know %s (%s)"), UNIT, error->message);
  if (!answer)
    *mend = g_strdup (_ ("install oned, then 'systemctl --user enable --now oned'"));
  else if (g_str_has_prefix (state, "masked"))
    *mend = g_strdup ("'systemctl --user unmask oned', 'systemctl --user enable --now oned'");
  else
    *mend = g_strdup ("'systemctl --user enable --now oned'");
  return FALSE;
}

gboolean
one_autostart_has_systemd (OneClient *client)
{
  return one_client_has_owner (client, SYSTEMD);
}

gboolean
one_autostart_enable (OneClient *client, const char *unit, GError **error)
{
  static const OneCall enable = { MANAGER, "EnableUnitFiles", "(ba(sss))", SECONDS };
  static const OneCall reload = { MANAGER, "Reload", "()", SECONDS };
  static const OneCall start = { MANAGER, "StartUnit", "(o)", SECONDS };
  const char *const units[] = { unit, NULL };
  GVariant *arguments = g_variant_new ("(@asbb)", g_variant_new_strv (units, -1), FALSE, FALSE);
  g_autoptr (GVariant) enabled = one_client_ask (client, &enable, arguments, error);
  g_autoptr (GVariant) reloaded = NULL;
  g_autoptr (GVariant) started = NULL;

  if (!enabled)
    return FALSE;
  reloaded = one_client_ask (client, &reload, g_variant_new ("()"), error);
  if (!reloaded)
    return FALSE;
  arguments = g_variant_new ("(ss)", unit, "replace");
  started = one_client_ask (client, &start, arguments, error);
  return started != NULL;
}

void
one_autostart_disable (OneClient *client, const char *unit)
{
  static const OneCall stop = { MANAGER, "StopUnit", "(o)", SECONDS };
  static const OneCall disable = { MANAGER, "DisableUnitFiles", "(a(sss))", SECONDS };
  const char *const units[] = { unit, NULL };
  g_autoptr (GVariant) stopped G_GNUC_UNUSED = NULL;
  g_autoptr (GVariant) disabled G_GNUC_UNUSED = NULL;

  if (!one_client_get_bus (client, NULL) || !one_autostart_has_systemd (client))
    return;
  stopped = one_client_ask (client, &stop, g_variant_new ("(ss)", unit, "replace"), NULL);
  disabled = one_client_ask (client, &disable,
                             g_variant_new ("(@asb)", g_variant_new_strv (units, -1), FALSE), NULL);
}
