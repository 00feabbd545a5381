/* SPDX-License-Identifier: MIT */
#include "ctl/bus/sanitize.h"

static const struct {
  const char *dirty;
  const char *clean;
} rows[] = {
  { "", "" },
  { "Ada Lovelace", "Ada Lovelace" },
  { "two  spaces stay", "two  spaces stay" },
  { "\033[31mred\033[0m", "[31mred[0m" },
  { "\033]0;title\007", "]0;title" },
  { "\302\233"
    "31m one byte",
    "31m one byte" },
  { "bell\007 back\010space", "bell backspace" },
  { "a\nb\tc\r\nd", "a b c  d" },
  { "line\342\200\250separator", "line separator" },
  { "\342\200\256evil\342\200\254", "evil" },
  { "\342\201\246isolate\342\201\251", "isolate" },
  { "zero\342\200\213width", "zerowidth" },
  { "tags\363\240\201\201here", "tagshere" },
  { "\177", "" },
  { "\343\202\242\343\203\200", "\343\202\242\343\203\200" },
  { "\360\237\221\251\342\200\215\360\237\222\273",
    "\360\237\221\251\342\200\215\360\237\222\273" },
  { "broken\377", "broken\357\277\275" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clean = one_sanitize_text (rows[i].dirty);

    g_assert_cmpstr (clean, ==, rows[i].clean);
  }
}

static void
test_value (void)
{
  g_autoptr (GVariant) dirty = g_variant_ref_sink (g_variant_new_parsed (
      "([{'text': <'a\\u001bb'>, 'names': <['\\u202ec', 'd']>, 'inner': <[{'x': <'e\\nf'>}]>,"
      " 'count': <uint32 7>, 'start': <int64 5>, 'main': <true>}], 'g\\u009bh', @aa{sv} [])"));
  g_autoptr (GVariant) clean = one_sanitize_value (dirty);
  g_autofree char *text = g_variant_print (clean, FALSE);

  g_assert_cmpstr (text, ==,
                   "([{'text': <'ab'>, 'names': <['c', 'd']>, 'inner': <[{'x': <'e f'>}]>, "
                   "'count': <uint32 7>, 'start': <int64 5>, 'main': <true>}], 'gh', [])");
  g_assert_true (g_variant_type_equal (g_variant_get_type (dirty), g_variant_get_type (clean)));
}

static void
test_markup (void)
{
  g_autofree char *text = one_sanitize_markup ("<b>R&D</b>\033[1m \"q\"");

  g_assert_cmpstr (text, ==, "&lt;b&gt;R&amp;D&lt;/b&gt;[1m &quot;q&quot;");
}

static void
test_notes (void)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_parsed (
      "{'text': <'a\nb'>, 'notes': <[{'text': <'a\n\nb\033[1m\r\u202e'>}]>}"));
  g_autoptr (GVariant) clean = one_sanitize_value (value);
  g_autoptr (GVariant) wanted = g_variant_ref_sink (
      g_variant_new_parsed ("{'text': <'a b'>, 'notes': <[{'text': <'a\n\nb[1m '>}]>}"));

  g_assert_true (g_variant_equal (clean, wanted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sanitize/escape-sequences-never-reach-the-terminal", test_text);
  g_test_add_func ("/sanitize/every-string-of-a-reply-is-cleaned", test_value);
  g_test_add_func ("/sanitize/notes-keep-their-lines", test_notes);
  g_test_add_func ("/sanitize/markup-in-a-title-does-not-break-the-bar", test_markup);
  return g_test_run ();
}
