/* SPDX-License-Identifier: MIT */
#include "edge/desktop/launch-unit.h"

/* Variables by which a program finds the screen, should the user manager lack them. */
static const char *const variables[] = {
  "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE",
};

char **
one_launch_unit_dup_command (const char *target)
{
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();
  g_autofree char *xdg = g_find_program_in_path ("xdg-open");
  g_autofree char *gio = xdg ? NULL : g_find_program_in_path ("gio");

  if (!xdg && !gio)
    return NULL;
  g_strv_builder_add (command, xdg ? xdg : gio);
  if (gio)
    g_strv_builder_add (command, "open");
  g_strv_builder_add (command, target);
  return g_strv_builder_end (command);
}

static GVariant *
unit_new_environment (const char *token)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (g_getenv (variables[i])) {
      g_autofree char *line = g_strdup_printf ("%s=%s", variables[i], g_getenv (variables[i]));

      g_variant_builder_add (&builder, "s", line);
    }
  if (*token) {
    g_autofree char *line = g_strdup_printf ("XDG_ACTIVATION_TOKEN=%s", token);

    g_variant_builder_add (&builder, "s", line);
  }
  return g_variant_builder_end (&builder);
}

/* Without "no-env-expand" systemd puts its variables in the place of "$NAME" in a link. */
static GVariant *
unit_new_start (const char *const *command)
{
  const char *const flags[] = { "no-env-expand", NULL };
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sasas)"));

  g_variant_builder_add (&builder, "(s^as^as)", command[0], command, flags);
  return g_variant_builder_end (&builder);
}

/* The opener ends when it has handed over; what it started must live on: KillMode=process. */
GVariant *
one_launch_unit_new_request (const char *const *command, const char *token)
{
  g_autofree char *name =
      g_strdup_printf ("app-oned-open-%08x%08x.service", g_random_int (), g_random_int ());
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  const struct {
    const char *key;
    GVariant *value;
  } properties[] = {
    { "Description", g_variant_new_string ("Open what a one-on-one's reminder offers") },
    { "ExecStartEx", unit_new_start (command) },
    { "Environment", unit_new_environment (token) },
    { "KillMode", g_variant_new_string ("process") },
    { "CollectMode", g_variant_new_string ("inactive-or-failed") },
    { "Slice", g_variant_new_string ("app.slice") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_variant_builder_add (&builder, "(sv)", properties[i].key, properties[i].value);
  return g_variant_new ("(ss@a(sv)@a(sa(sv)))", name, "fail", g_variant_builder_end (&builder),
                        g_variant_new_array (G_VARIANT_TYPE ("(sa(sv))"), NULL, 0));
}
