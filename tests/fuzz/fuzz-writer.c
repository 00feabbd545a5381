/* SPDX-License-Identifier: MIT */
/* Any text becomes a line that libical reads as the same text, in each kind of component, and no
 * text becomes a second line. What the writer leaves out on purpose is left out before. */
#include "tests/fuzz/fuzz.h"

#include <string.h>
#include "tests/unit/writer/writer-fixture.h"

static char *
dup_expected (const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    if (!g_unichar_iscntrl (g_utf8_get_char (c)) || *c == '\n' || *c == '\t')
      g_string_append_unichar (kept, g_utf8_get_char (c));
  return g_strdup (g_strstrip (kept->str));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const struct {
    const char *kind, *key;
    icalcomponent_kind component;
    icalproperty_kind property;
  } cases[] = {
    { "meeting", "summary", ICAL_VEVENT_COMPONENT, ICAL_SUMMARY_PROPERTY },
    { "promise", "person", ICAL_VTODO_COMPONENT, ICAL_CONTACT_PROPERTY },
    { "note", "description", ICAL_VJOURNAL_COMPONENT, ICAL_DESCRIPTION_PROPERTY },
  };
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 4096));
  g_autofree char *expected = dup_expected (text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *written = writer_format_text (cases[i].kind, cases[i].key, text);
    icalcomponent *calendar = writer_read (written, cases[i].component);
    const char *read = writer_get (calendar, cases[i].property);

    g_assert_cmpstr (read ? read : "", ==, expected);
    icalcomponent_free (calendar);
  }
  return 0;
}
