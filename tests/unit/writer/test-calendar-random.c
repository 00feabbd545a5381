/* SPDX-License-Identifier: MIT */
/* Texts of the signs that mean something to iCalendar, at random: each is read as it was written.
 */
#include "tests/unit/writer/writer-fixture.h"

#define TEXTS 300

static char *
dup_text (GRand *chance)
{
  static const char *const pieces[] = {
    ",",
    ";",
    ":",
    "\\",
    "\\n",
    "\\,",
    "\"",
    "^",
    "^n",
    "\n",
    "\n ",
    "\t",
    " ",
    "=",
    "a",
    "z",
    "BEGIN:VEVENT",
    "\nEND:VTODO\n",
    "X-ONED-ID:a1",
    "ä",
    "日本",
    "😀",
    "\u2028",
    "\u00a0",
    "%s",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  guint length = (guint) g_rand_int_range (chance, 0, 120);

  for (guint i = 0; i < length; i++)
    g_string_append (text, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
  return g_strdup (g_strstrip (text->str));
}

static void
test_each_text_is_read_as_it_was_written (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint i = 0; i < TEXTS; i++) {
    g_autofree char *text = dup_text (chance);
    g_autofree char *written = writer_format_text ("note", "description", text);
    icalcomponent *calendar = writer_read (written, ICAL_VJOURNAL_COMPONENT);
    const char *read = writer_get (calendar, ICAL_DESCRIPTION_PROPERTY);

    g_assert_cmpstr (read ? read : "", ==, text);
    icalcomponent_free (calendar);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/each-text-is-read-as-it-was-written",
                   test_each_text_is_read_as_it_was_written);
  return g_test_run ();
}
