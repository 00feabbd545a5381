/* SPDX-License-Identifier: MIT */
#include "wire/feed.h"

#include <string.h>
#include "wire/feed-answer.h"

#define GROUP "feed"
#define MAX_NAME 60        /* characters */
#define MAX_NAME_BYTES 200 /* with an ending it is a file's name */
#define MAX_NAMES 100

static gint64
get_number (GKeyFile *keys, const char *key)
{
  return MAX (0, g_key_file_get_int64 (keys, GROUP, key, NULL));
}

OneFeed *
one_feed_parse (const char *text)
{
  OneFeed *feed = g_new0 (OneFeed, 1);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *answer = NULL;

  if (!text || !g_key_file_load_from_data (keys, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return feed;
  answer = g_key_file_get_string (keys, GROUP, "answer", NULL);
  (void) one_words_parse_feed_answer (answer, &feed->answer);
  feed->status = (guint) MIN (get_number (keys, "status"), 999);
  feed->asked = get_number (keys, "asked");
  feed->got = get_number (keys, "got");
  feed->next = get_number (keys, "next");
  feed->wanted = get_number (keys, "wanted");
  feed->failures = (guint) MIN (get_number (keys, "failures"), G_MAXINT);
  feed->etag = g_key_file_get_string (keys, GROUP, "etag", NULL);
  feed->modified = g_key_file_get_string (keys, GROUP, "modified", NULL);
  feed->of = g_key_file_get_string (keys, GROUP, "of", NULL);
  feed->sum = g_key_file_get_string (keys, GROUP, "sum", NULL);
  return feed;
}

static void
set_text (GKeyFile *keys, const char *key, const char *text)
{
  if (text)
    g_key_file_set_string (keys, GROUP, key, text);
}

char *
one_feed_format (const OneFeed *feed)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_string (keys, GROUP, "answer", one_words_format_feed_answer (feed->answer));
  g_key_file_set_int64 (keys, GROUP, "status", feed->status);
  g_key_file_set_int64 (keys, GROUP, "asked", feed->asked);
  g_key_file_set_int64 (keys, GROUP, "got", feed->got);
  g_key_file_set_int64 (keys, GROUP, "next", feed->next);
  g_key_file_set_int64 (keys, GROUP, "wanted", feed->wanted);
  g_key_file_set_int64 (keys, GROUP, "failures", feed->failures);
  set_text (keys, "etag", feed->etag);
  set_text (keys, "modified", feed->modified);
  set_text (keys, "of", feed->of);
  set_text (keys, "sum", feed->sum);
  return g_key_file_to_data (keys, NULL, NULL);
}

void
one_feed_free (OneFeed *feed)
{
  g_free (feed->etag);
  g_free (feed->modified);
  g_free (feed->of);
  g_free (feed->sum);
  g_free (feed);
}

gboolean
one_feed_is_trouble (const OneFeed *feed)
{
  if (feed->answer == ONE_FEED_NEVER || one_feed_answer_is_good (feed->answer))
    return FALSE;
  return !one_feed_answer_may_pass (feed->answer) || feed->asked - feed->got >= ONE_FEED_PATIENCE;
}

gboolean
one_feed_is_name (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > MAX_NAME_BYTES || !g_utf8_validate (name, -1, NULL)
      || g_utf8_strlen (name, -1) > MAX_NAME || strchr ("-. ", *name) || name[length - 1] == ' ')
    return FALSE;
  for (const char *at = name; *at; at = g_utf8_next_char (at)) {
    gunichar sign = g_utf8_get_char (at);

    if (sign == '/' || !g_unichar_isprint (sign) || (g_unichar_isspace (sign) && sign != ' '))
      return FALSE;
  }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
one_feed_list_names (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *file;

  while (files && names->len < MAX_NAMES && (file = g_dir_read_name (files))) {
    g_autofree char *name = NULL;

    if (!g_str_has_suffix (file, ONE_FEED_ADDRESS_FILE))
      continue;
    name = g_strndup (file, strlen (file) - strlen (ONE_FEED_ADDRESS_FILE));
    if (one_feed_is_name (name))
      g_ptr_array_add (names, g_steal_pointer (&name));
  }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

char *
one_feed_dup_path (const char *folder, const char *name, const char *file)
{
  return g_strconcat (folder, "/", name, file, NULL);
}

char *
one_feed_dup_https (const char *address)
{
  static const char *const schemes[] = { "https://", "webcal://", "webcals://" };

  if (strlen (address) > ONE_FEED_MAX_ADDRESS)
    return NULL;
  for (const char *at = address; *at; at++)
    if (!g_ascii_isgraph (*at))
      return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    gsize length = strlen (schemes[i]);

    if (g_ascii_strncasecmp (address, schemes[i], length) == 0 && address[length]
        && !strchr ("/?#:", address[length]))
      return g_strconcat ("https://", address + length, NULL);
  }
  return NULL;
}
