/* SPDX-License-Identifier: MIT */
/* What is written is, byte for byte, what GLib makes of the same values. */
#include "bus/pack/record.h"

#include <string.h>

/* The edges of how many bytes tell where a child ends, met by texts of about that length. */
static const guint lengths[] = { 1,     2,     7,     8,     100,   170,   180,   190,
                                 200,   210,   220,   225,   230,   235,   240,   245,
                                 250,   255,   256,   260,   65400, 65490, 65500, 65505,
                                 65510, 65515, 65520, 65525, 65530, 65535, 65536, 70000 };

typedef struct {
  const char *text; /* (borrowed) */
  guint n;          /* how many there are of each kind of child */
} Sample;

static void
add_number (OneRecord *record, const gint64 *number)
{
  one_record_add_time (record, "number", *number);
}

static void
add_sample (OneRecord *record, const Sample *sample)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 number = G_MININT64;

  for (guint i = 0; i < sample->n; i++) {
    g_ptr_array_add (texts, (char *) sample->text);
    g_ptr_array_add (values, &number);
    g_array_append_val (numbers, number);
  }
  one_record_add_text (record, "text", sample->text);
  one_record_add_flag (record, "yes", 4);
  one_record_add_flag (record, "no", FALSE);
  one_record_add_count (record, "count", G_MAXUINT32);
  one_record_add_number (record, "half", 0.5);
  one_record_add_texts (record, "texts", (const char *const *) texts->pdata, (gssize) texts->len);
  one_record_add_list (record, "list", values, (OneRecordFunc) add_number);
  one_record_add_array (record, "array", numbers, (OneRecordFunc) add_number);
  one_record_add_record (record, "record", &number, (OneRecordFunc) add_number);
  one_record_open_list (record, "open");
  one_record_open (record);
  one_record_close (record);
  one_record_close_list (record);
}

static GVariant *
expect_sample (const Sample *sample)
{
  GVariantBuilder entries, texts, numbers;
  GVariant *list;

  g_variant_builder_init (&entries, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&texts, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&numbers, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < sample->n; i++) {
    g_variant_builder_add (&texts, "s", sample->text);
    g_variant_builder_add_parsed (&numbers, "{'number': <%x>}", G_MININT64);
  }
  list = g_variant_builder_end (&numbers);
  g_variant_builder_add_parsed (&entries, "{'text', <%s>}", sample->text);
  g_variant_builder_add_parsed (&entries, "{'yes', <true>}");
  g_variant_builder_add_parsed (&entries, "{'no', <false>}");
  g_variant_builder_add_parsed (&entries, "{'count', <%u>}", G_MAXUINT32);
  g_variant_builder_add_parsed (&entries, "{'half', <0.5>}");
  g_variant_builder_add_parsed (&entries, "{'texts', <%*>}", g_variant_builder_end (&texts));
  g_variant_builder_add_parsed (&entries, "{'list', <%*>}", list);
  g_variant_builder_add_parsed (&entries, "{'array', <%*>}", list);
  g_variant_builder_add_parsed (&entries, "{'record', <{'number': <%x>}>}", G_MININT64);
  g_variant_builder_add_parsed (&entries, "{'open', <[@a{sv} {}]>}");
  return g_variant_builder_end (&entries);
}

static void
assert_same (GVariant *written, GVariant *expected)
{
  g_autoptr (GVariant) one = g_variant_ref_sink (written);
  g_autoptr (GVariant) other = g_variant_ref_sink (expected);

  g_assert_cmpvariant (one, other);
  g_assert_cmpmem (g_variant_get_data (one), g_variant_get_size (one), g_variant_get_data (other),
                   g_variant_get_size (other));
  g_assert_true (g_variant_is_normal_form (one));
}

/* Of lists of such records, too, which need more bytes still. */
static void
test_it_is_what_glib_makes_of_it (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint n = 0; n < 4; n++) {
      g_autofree char *text = g_strnfill (lengths[i], 'x');
      const Sample sample = { text, n };
      g_autoptr (GPtrArray) samples = g_ptr_array_new ();
      GVariantBuilder list;

      assert_same (one_record_pack (&sample, (OneRecordFunc) add_sample), expect_sample (&sample));
      g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
      for (guint j = 0; j < n; j++) {
        g_ptr_array_add (samples, (Sample *) &sample);
        g_variant_builder_add_value (&list, expect_sample (&sample));
      }
      assert_same (one_record_pack_list (samples, (OneRecordFunc) add_sample),
                   g_variant_builder_end (&list));
    }
}

static void
add_nothing (OneRecord *record, gconstpointer value)
{
  GDate none;

  g_date_clear (&none, 1);
  one_record_add_text (record, "text", "");
  one_record_add_text (record, "nothing", NULL);
  one_record_add_time (record, "time", 0);
  one_record_add_day (record, "day", &none);
  one_record_add_id (record, "id", 'a', 0);
}

static void
test_what_says_nothing_is_left_out (void)
{
  assert_same (one_record_pack (NULL, add_nothing), g_variant_new ("a{sv}", NULL));
}

static void
add_something (OneRecord *record, const GDate *day)
{
  static const char *const texts[] = { "", "ü", NULL };

  one_record_add_text (record, "text", "x");
  one_record_add_time (record, "time", 5);
  one_record_add_day (record, "day", day);
  one_record_add_id (record, "id", 'm', 41);
  one_record_add_id (record, "long", 'a', G_MAXINT64);
  one_record_add_texts (record, "texts", texts, -1);
}

static void
test_what_says_something_is_there (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 27, G_DATE_NOVEMBER, 2026);
  assert_same (one_record_pack (&day, (OneRecordFunc) add_something),
               g_variant_new_parsed ("@a{sv} {'text': <'x'>, 'time': <int64 5>,"
                                     " 'day': <'2026-11-27'>, 'id': <'m41'>,"
                                     " 'long': <'a9223372036854775807'>, 'texts': <['', 'ü']>}"));
}

static void
add_bytes (OneRecord *record, const char *text)
{
  one_record_add_text (record, "before", "x");
  one_record_add_text (record, "text", text);
}

/* The bus would end the connection over it. */
static void
test_what_is_no_text_is_left_out (void)
{
  g_test_expect_message ("oned-bus", G_LOG_LEVEL_CRITICAL, "*g_utf8_validate*");
  assert_same (one_record_pack ("\xff", (OneRecordFunc) add_bytes),
               g_variant_new_parsed ("{'before': <'x'>}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/as-glib", test_it_is_what_glib_makes_of_it);
  g_test_add_func ("/record/nothing", test_what_says_nothing_is_left_out);
  g_test_add_func ("/record/something", test_what_says_something_is_there);
  g_test_add_func ("/record/no-text", test_what_is_no_text_is_left_out);
  return g_test_run ();
}
