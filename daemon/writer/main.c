/* SPDX-License-Identifier: MIT */
/* oned-writer: plain values on stdin (wire/ical.h), iCalendar on stdout. A program of its own, so
 * that neither oned nor onectl has to load libical and what that takes. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>
#include "writer/calendar.h"

#define MAX_REQUEST (64 << 20)
#define CHUNK (64 << 10)

/* (transfer full) NULL if it cannot be read, or is too much. */
static GBytes *
read_request (void)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize size = 0;
  ssize_t got = 1;

  while (got > 0 && size <= MAX_REQUEST) {
    g_byte_array_set_size (bytes, (guint) size + CHUNK);
    got = read (STDIN_FILENO, bytes->data + size, CHUNK);
    size += got > 0 ? (gsize) got : 0;
  }
  g_byte_array_set_size (bytes, (guint) size);
  if (got == 0)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}

int
main (void)
{
  g_autoptr (GBytes) request = read_request ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!request) {
    fprintf (stderr, "the request cannot be read\n");
    return 1;
  }
  text = one_calendar_format (request, &error);
  if (!text) {
    fprintf (stderr, "%s\n", error->message);
    return 2;
  }
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return 0;
  fprintf (stderr, "%s\n", g_strerror (errno));
  return 1;
}
