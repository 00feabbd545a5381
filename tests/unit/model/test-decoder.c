/* SPDX-License-Identifier: MIT */
#include "model/calendar/decoder.h"

#define FIRST (-2208988800) /* 1900-01-01 */
#define LAST 10413791999    /* 2299-12-31 23:59:59 */

static OneDecoder
decode (const char *bytes, gsize size)
{
  return (OneDecoder){ .at = (const guint8 *) bytes, .left = size };
}

static void
test_a_choice_is_below_its_end (void)
{
  static const struct {
    guint8 byte;
    guint end;
    guint value;
    gboolean good;
  } rows[] = { { 0, 2, 0, TRUE }, { 1, 2, 1, TRUE }, { 2, 2, 0, FALSE }, { 255, 2, 0, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneDecoder decoder = decode ((const char *) &rows[i].byte, 1);

    g_assert_cmpuint (one_decoder_choice (&decoder, rows[i].end), ==, rows[i].value);
    g_assert_cmpint (decoder.wrong == NULL, ==, rows[i].good);
  }
}

static void
test_times_are_brought_within_bounds (void)
{
  static const struct {
    gint64 sent;
    gint64 got;
    gboolean is_time;
  } rows[] = {
    { 0, 0, TRUE },
    { FIRST, FIRST, TRUE },
    { FIRST - 1, FIRST, FALSE },
    { LAST, LAST, TRUE },
    { LAST + 1, LAST, FALSE },
    { G_MININT64, FIRST, FALSE },
    { G_MAXINT64, LAST, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 sent = GINT64_TO_LE (rows[i].sent);
    OneDecoder decoder = decode ((const char *) &sent, sizeof sent);

    g_test_message ("%" G_GINT64_FORMAT, rows[i].sent);
    g_assert_cmpint (one_decoder_time (&decoder), ==, rows[i].got);
    g_assert_null (decoder.wrong);
    g_assert_cmpint (one_decoder_is_time (rows[i].sent), ==, rows[i].is_time);
  }
}

/* Eight bytes follow the count. */
static void
test_a_count_is_of_what_can_be_there (void)
{
  static const struct {
    guint32 count;
    guint max;
    gsize least;
    gboolean good;
  } rows[] = {
    { 0, 0, 8, TRUE },
    { 1, 1, 8, TRUE },
    { 2, 1, 4, FALSE },
    { 2, 9, 4, TRUE },
    { 3, 9, 4, FALSE },
    { 8, 9, 1, TRUE },
    { G_MAXUINT32, G_MAXUINT, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint32 bytes[3] = { GUINT32_TO_LE (rows[i].count) };
    OneDecoder decoder = decode ((const char *) bytes, sizeof bytes);

    g_test_message ("row %u", i);
    g_assert_cmpuint (one_decoder_count (&decoder, rows[i].max, rows[i].least), ==,
                      rows[i].good ? rows[i].count : 0);
    g_assert_cmpint (decoder.wrong == NULL, ==, rows[i].good);
  }
}

static void
test_texts_are_cleaned_and_bytes_are_not (void)
{
  static const char bytes[] = "\3\0\0\0a\tb\3\0\0\0a\tb";
  OneDecoder decoder = decode (bytes, sizeof bytes - 1);
  g_autofree char *text = one_decoder_text (&decoder, 8);
  g_autofree char *raw = one_decoder_bytes (&decoder, 3);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "a b");
  g_assert_cmpstr (raw, ==, "a\tb");
  g_assert_true (one_decoder_done (&decoder, &error));
  g_assert_no_error (error);
}

static void
test_names_are_short_and_whole (void)
{
  static const struct {
    const char *bytes;
    gsize size;
    gboolean good;
  } rows[] = {
    { "\3\0\0\0abc", 7, TRUE }, { "\4\0\0\0abcd", 8, FALSE }, { "\3\0\0\0a\0c", 7, FALSE },
    { "\0\0\0\0", 4, TRUE },    { "\3\0\0\0ab", 6, FALSE },   { "\3\0\0", 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneDecoder decoder = decode (rows[i].bytes, rows[i].size);
    g_autofree char *name = one_decoder_bytes (&decoder, 3);

    g_test_message ("row %u", i);
    g_assert_cmpint (decoder.wrong == NULL, ==, rows[i].good);
    g_assert_nonnull (name);
  }
}

static void
test_after_the_first_mistake_all_is_nothing (void)
{
  static const char bytes[] = "\7\1\1\1\1\1\1\1\1\1\1\1\1";
  OneDecoder decoder = decode (bytes, sizeof bytes - 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *wrong;

  one_decoder_choice (&decoder, 2);
  wrong = decoder.wrong;
  g_assert_nonnull (wrong);
  text = one_decoder_text (&decoder, 8);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (one_decoder_u32 (&decoder), ==, 0);
  g_assert_cmpint (one_decoder_i64 (&decoder), ==, 0);
  g_assert_false (one_decoder_done (&decoder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_cmpstr (error->message, ==, wrong);
}

static void
test_all_of_it_is_used (void)
{
  OneDecoder decoder = decode ("\1\1", 2);
  g_autoptr (GError) error = NULL;

  one_decoder_choice (&decoder, 2);
  g_assert_false (one_decoder_done (&decoder, &error));
  g_clear_error (&error);
  one_decoder_choice (&decoder, 2);
  g_assert_true (one_decoder_done (&decoder, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoder/a-choice-is-below-its-end", test_a_choice_is_below_its_end);
  g_test_add_func ("/decoder/times-are-within-bounds", test_times_are_brought_within_bounds);
  g_test_add_func ("/decoder/a-count-is-of-what-can-be-there",
                   test_a_count_is_of_what_can_be_there);
  g_test_add_func ("/decoder/texts-are-cleaned", test_texts_are_cleaned_and_bytes_are_not);
  g_test_add_func ("/decoder/names-are-short-and-whole", test_names_are_short_and_whole);
  g_test_add_func ("/decoder/after-a-mistake-nothing", test_after_the_first_mistake_all_is_nothing);
  g_test_add_func ("/decoder/all-of-it-is-used", test_all_of_it_is_used);
  return g_test_run ();
}
