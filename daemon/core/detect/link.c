/* SPDX-License-Identifier: MIT */
#include "core/detect/link.h"

#include "core/detect/host.h"
#include <string.h>

#define MAX_LINK 2048
#define MAX_WRAPS 3

/* Ranks: the lower, the better. From FREE on, anybody who can write to the calendar can have put
 * the link there, so only known meeting pages count. */
enum { RANK_FREE = 10, RANK_OTHER = 20 };

static const struct {
  const char *property;
  guint rank;
} ranks[] = {
  { "conference", 0 },
  { "x-google-conference", 1 },
  { "x-microsoft-skypeteamsmeetingurl", 2 },
  { "x-microsoft-onlinemeetingexternallink", 3 },
  { "x-microsoft-onlinemeetingconflink", 4 },
  { "url", RANK_FREE },
  { "location", RANK_FREE + 1 },
  { "description", RANK_FREE + 2 },
};

/* Meeting pages of known services. A host that begins with a dot stands for its subdomains too. A
 * path is a glob pattern: the same hosts have pages of help, dial-in numbers and redirections. */
static const struct {
  const char *host;
  const char *path;
} pages[] = {
  { ".zoom.us", "/j/?*" },
  { ".zoom.us", "/my/?*" },
  { ".zoom.us", "/s/?*" },
  { ".zoom.us", "/w/?*" },
  { ".zoom.us", "/wc/?*" },
  { ".zoomgov.com", "/j/?*" },
  { "meet.google.com", "/?*" },
  { "teams.microsoft.com", "/l/meetup-join/?*" },
  { "teams.microsoft.com", "/meet/?*" },
  { "teams.microsoft.us", "/l/meetup-join/?*" },
  { "teams.live.com", "/meet/?*" },
  { "teams.live.com", "/l/meetup-join/?*" },
  { ".webex.com", "/meet/?*" },
  { ".webex.com", "/join/?*" },
  { ".webex.com", "/*/j.php" },
  { ".webex.com", "/wbxmjs/joinservice/?*" },
  { "whereby.com", "/?*" },
  { "meet.jit.si", "/?*" },
  { "8x8.vc", "/?*" },
  { "meet.goto.com", "/?*" },
  { "global.gotomeeting.com", "/join/?*" },
  { "app.chime.aws", "/meetings/?*" },
  { "chime.aws", "/?*" },
  { ".bluejeans.com", "/?*" },
  { "meet.around.co", "/?*" },
  { "facetime.apple.com", "/join*" },
  { "app.slack.com", "/huddle/?*" },
  { "v.ringcentral.com", "/join/?*" },
  { "meetings.ringcentral.com", "/j/?*" },
  { "join.skype.com", "/?*" },
};

/* Printable ASCII without what a browser, a shell or a mail program may read in its own way. */
static gboolean
link_is_clean (const char *link)
{
  if (strlen (link) > MAX_LINK)
    return FALSE;
  for (const char *p = link; *p; p++)
    if (*p <= ' ' || *p > '~' || strchr ("\"'<>\\^`{|}", *p))
      return FALSE;
  return TRUE;
}

/* Between "//" and what follows: letters, digits, dots and hyphens, and at most a port. GUri would
 * decode percent signs and take user information. */
static gboolean
link_has_plain_authority (const char *link)
{
  const char *begin = strstr (link, "://");
  g_autofree char *authority = NULL;
  char *colon;

  if (!begin)
    return FALSE;
  begin += 3;
  authority = g_strndup (begin, strcspn (begin, "/?#"));
  colon = strchr (authority, ':');
  if (colon && strcmp (colon, ":443") != 0)
    return FALSE;
  if (colon)
    *colon = '\0';
  return authority[0]
         && strspn (authority, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-") == strlen (authority);
}

/* A checked link with its host in lower case; NULL if it is refused. */
static GUri *
link_parse (const char *link)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;

  if (!link_is_clean (link) || !link_has_plain_authority (link))
    return NULL;
  uri = g_uri_parse (link, G_URI_FLAGS_ENCODED, NULL);
  if (!uri || strcmp (g_uri_get_scheme (uri), "https") != 0 || g_uri_get_userinfo (uri))
    return NULL;
  host = one_host_new (g_uri_get_host (uri) ? g_uri_get_host (uri) : "");
  if (!host)
    return NULL;
  return g_uri_build (G_URI_FLAGS_ENCODED, "https", NULL, host, -1, g_uri_get_path (uri),
                      g_uri_get_query (uri), g_uri_get_fragment (uri));
}

/* The decoded parameter of the query; NULL if it is missing or repeated. */
static char *
uri_find_parameter (GUri *uri, const char *name)
{
  g_auto (GStrv) pairs = g_strsplit (g_uri_get_query (uri) ? g_uri_get_query (uri) : "", "&", 64);
  g_autofree char *found = NULL;

  for (guint i = 0; pairs[i]; i++) {
    char *equals = strchr (pairs[i], '=');

    if (!equals || strncmp (pairs[i], name, (gsize) (equals - pairs[i])) != 0
        || name[equals - pairs[i]])
      continue;
    if (found)
      return NULL;
    found = g_uri_unescape_string (equals + 1, NULL);
    if (!found)
      return NULL;
  }
  return g_steal_pointer (&found);
}

