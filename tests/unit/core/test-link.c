/* SPDX-License-Identifier: MIT */
#include "core/detect/link.h"

#include <string.h>

/* NULL: refused. */
static const struct {
  const char *link, *offered;
} checks[] = {
  { "https://zoom.us/j/123?pwd=x", "https://zoom.us/j/123?pwd=x" },
  { "HTTPS://ZOOM.US./j/1", "https://zoom.us/j/1" },
  { "https://zoom.us:443/j/1", "https://zoom.us/j/1" },
  { "https://zoom.us", "https://zoom.us" },
  { "https://meet.google.com.evil.example/x", "https://meet.google.com.evil.example/x" },
  { "https://xn--mnchen-3ya.example/x", "https://xn--mnchen-3ya.example/x" },
  { "https://a.xn--p1ai/x", "https://a.xn--p1ai/x" },
  { "https://teams.microsoft.com/l/meetup-join/19%3ameeting?context=%7b%22Tid%22%7d",
    "https://teams.microsoft.com/l/meetup-join/19%3Ameeting?context=%7B%22Tid%22%7D" },
  { "https://meet.jit.si/Room#config.startWithAudioMuted=true",
    "https://meet.jit.si/Room#config.startWithAudioMuted=true" },
  { "https://zoom.us@evil.example/", NULL },
  { "https://user:pw@zoom.us/j/1", NULL },
  { "https://@zoom.us/j/1", NULL },
  { "https://zoom.us\\@evil.example/", NULL },
  { "https://evil.example\\.zoom.us/", NULL },
  { "https://\xef\xbd\x9aoom.us/", NULL },
  { "https://zoom.us/\xe2\x80\xae", NULL },
  { "https://zoom.us%2eevil.example/", NULL },
  { "https://zoom%2eus/j/1", NULL },
  { "javascript:alert(1)", NULL },
  { "javascript://zoom.us/%0aalert(1)", NULL },
  { "file:///etc/passwd", NULL },
  { "smb://evil/share", NULL },
  { "data:text/html,x", NULL },
  { "-h", NULL },
  { "", NULL },
  { "zoom.us/j/1", NULL },
  { "//zoom.us/j/1", NULL },
  { "https://zoom.us/\n--evil", NULL },
  { "https://zoom.us/ --evil", NULL },
  { "https://zoom.us/j/1\x7f", NULL },
  { "https://zoom.us/j/1\"onload=", NULL },
  { "https://[::1]/", NULL },
  { "https://[::ffff:127.0.0.1]/", NULL },
  { "https://0x7f000001/", NULL },
  { "https://2130706433/", NULL },
  { "https://127.1/", NULL },
  { "https://127.0.0.1/", NULL },
  { "https://0177.0.0.1/", NULL },
  { "https://a.0x7f/", NULL },
  { "https://localhost/", NULL },
  { "https://a.localhost/", NULL },
  { "https:///zoom.us", NULL },
  { "https:zoom.us", NULL },
  { "https:/zoom.us/j/1", NULL },
  { "https://zoom..us/", NULL },
  { "https://.zoom.us/", NULL },
  { "https://zoom.us../", NULL },
  { "https://-zoom.us/", NULL },
  { "https://zoom-.us/", NULL },
  { "https://zo_om.us/", NULL },
  { "http://zoom.us/", NULL },
  { "https://a.b:99999/", NULL },
  { "https://zoom.us:8443/j/1", NULL },
  { "https://zoom.us:/j/1", NULL },
  { "https://zoom.us:443:443/j/1", NULL },
  { "https://zoom.us:443@evil.example/", NULL },
  { "https://evil.example#@zoom.us/", "https://evil.example#@zoom.us/" },
  { "vscode://x/y", NULL },
  { "zoommtg://zoom.us/join?confno=1", NULL },
  { "mailto:a@b?attach=/etc/passwd", NULL },
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F1%3Fpwd%3Dx"
    "&data=05%7C01",
    "https://zoom.us/j/1?pwd=x" },
  { "https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)", NULL },
  { "https://eur01.safelinks.protection.outlook.com/?data=05", NULL },
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example&url=https%3A%2F"
    "%2Fb.example",
    NULL },
  { "https://www.google.com/url?q=https://zoom.us/j/1&sa=D", "https://zoom.us/j/1" },
  { "https://www.google.com/url?url=https://zoom.us/j/1", "https://zoom.us/j/1" },
  { "https://www.google.com/url?q=http://zoom.us/j/1", NULL },
  { "https://meet.google.com/linkredirect?dest=https://evil.example/", "https://evil.example/" },
  { "https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_1-3Fpwd-3Dx&d=DwMF",
    "https://zoom.us/j/1?pwd=x" },
  { "https://urldefense.com/v3/__https://zoom.us/j/1?pwd=x__;!!ABC!xyz$",
    "https://zoom.us/j/1?pwd=x" },
  { "https://urldefense.com/v3/__https://zoom.us/j/1*a__;Iw!!ABC!xyz$", NULL },
  { "https://urldefense.com/v3/__file:///etc/passwd__;!!", NULL },
  { "https://www.google.com/url?q=https://eur01.safelinks.protection.outlook.com/"
    "%3Furl%3Dhttps%253A%252F%252Fzoom.us%252Fj%252F1",
    "https://zoom.us/j/1" },
};

