/* SPDX-License-Identifier: MIT */
/* Whatever the file, the reading is bounded and keeps what model/calendar/event.h promises; and
 * what the prefilter leaves out changes nothing of what is left. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "reader/reader.h"

#define FROM 1767225600 /* 2026-01-01 */
#define TO 1775001600   /* 2026-04-01 */

static OneReading *
read_bytes (const guint8 *data, gsize size, gboolean all)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReader) reader = NULL;

  request->from = FROM;
  request->to = TO;
  request->all = all;
  reader = one_reader_new (request);
  return one_reader_read (reader, "fuzz.ics", (const char *) data, size);
}

static void
check (const OneReading *reading)
{
  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = g_ptr_array_index (reading->series, i);

    g_assert_true (g_utf8_validate (series->uid, -1, NULL));
    for (guint k = 0; k < series->occurrences->len; k++) {
      const OneOccurrence *occurrence = &g_array_index (series->occurrences, OneOccurrence, k);

      g_assert_cmpint (occurrence->start, <=, occurrence->end);
      g_assert_cmpint (occurrence->start, <, TO);
      g_assert_cmpint (occurrence->end, >=, FROM);
      g_assert_cmpuint (occurrence->event, <, series->events->len);
    }
  }
  g_assert_cmpuint (reading->troubles->len, <=, 101);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (OneReading) all = read_bytes (data, size, TRUE);
  g_autoptr (OneReading) some = read_bytes (data, size, FALSE);

  check (all);
  check (some);
  g_assert_cmpuint (some->series->len, <=, all->series->len);
  g_assert_cmpint (some->refused, ==, all->refused);
  return 0;
}
