/* SPDX-License-Identifier: MIT */
#include "ctl/view/feed-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/view/show.h"
#include "wire/feed-answer.h"

char *
one_feed_lines_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), ONE_FEED_FOLDER, NULL);
}

static OneFeed *
load (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
      || !g_file_get_contents (path, &text, &length, NULL) || length > ONE_FEED_MAX_STATE)
    return one_feed_parse (NULL);
  return one_feed_parse (text);
}

OneFeed *
one_feed_lines_load (const char *folder, const char *name)
{
  g_autofree char *path = one_feed_dup_path (folder, name, ONE_FEED_STATE_FILE);

  return load (path);
}

OneFeed *
one_feed_lines_load_beside (const char *calendar)
{
  g_autofree char *stem =
      g_str_has_suffix (calendar, ONE_FEED_CALENDAR_FILE)
          ? g_strndup (calendar, strlen (calendar) - strlen (ONE_FEED_CALENDAR_FILE))
          : g_strdup (calendar);
  g_autofree char *path = g_strconcat (stem, ONE_FEED_STATE_FILE, NULL);

  return load (path);
}

char *
one_feed_lines_format (const OneContext *context, const OneFeed *feed)
{
  const char *answer = _ (one_feed_answer_get_text (feed->answer));
  g_autofree char *asked = feed->asked > 0 ? one_show_moment (context, feed->asked) : NULL;
  g_autofree char *got = feed->got > 0 ? one_show_moment (context, feed->got) : NULL;

  if (!asked)
    return g_strdup (answer);
  if (!got)
    return g_strdup_printf (_ ("%s (asked %s; it has never come)"), answer, asked);
  if (feed->got == feed->asked)
    return g_strdup_printf ("%s (%s)", answer, asked);
  return g_strdup_printf (_ ("%s (asked %s; the calendar is from %s)"), answer, asked, got);
}

const char *
one_feed_lines_get_mend (const OneFeed *feed)
{
  const char *mend = one_feed_answer_get_mend (feed->answer);

  return mend ? _ (mend) : NULL;
}

static void
add_instant (GVariantDict *record, const char *key, gint64 instant)
{
  if (instant > 0)
    g_variant_dict_insert (record, key, "x", instant);
}

static GVariant *
pack (const char *folder, const char *name)
{
  g_autoptr (OneFeed) feed = one_feed_lines_load (folder, name);
  g_autofree char *path = one_feed_dup_path (folder, name, ONE_FEED_CALENDAR_FILE);
  const char *mend = one_feed_answer_get_mend (feed->answer);
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert (&record, "name", "s", name);
  g_variant_dict_insert (&record, "path", "s", path);
  g_variant_dict_insert (&record, "answer", "s", one_words_format_feed_answer (feed->answer));
  g_variant_dict_insert (&record, "ok", "b", one_feed_answer_is_good (feed->answer));
  g_variant_dict_insert (&record, "what", "s", one_feed_answer_get_text (feed->answer));
  if (mend)
    g_variant_dict_insert (&record, "mend", "s", mend);
  add_instant (&record, "asked", feed->asked);
  add_instant (&record, "got", feed->got);
  add_instant (&record, "next", feed->next);
  return g_variant_dict_end (&record);
}

GVariant *
one_feed_lines_pack (const char *folder, const char *const *names)
{
  GVariantBuilder records;

  g_variant_builder_init (&records, G_VARIANT_TYPE ("aa{sv}"));
  for (; *names; names++)
    g_variant_builder_add_value (&records, pack (folder, *names));
  return g_variant_builder_end (&records);
}