static void
test_check (gconstpointer data)
{
  const char *const *row = data;
  g_autofree char *offered = one_link_check (row[0]);

  g_assert_cmpstr (offered, ==, row[1]);
}

static void
test_depth (void)
{
  g_autofree char *link = g_strdup ("https://zoom.us/j/1");

  for (guint i = 0; i < 6; i++) {
    g_autofree char *offered = one_link_check (link);
    g_autofree char *escaped = g_uri_escape_string (link, NULL, FALSE);

    g_assert_cmpstr (offered, ==, i <= 3 ? "https://zoom.us/j/1" : NULL);
    g_free (link);
    link = g_strconcat ("https://www.google.com/url?q=", escaped, NULL);
  }
}

static void
test_length (void)
{
  for (gsize length = 2048; length < 2050; length++) {
    g_autofree char *link = g_strnfill (length, 'a');
    g_autofree char *offered = NULL;

    memcpy (link, "https://zoom.us/", 16);
    offered = one_link_check (link);
    g_assert_cmpint (offered != NULL, ==, length == 2048);
  }
}

/* Candidates as the reader writes them. */
static const struct {
  const char *links[5], *offered;
} candidates[] = {
  { { NULL }, "" },
  { { "description:https://zoom.us/j/2", "conference:https://meet.corp.example/x" },
    "https://meet.corp.example/x" },
  { { "x-microsoft-skypeteamsmeetingurl:https://teams.microsoft.com/l/meetup-join/a",
      "x-google-conference:https://meet.google.com/abc" },
    "https://meet.google.com/abc" },
  { { "location:https://zoom.us/j/2", "url:https://zoom.us/j/1" }, "https://zoom.us/j/1" },
  { { "description:https://zoom.us/j/1", "description:https://zoom.us/j/2" },
    "https://zoom.us/j/1" },
  { { "conference:tel:+49123", "conference:https://zoom.us/j/1" }, "https://zoom.us/j/1" },
  { { "conference:http://zoom.us/j/2", "description:https://zoom.us/j/1" }, "https://zoom.us/j/1" },
  { { "CONFERENCE:https://meet.corp.example/x" }, "https://meet.corp.example/x" },
  { { "url:https://docs.google.com/document/d/1", "description:https://us02web.zoom.us/j/1" },
    "https://us02web.zoom.us/j/1" },
  { { "description:https://evil.example/zoom.us/j/1" }, "" },
  { { "description:https://zoom.us.evil.example/j/1" }, "" },
  { { "description:https://evilzoom.us/j/1" }, "" },
  { { "x-unknown:https://meet.corp.example/x" }, "" },
  { { "https://zoom.us/j/1" }, "" },
  { { "description:https://us02web.zoom.us/u/kabc", "description:https://us02web.zoom.us/j/1" },
    "https://us02web.zoom.us/j/1" },
  { { "description:https://support.zoom.us/hc/en-us" }, "" },
  { { "description:https://teams.microsoft.com/meetingOptions/?x=1" }, "" },
  { { "description:https://meet.google.com/" }, "" },
  { { "description:https://meet.google.com/linkredirect?dest=https://evil.example/" }, "" },
  { { "description:https://meet.google.com/abc-defg-hij." },
    "https://meet.google.com/abc-defg-hij" },
  { { "description:<https://zoom.us/j/1?a=b&amp;c=d>" }, "https://zoom.us/j/1?a=b&c=d" },
  { { "description:https://corp.webex.com/corp/j.php?MTID=m1" },
    "https://corp.webex.com/corp/j.php?MTID=m1" },
  { { "description:https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F"
      "teams.microsoft.com%2Fl%2Fmeetup-join%2Fa" },
    "https://teams.microsoft.com/l/meetup-join/a" },
};

static void
test_choose (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++) {
    g_autofree char *offered = one_link_choose (candidates[i].links);

    g_test_message ("%s", candidates[i].links[0] ? candidates[i].links[0] : "none");
    g_assert_cmpstr (offered, ==, candidates[i].offered);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    g_autofree char *name =
        g_strdup_printf ("/link/%s/%02u", checks[i].offered ? "offer" : "refuse", i);

    g_test_add_data_func (name, &checks[i], test_check);
  }
  g_test_add_func ("/link/wrapped-links-are-unwrapped-three-times-at-most", test_depth);
  g_test_add_func ("/link/a-link-has-2048-bytes-at-most", test_length);
  g_test_add_func ("/link/the-best-property-decides", test_choose);
  return g_test_run ();
}
