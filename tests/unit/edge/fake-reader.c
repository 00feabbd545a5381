/* SPDX-License-Identifier: MIT */
/* Stands in for oned-reader and does to each file what its name says: crash.ics, stall.ics,
 * spin.ics, flood.ics, nonsense.ics, exit.ics, half.ics, stop.ics; turn.ics spins until "enough"
 * lies beside it; all others are read well. The name of the first source says how it starts: dumb,
 * deaf, foreign, newer; patient: it answers when it is done with all files, or has to. */
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>
#include "model/calendar/pack.h"

static void
send_out (GByteArray *out)
{
  gsize sent = 0;

  while (sent < out->len) {
    ssize_t done = write (STDOUT_FILENO, out->data + sent, out->len - sent);

    if (done <= 0)
      exit (4);
    sent += (gsize) done;
  }
  g_byte_array_set_size (out, 0);
}

static OneRequest *
take_request (void)
{
  GByteArray *in = g_byte_array_new ();
  guint8 chunk[4096];
  OneRequest *request;
  OneFrame frame;
  ssize_t got;

  while ((got = read (STDIN_FILENO, chunk, sizeof chunk)) > 0)
    g_byte_array_append (in, chunk, (guint) got);
  if (in->len < ONE_PACK_WORDS
      || one_pack_parse_frame (in->data + ONE_PACK_WORDS, in->len - ONE_PACK_WORDS, &frame, NULL)
             <= 0)
    exit (2);
  request = one_pack_parse_request (&frame, NULL);
  g_byte_array_unref (in);
  return request ? request : (exit (2), NULL);
}

static gboolean
is_called (const OneRequest *request, const char *what)
{
  return g_str_has_suffix (g_ptr_array_index (request->roots, 0), what);
}

static void
greet (const OneRequest *request, GByteArray *out)
{
  OneHello hello = { .landlock = !is_called (request, "/old-kernel") };

  if (is_called (request, "/dumb"))
    exit (3);
  if (is_called (request, "/foreign")) {
    g_byte_array_append (out, (const guint8 *) "#!/bin/sh\n", 10);
    send_out (out);
  }
  one_pack_add_hello (out, &hello);
  if (is_called (request, "/newer"))
    out->data[out->len - 5]++; /* the version, before the boolean */
  send_out (out);
}

static void
answer_flood (GByteArray *out)
{
  OneReading *reading = one_reading_new ("");
  OneSeries *series = one_series_new ("flood");
  g_autofree char *much = g_strnfill (100000, 'x');

  g_free (series->producer);
  series->producer = g_steal_pointer (&much);
  g_ptr_array_add (reading->series, series);
  for (;;) {
    one_pack_add_reading (out, reading);
    g_byte_array_set_size (out, out->len - 5 - 48); /* all but the end */
    send_out (out);
  }
}

/* As the sandbox does it. A call of that number is none of the kernel's. */
static void
stop (guint *words)
{
  g_atomic_int_set (&words[1], 999 + 1);
  kill (getpid (), SIGSYS);
}

static void
answer (const char *path, guint *words, GByteArray *out)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *enough = g_build_filename (folder, "enough", NULL);
  g_autoptr (OneReading) reading = one_reading_new (path);
  OneSeries *series = one_series_new (name);

  if (g_str_has_prefix (name, "crash")) {
    signal (SIGSEGV, SIG_DFL); /* the sanitizers have a handler of their own */
    kill (getpid (), SIGSEGV);
  }
  if (g_str_has_prefix (name, "stop"))
    stop (words);
  if (g_str_has_prefix (name, "stall"))
    for (;;)
      pause ();
  if (g_str_has_prefix (name, "spin"))
    for (;;)
      getppid ();
  if (g_str_has_prefix (name, "turn"))
    while (access (enough, F_OK) < 0)
      continue;
  if (g_str_has_prefix (name, "flood"))
    answer_flood (out);
  if (g_str_has_prefix (name, "exit"))
    exit (EXIT_SUCCESS);
  if (g_str_has_prefix (name, "nonsense"))
    g_byte_array_append (out, (const guint8 *) "\377\377\377\377\377", 5);
  reading->stamp.inode = 7;
  g_ptr_array_add (reading->series, series);
  one_pack_add_reading (out, reading);
  if (g_str_has_prefix (name, "half")) {
    g_byte_array_set_size (out, out->len - 9);
    send_out (out);
    kill (getpid (), SIGKILL);
  }
}

int
main (void)
{
  g_autoptr (OneRequest) request = take_request ();
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint *words = mmap (NULL, ONE_PACK_WORDS, PROT_READ | PROT_WRITE, MAP_SHARED, STDIN_FILENO, 0);

  prctl (PR_SET_PDEATHSIG, SIGKILL); /* what spins or stalls does not outlive the test */
  greet (request, out);
  for (guint i = 0; i < request->paths->len; i++) {
    g_atomic_int_set (&words[0], i);
    answer (g_ptr_array_index (request->paths, i), words, out);
    if (!is_called (request, "/patient"))
      send_out (out);
  }
  send_out (out);
  return EXIT_SUCCESS;
}
