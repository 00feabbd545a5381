/* SPDX-License-Identifier: MIT */
/* The reader's answer, as the daemon takes it apart: it may come from a reader that was taken over.
 */
#include "tests/fuzz/fuzz.h"

#include "model/calendar/pack.h"

static void
parse (const OneFrame *frame, OneReading *reading, GError **error)
{
  OneHello hello;
  gboolean complete;

  switch (frame->kind) {
  case ONE_FRAME_REQUEST: {
    g_autoptr (OneRequest) request G_GNUC_UNUSED = one_pack_parse_request (frame, error);
    break;
  }
  case ONE_FRAME_HELLO:
    if (!one_pack_parse_hello (frame, &hello, error))
      g_assert_true (!error || *error);
    break;
  case ONE_FRAME_SERIES:
  case ONE_FRAME_END:
    if (!one_pack_parse_reading (frame, reading, &complete, error))
      g_assert_true (!error || *error);
    break;
  }
}

/* What was taken apart must be whole enough to be put together again. */
static void
check (const OneReading *reading)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  one_pack_add_reading (packed, reading);
  g_assert_cmpuint (packed->len, >, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (OneReading) reading = one_reading_new ("/calendar.ics");
  g_autoptr (GError) error = NULL;
  OneFrame frame;
  gssize taken = 0;

  for (gsize at = 0; at < size && !error; at += (gsize) taken) {
    taken = one_pack_parse_frame (data + at, size - at, &frame, &error);
    if (taken <= 0)
      break;
    parse (&frame, reading, &error);
  }
  if (!error)
    check (reading);
  return 0;
}
