/* SPDX-License-Identifier: MIT */
#include "ctl/find-series.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/seconds.h"
#include "wire/error.h"
#include "wire/fold.h"

#define MOST_NAMED 6 /* in a sentence */

typedef gboolean (*SeriesFits) (GVariant *event, const char *word);

GVariant *
one_find_series_get_all (OneContext *context, GError **error)
{
  g_autoptr (GVariant) answer = NULL;

  if (!one_context_load_now (context, error))
    return NULL;
  answer = one_client_call (context->client, "Explain",
                            g_variant_new ("(sxx)", "", context->now, context->now + ONE_DAY),
                            "(aa{sv}aa{sv})", error);
  return answer ? g_variant_get_child_value (answer, 0) : NULL;
}

static gboolean
series_is_called (GVariant *event, const char *word)
{
  g_autofree char *title = one_fold_text (one_unpack_string (event, "summary"));
  g_autofree char *wanted = one_fold_text (word);

  return g_str_equal (title, wanted);
}

static gboolean
series_begins (GVariant *event, const char *word)
{
  return one_fold_begins_word (word, one_unpack_string (event, "summary"))
         || one_fold_begins_word (word, one_unpack_string (event, "person"));
}

/* Their indices in the list. */
static GArray *
series_find (GVariant *events, const char *word, SeriesFits fits)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < g_variant_n_children (events); i++) {
    g_autoptr (GVariant) event = g_variant_get_child_value (events, i);

    if (fits (event, word))
      g_array_append_val (found, i);
  }
  return found;
}

static char *
series_dup_uid_at (GVariant *events, gsize index)
{
  g_autoptr (GVariant) event = g_variant_get_child_value (events, index);

  return g_strdup (one_unpack_string (event, "uid"));
}

static void
series_set_ambiguous (GError **error, const char *word, GVariant *events, const GArray *found)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MOST_NAMED); i++) {
    gsize index = g_array_index (found, gsize, i);
    g_autoptr (GVariant) event = g_variant_get_child_value (events, index);

    g_string_append_printf (list, "%s%u '%s'", i > 0 ? ", " : "", (guint) index + 1,
                            one_unpack_string (event, "summary"));
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS,
               _ ("'%s' could be %s: give the number from 'onectl explain'"), word, list->str);
}

/* "12" -> 11; -1 if it is no number of the list. */
static gint64
series_parse_number (const char *word, gsize count)
{
  char *end;
  guint64 number = g_ascii_isdigit (word[0]) ? g_ascii_strtoull (word, &end, 10) : 0;

  return number > 0 && *end == '\0' && number <= count ? (gint64) number - 1 : -1;
}

char *
one_find_series_dup_uid (OneContext *context, const char *word, GError **error)
{
  static const SeriesFits ways[] = { series_is_called, series_begins };
  g_autoptr (GVariant) events = one_find_series_get_all (context, error);
  gint64 number;

  if (!events)
    return NULL;
  number = series_parse_number (word, g_variant_n_children (events));
  if (number >= 0)
    return series_dup_uid_at (events, (gsize) number);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autoptr (GArray) found = series_find (events, word, ways[i]);

    if (found->len == 1)
      return series_dup_uid_at (events, g_array_index (found, gsize, 0));
    if (found->len > 1) {
      series_set_ambiguous (error, word, events, found);
      return NULL;
    }
  }
  g_set_error (
      error, ONE_ERROR, ONE_ERROR_NOT_FOUND,
      _ ("no recurring series '%s': 'onectl explain' lists them, by number, title and UID"), word);
  return NULL;
}

gboolean
one_find_series_is_unknown (const GError *error)
{
  return g_error_matches (error, ONE_ERROR, ONE_ERROR_NOT_FOUND);
}
