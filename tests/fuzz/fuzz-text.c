/* SPDX-License-Identifier: MIT */
/* Cleaned text is valid, bounded and without anything that a terminal would obey. */
#include "tests/fuzz/fuzz.h"

#include "model/base/text.h"

#define LONGEST 40

static void
check (const char *clean, gboolean lines)
{
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  for (const char *c = clean; *c; c = g_utf8_next_char (c))
    if (!lines || (*c != '\n' && *c != '\t'))
      g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *clean = one_text_clean ((const char *) data, (gssize) size, LONGEST);
  g_autofree char *again = one_text_clean (clean, -1, LONGEST);
  g_autofree char *lines = one_text_clean_lines ((const char *) data, (gssize) size, LONGEST);

  check (clean, FALSE);
  check (lines, TRUE);
  g_assert_cmpint (g_utf8_strlen (clean, -1), <=, LONGEST);
  g_assert_cmpint (g_utf8_strlen (lines, -1), <=, LONGEST);
  g_assert_cmpstr (clean, ==, again);
  return 0;
}
