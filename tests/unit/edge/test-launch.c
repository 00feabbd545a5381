/* SPDX-License-Identifier: MIT */
#include "edge/desktop/launch.h"

#include "edge/desktop/launch-unit.h"

static void
test_links (void)
{
  static const struct {
    const char *link;
    gboolean safe;
  } rows[] = {
    { "https://meet.example.org/abc-defg", TRUE },
    { "https://example.zoom.us/j/123?pwd=a%20b#x", TRUE },
    { "https://[2001:db8::1]:8443/x", TRUE },
    { "HTTPS://example.org/", TRUE },
    { "https://example.org/$HOME", TRUE },
    { "http://example.org/", FALSE },
    { "https:///x", FALSE },
    { "https:example.org", FALSE },
    { "https://user@example.org/", FALSE },
    { "https://user:word@example.org/", FALSE },
    { "https://example.org/a b", FALSE },
    { "https://example.org/\"x", FALSE },
    { "https://example.org/\\x", FALSE },
    { "https://exämple.org/", FALSE },
    { "https://example.org/\n--help", FALSE },
    { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },
    { "--help", FALSE },
    { "", FALSE },
  };
  g_autofree char *path = g_strnfill (2048 - 20, 'x');
  g_autofree char *longest = g_strconcat ("https://example.org/", path, NULL);
  g_autofree char *longer = g_strconcat (longest, "x", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (one_launch_is_link (rows[i].link), ==, rows[i].safe);
  g_assert_true (one_launch_is_link (longest));
  g_assert_false (one_launch_is_link (longer));
}

/* systemd would put its variables into "$HOME": the flag keeps it from that. */
static void
test_request (void)
{
  const char *const command[] = { "/usr/bin/xdg-open", "https://example.org/$HOME?a=%25;b", NULL };
  g_autoptr (GVariant) request =
      g_variant_ref_sink (one_launch_unit_new_request (command, "token-1"));
  g_autofree char *text = g_variant_print (request, FALSE);

  g_assert_cmpstr (g_variant_get_type_string (request), ==, "(ssa(sv)a(sa(sv)))");
  g_assert_nonnull (g_strstr_len (text, -1,
                                  "('ExecStartEx', <[('/usr/bin/xdg-open', ['/usr/bin/xdg-open', "
                                  "'https://example.org/$HOME?a=%25;b'], ['no-env-expand'])]>)"));
  g_assert_nonnull (g_strstr_len (text, -1, "XDG_ACTIVATION_TOKEN=token-1"));
  g_assert_nonnull (g_strstr_len (text, -1, "('KillMode', <'process'>)"));
}

static void
test_names_differ (void)
{
  const char *const command[] = { "/bin/true", NULL };
  g_autoptr (GVariant) first = g_variant_ref_sink (one_launch_unit_new_request (command, ""));
  g_autoptr (GVariant) second = g_variant_ref_sink (one_launch_unit_new_request (command, ""));
  const char *one, *two;

  g_variant_get_child (first, 0, "&s", &one);
  g_variant_get_child (second, 0, "&s", &two);
  g_assert_cmpstr (one, !=, two);
  g_assert_true (g_str_has_suffix (one, ".service"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/launch/only-plain-https-links", test_links);
  g_test_add_func ("/launch/target-is-one-argument-as-it-is", test_request);
  g_test_add_func ("/launch/units-have-names-of-their-own", test_names_differ);
  return g_test_run ();
}
