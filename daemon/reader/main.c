/* SPDX-License-Identifier: MIT */
/* oned-reader: a request on stdin, the answer on stdout (model/calendar/pack.h). Started by the
 * daemon for files that changed; between its first line and its last it sees only what strangers
 * wrote. With ONE_STORES it is oned-store-reader, for what is in the databases of other programs.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include "model/calendar/pack.h"
#include "reader/cell/roots.h"
#include "reader/cell/sandbox.h"
#include "reader/reader.h"
#ifdef ONE_STORES
#include "model/calendar/store-path.h"
#include "reader/store-reading.h"
#endif

#define MAX_REQUEST (ONE_PACK_WORDS + ONE_PACK_HEAD + ONE_PACK_MAX_FRAME)
#define CHUNK (64 << 10)
#define ENOUGH (CHUNK / 2) /* to be sent: less wakes the daemon too often */
#define GROUP 32           /* files that are fetched from the disk at once */

static gboolean
read_all (int fd, GByteArray *bytes)
{
  gsize read_before = 0;
  ssize_t got = 1;

  while (got > 0 && read_before < MAX_REQUEST) {
    g_byte_array_set_size (bytes, (guint) read_before + CHUNK);
    got = read (fd, bytes->data + read_before, CHUNK);
    read_before += got > 0 ? (gsize) got : 0;
  }
  g_byte_array_set_size (bytes, (guint) read_before);
  return got == 0;
}

/* Sends what is in `out` and empties it. */
static gboolean
send_all (int fd, GByteArray *out)
{
  gsize sent = 0;

  while (sent < out->len) {
    ssize_t done = write (fd, out->data + sent, out->len - sent);

    if (done < 0 && errno != EINTR)
      return FALSE;
    sent += done > 0 ? (gsize) done : 0;
  }
  g_byte_array_set_size (out, 0);
  return TRUE;
}

/* Maps the words that the daemon looks at: the path in hand, and the call that the reader is
 * stopped at. If the request is no shared memory, the words are some that nobody looks at. */
static guint *
open_words (void)
{
  static guint nobodys[2];
  void *words = mmap (NULL, ONE_PACK_WORDS, PROT_READ | PROT_WRITE, MAP_SHARED, STDIN_FILENO, 0);

  return words == MAP_FAILED ? nobodys : words;
}

static OneRequest *
take_request (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  OneFrame frame;

  if (!read_all (STDIN_FILENO, bytes)) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "the request cannot be read");
    return NULL;
  }
  g_byte_array_remove_range (bytes, 0, MIN (bytes->len, ONE_PACK_WORDS));
  if (one_pack_parse_frame (bytes->data, bytes->len, &frame, error) > 0)
    return one_pack_parse_request (&frame, error);
  if (error && !*error)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "it ends too early");
  g_prefix_error (error, "no whole request: ");
  return NULL;
}

/* A daemon of another version learns from the hello that it is one, though its request cannot be
 * understood. */
static void
greet_stranger (GByteArray *out)
{
  const OneHello hello = { 0 };

  one_pack_add_hello (out, &hello);
  send_all (STDOUT_FILENO, out);
}

static OneReading *
refuse (const char *path, const OneStamp *stamp, const char *why)
{
  OneReading *reading = one_reading_new (path);

  reading->stamp = *stamp;
  reading->refused = TRUE;
  g_ptr_array_add (reading->troubles, one_trouble_new (path, 0, why));
  return reading;
}

/* NULL: there is nothing to say but its stamp. */
static OneReading *
read_one (OneReader *reader, OneRoots *roots, const char *path, OneStamp *stamp)
{
  const char *why;
  g_autoptr (OneReading) reading = NULL;
  gboolean changed;
  int fd;

#ifdef ONE_STORES
  if (one_store_path_kind (path) != ONE_STORE_NONE)
    return one_store_reading_make (reader, roots, path);
#endif
  fd = one_roots_open (roots, path, stamp, &why);
  if (fd < 0)
    return refuse (path, stamp, why);
  reading = one_reader_read_fd (reader, path, fd);
  /* A file that was read in one call, and is as long as its stamp says, is what the stamp is of:
   * should it be written over in between, it has another one when it is next looked at. */
  changed = !one_reader_took_at_once (reader, stamp->size) && one_roots_has_changed (fd, stamp);
  close (fd);
  if (changed)
    return refuse (path, stamp, "it was written to while it was read");
  if (reading)
    reading->stamp = *stamp;
  return g_steal_pointer (&reading);
}

/* Whether the disk was waited for since the last time. */
static gboolean
disk_was_read (long *blocks)
{
  struct rusage usage;
  long before = *blocks;

  getrusage (RUSAGE_SELF, &usage);
  *blocks = usage.ru_inblock;
  return usage.ru_inblock > before;
}

/* Has the kernel fetch the files from `first` on, all at once instead of one after the other. */
static void
fetch_group (OneRoots *roots, const GPtrArray *paths, guint first, guint *word)
{
  for (guint i = first; i < MIN (first + GROUP, paths->len); i++) {
    OneStamp stamp;
    const char *why;
    int fd;

    g_atomic_int_set (word, i);
    fd = one_roots_open (roots, g_ptr_array_index (paths, i), &stamp, &why);
    if (fd < 0)
      continue;
    posix_fadvise (fd, 0, CHUNK, POSIX_FADV_WILLNEED);
    close (fd);
  }
}

/* `word` says which file killed us, should one of them. */
static gboolean
answer (const OneRequest *request, OneRoots *roots, GByteArray *out, guint *word)
{
  g_autoptr (OneReader) reader = one_reader_new (request);
  g_autoptr (OneReading) nothing = one_reading_new ("");
  gboolean sent = send_all (STDOUT_FILENO, out);
  long blocks = 0;

  for (guint i = 0; i < request->paths->len && sent; i++) {
    g_autoptr (OneReading) reading = NULL;

    if (i % GROUP == 0 && disk_was_read (&blocks))
      fetch_group (roots, request->paths, i, word);
    g_atomic_int_set (word, i);
    nothing->stamp = (OneStamp){ 0 };
    reading = read_one (reader, roots, g_ptr_array_index (request->paths, i), &nothing->stamp);
    one_pack_add_reading (out, reading ? reading : nothing);
    if (out->len >= ENOUGH)
      sent = send_all (STDOUT_FILENO, out);
  }
  return sent && send_all (STDOUT_FILENO, out);
}

static gboolean
run (GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new (CHUNK);
  g_autoptr (OneRequest) request = take_request (error);
  g_autoptr (OneRoots) roots = request ? one_roots_new (request->roots) : NULL;
  g_autoptr (GArray) readable = request ? one_roots_list_fds (roots) : NULL;
  int zones = request ? open (request->zone_folder, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
  guint *words = open_words ();
  OneHello hello = { 0 };

  if (!request && g_error_matches (*error, G_FILE_ERROR, G_FILE_ERROR_NOSYS))
    greet_stranger (out);
  if (zones >= 0)
    g_array_append_val (readable, zones);
  if (!request || !one_sandbox_enter (readable, &words[1], &hello.landlock, error))
    return FALSE;
  one_pack_add_hello (out, &hello);
  if (answer (request, roots, out, words))
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_PIPE, "nobody takes the answer");
  return FALSE;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;

  clearenv ();
  setenv ("TZ", "UTC", TRUE); /* libc, on which libical is built, would look for the zone. */
  close_range (STDERR_FILENO + 1, ~0U, 0);
  if (run (&error))
    return EXIT_SUCCESS;
  fprintf (stderr, "oned-reader: %s\n", error->message);
  return EXIT_FAILURE;
}
