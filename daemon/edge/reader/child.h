/* SPDX-License-Identifier: MIT */
/* A program that is given its input whole, and whose output is taken as it comes. It inherits
 * nothing else: no environment, no descriptor, no signal settings. Linux 5.3 (pidfd).
 *
 * The input is memory of both, of a fixed size. Its first eight bytes are for the program to write
 * to: four for a sign of life that costs neither of us anything, and four for one more than the
 * number of the call of the kernel's that it is killed for. */
#pragma once

#include <glib.h>

typedef struct OneChild OneChild;

/* Both come from the main loop; the child may be freed in them. */
typedef struct {
  void (*got) (const guint8 *bytes, gsize size, gpointer data);
  /* Once, after the last of its output. `how`: one clause for the user ("crashed (signal 11)", "was
   * stopped at call 41 (socket)"), or NULL if it ended well. */
  void (*ended) (const char *how, gpointer data);
} OneChildFuncs;

/* `funcs` is static, `input` (at least those bytes) copied. NULL with an error if it cannot be
 * started. */
OneChild *one_child_new (const char *program, const GByteArray *input, const OneChildFuncs *funcs,
                         gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What it has last written to its first four bytes; 0 before. */
guint one_child_word (const OneChild *child);

/* The processor time that it has used, in milliseconds; 0 when it has ended. */
gint64 one_child_used (const OneChild *child);

/* Whether it waits for something else than its turn at a processor, which on a busy machine may
 * take long to come. TRUE if that cannot be told. */
gboolean one_child_sleeps (const OneChild *child);

/* Kills it if it still runs, and never waits for that. */
void one_child_free (OneChild *child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChild, one_child_free)
