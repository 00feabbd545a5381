/* SPDX-License-Identifier: MIT */
#include "fetch/target.h"

/* "host:port", in lower case; NULL if it has none. (transfer full) */
static char *
dup_place (CURLU *url)
{
  char *host = NULL, *port = NULL, *place = NULL;

  if (curl_url_get (url, CURLUPART_HOST, &host, 0) == CURLUE_OK
      && curl_url_get (url, CURLUPART_PORT, &port, CURLU_DEFAULT_PORT) == CURLUE_OK) {
    g_autofree char *lower = g_ascii_strdown (host, -1);

    place = g_strconcat (lower, ":", port, NULL);
  }
  curl_free (host);
  curl_free (port);
  return place;
}

static gboolean
is_https (CURLU *url)
{
  char *scheme = NULL;
  gboolean secure = curl_url_get (url, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK
                    && g_ascii_strcasecmp (scheme, "https") == 0;

  curl_free (scheme);
  return secure;
}

static void
drop_login (CURLU *url)
{
  curl_url_set (url, CURLUPART_USER, NULL, 0);
  curl_url_set (url, CURLUPART_PASSWORD, NULL, 0);
  curl_url_set (url, CURLUPART_OPTIONS, NULL, 0);
}

gboolean
one_target_set (OneTarget *target, const char *address)
{
  target->url = curl_url ();
  if (!target->url || curl_url_set (target->url, CURLUPART_URL, address, 0) != CURLUE_OK
      || !is_https (target->url))
    return FALSE;
  curl_url_get (target->url, CURLUPART_USER, &target->user, CURLU_URLDECODE);
  curl_url_get (target->url, CURLUPART_PASSWORD, &target->password, CURLU_URLDECODE);
  drop_login (target->url);
  target->home = dup_place (target->url);
  return target->home != NULL;
}

OneFeedAnswer
one_target_follow (OneTarget *target, const char *address)
{
  /* Relative to where it is now. */
  if (curl_url_set (target->url, CURLUPART_URL, address, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return ONE_FEED_STRANGE;
  drop_login (target->url);
  return is_https (target->url) ? ONE_FEED_NEVER : ONE_FEED_PLAIN;
}

gboolean
one_target_is_at_home (const OneTarget *target)
{
  g_autofree char *place = dup_place (target->url);

  return g_strcmp0 (place, target->home) == 0;
}

void
one_target_clear (OneTarget *target)
{
  g_clear_pointer (&target->url, curl_url_cleanup);
  g_clear_pointer (&target->user, curl_free);
  g_clear_pointer (&target->password, curl_free);
  g_clear_pointer (&target->home, g_free);
}