/* Version 2 writes "-" for "%" and "_" for "/". */
static char *
uri_unwrap_urldefense_2 (GUri *uri)
{
  g_autofree char *u = uri_find_parameter (uri, "u");

  if (!u)
    return NULL;
  g_strdelimit (u, "-", '%');
  g_strdelimit (u, "_", '/');
  return g_uri_unescape_string (u, NULL);
}

/* Version 3: /v3/__LINK__;… ; a "*" stands for a character that is only in what follows. */
static char *
uri_unwrap_urldefense_3 (GUri *uri)
{
  g_autofree char *rest = g_uri_to_string (uri);
  char *begin = strstr (rest, "/v3/__");
  char *end = begin ? strstr (begin + 6, "__;") : NULL;

  if (!end || memchr (begin, '*', (gsize) (end - begin)))
    return NULL;
  return g_strndup (begin + 6, (gsize) (end - begin - 6));
}

/* TRUE if a mail gateway wrapped the link; `inner` is then the link in it, or NULL if it cannot be
 * told. */
static gboolean
uri_is_wrapped (GUri *uri, char **inner)
{
  const char *path = g_uri_get_path (uri);

  *inner = NULL;
  if (one_host_matches (g_uri_get_host (uri), ".safelinks.protection.outlook.com"))
    *inner = uri_find_parameter (uri, "url");
  else if (one_host_matches (g_uri_get_host (uri), "www.google.com")
           && strcmp (path, "/url") == 0) {
    *inner = uri_find_parameter (uri, "q");
    if (!*inner)
      *inner = uri_find_parameter (uri, "url");
  } else if (one_host_matches (g_uri_get_host (uri), ".urldefense.proofpoint.com"))
    *inner = uri_unwrap_urldefense_2 (uri);
  else if (one_host_matches (g_uri_get_host (uri), ".urldefense.com"))
    *inner = g_str_has_prefix (path, "/v3/") ? uri_unwrap_urldefense_3 (uri)
                                             : uri_unwrap_urldefense_2 (uri);
  else if (one_host_matches (g_uri_get_host (uri), "meet.google.com")
           && g_str_has_prefix (path, "/linkredirect"))
    *inner = uri_find_parameter (uri, "dest");
  else
    return FALSE;
  return TRUE;
}

static GUri *
link_unwrap (const char *link)
{
  g_autofree char *text = g_strdup (link);

  for (guint i = 0; i <= MAX_WRAPS; i++) {
    g_autoptr (GUri) uri = link_parse (text);
    char *inner = NULL;

    if (!uri || !uri_is_wrapped (uri, &inner))
      return g_steal_pointer (&uri);
    g_free (text);
    text = inner;
    if (!text)
      return NULL;
  }
  return NULL;
}

static gboolean
uri_is_page (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (one_host_matches (g_uri_get_host (uri), pages[i].host)
        && g_pattern_match_simple (pages[i].path, path))
      return TRUE;
  return FALSE;
}

static guint
property_rank (const char *candidate, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strlen (ranks[i].property) == length
        && g_ascii_strncasecmp (ranks[i].property, candidate, length) == 0)
      return ranks[i].rank;
  return RANK_OTHER;
}

/* Removes the punctuation around a link in a text, and HTML's "&amp;". */
static char *
text_trim (const char *text)
{
  g_autofree char *link = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = NULL;
  gsize length = strlen (link);

  while (length > 0 && strchr (">)],.;:!?\"'*", link[length - 1]))
    link[--length] = '\0';
  parts = g_strsplit (link + strspn (link, "<([\"'*"), "&amp;", -1);
  return g_strjoinv ("&", parts);
}

char *
one_link_check (const char *link)
{
  g_autoptr (GUri) uri = link_unwrap (link);

  return uri ? g_uri_to_string (uri) : NULL;
}

static char *
candidate_check (guint rank, const char *link)
{
  g_autofree char *text = rank >= RANK_FREE ? text_trim (link) : g_strstrip (g_strdup (link));
  g_autoptr (GUri) uri = link_unwrap (text);

  return uri && (rank < RANK_FREE || uri_is_page (uri)) ? g_uri_to_string (uri) : NULL;
}

char *
one_link_choose (const char *const *links)
{
  g_autofree char *best = NULL;
  guint best_rank = G_MAXUINT;

  for (guint i = 0; links[i]; i++) {
    const char *colon = strchr (links[i], ':');
    guint rank = colon ? property_rank (links[i], (gsize) (colon - links[i])) : G_MAXUINT;
    char *link = rank < best_rank ? candidate_check (rank, colon + 1) : NULL;

    if (!link)
      continue;
    g_free (best);
    best = link;
    best_rank = rank;
  }
  return best ? g_steal_pointer (&best) : g_strdup ("");
}
