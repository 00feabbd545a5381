/* SPDX-License-Identifier: MIT */
/* A child process with one input, given whole, and an output that is read as it comes. It inherits
 * nothing else: no environment, no descriptor, no signal settings. Needs Linux 5.3 (pidfd).
 *
 * The input is shared memory of a fixed size. The child writes two numbers to its
 * first eight bytes. The first four are a sign of life that needs no system call. The other four
 * are 0, or one more than the number of the system call that it was stopped at. */
#pragma once

#include <glib.h>

typedef struct OneChild OneChild;

/* Called from the main loop; the child may be freed in both. */
typedef struct {
  void (*got) (const guint8 *bytes, gsize size, gpointer data);
  /* Called once, after all of the output. `how`: a clause for the user ("crashed (signal 11)", "was
   * stopped at call 41 (socket)"), or NULL if it ended well. */
  void (*ended) (const char *how, gpointer data);
} OneChildFuncs;

/* Starts `program`. `funcs` is static. Copies `input`, which has at least those bytes. NULL with an
 * error if it cannot be started. (transfer full) */
OneChild *one_child_new (const char *program, const GByteArray *input, const OneChildFuncs *funcs,
                         gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The number that the child wrote last to the first four bytes of its input. */
guint one_child_word (const OneChild *child);

/* Its processor time so far, in milliseconds; 0 once it has ended. */
gint64 one_child_used (const OneChild *child);

/* Whether it sleeps, rather than waits for a processor, which may take long on a busy machine. TRUE
 * if that cannot be told. */
gboolean one_child_sleeps (const OneChild *child);

/* Kills it if it still runs; does not wait for its end. */
void one_child_free (OneChild *child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChild, one_child_free)
