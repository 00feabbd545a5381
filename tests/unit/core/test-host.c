/* SPDX-License-Identifier: MIT */
#include "core/detect/host.h"

#include <string.h>

static void
test_plain_names_are_hosts (void)
{
  static const struct {
    const char *written;
    const char *host; /* NULL: refused */
  } rows[] = {
    { "zoom.us", "zoom.us" },
    { "Zoom.US", "zoom.us" },
    { "zoom.us.", "zoom.us" },
    { "zoom.us..", NULL },
    { "us02web.zoom.us", "us02web.zoom.us" },
    { "xn--bcher-kva.example", "xn--bcher-kva.example" },
    { "example.xn--p1ai", "example.xn--p1ai" },
    { "b\303\274cher.example", NULL },
    { "zoom", NULL },
    { "", NULL },
    { ".", NULL },
    { ".us", NULL },
    { "zoom..us", NULL },
    { "a-b.example", "a-b.example" },
    { "-a.example", NULL },
    { "a-.example", NULL },
    { "a_b.example", NULL },
    { "localhost", NULL },
    { "a.localhost", NULL },
    { "localhost.example", "localhost.example" },
    { "127.0.0.1", NULL },
    { "0x7f.1", NULL },
    { "example.c0m", NULL },
    { "example.c-m", NULL },
    { "[::1]", NULL },
    { "zoom.us:443", NULL },
    { "zoom.us/j", NULL },
    { "ann@zoom.us", NULL },
    { "zoom .us", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *host = one_host_new (rows[i].written);

    g_test_message ("%s", rows[i].written);
    g_assert_cmpstr (host, ==, rows[i].host);
  }
}

/* RFC 1035 2.3.4: a label has 63 octets, a name 253 as it is written. */
static void
test_lengths_have_an_end (void)
{
  static const struct {
    guint label;
    guint labels;
    gboolean good;
  } rows[] = { { 63, 1, TRUE }, { 64, 1, FALSE }, { 61, 4, TRUE }, { 62, 4, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *label = g_strnfill (rows[i].label, 'a');
    g_autoptr (GString) written = g_string_new (NULL);
    g_autofree char *host = NULL;

    for (guint j = 0; j < rows[i].labels; j++)
      g_string_append_printf (written, "%s.", label);
    g_string_append (written, "abcde");
    host = one_host_new (written->str);
    g_test_message ("%u labels of %u: %zu", rows[i].labels, rows[i].label, written->len);
    g_assert_cmpint (host != NULL, ==, rows[i].good);
  }
}

static void
test_a_dot_stands_for_subdomains (void)
{
  static const struct {
    const char *host;
    const char *pattern;
    gboolean matches;
  } rows[] = {
    { "zoom.us", ".zoom.us", TRUE },           { "us02web.zoom.us", ".zoom.us", TRUE },
    { "a.b.zoom.us", ".zoom.us", TRUE },       { "notzoom.us", ".zoom.us", FALSE },
    { "zoom.us.example", ".zoom.us", FALSE },  { "meet.jit.si", "meet.jit.si", TRUE },
    { "a.meet.jit.si", "meet.jit.si", FALSE }, { "jit.si", "meet.jit.si", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s %s", rows[i].host, rows[i].pattern);
    g_assert_cmpint (one_host_matches (rows[i].host, rows[i].pattern), ==, rows[i].matches);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/host/plain-names-are-hosts", test_plain_names_are_hosts);
  g_test_add_func ("/host/lengths-have-an-end", test_lengths_have_an_end);
  g_test_add_func ("/host/a-dot-stands-for-subdomains", test_a_dot_stands_for_subdomains);
  return g_test_run ();
}
