/* SPDX-License-Identifier: MIT */
/* A reader that was taken over gets nowhere: each attempt is made by a process of its own, locked
 * in by the very function that locks oned-reader in. */
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include "reader/fstat.h"

typedef enum {
  WORKS,
  REFUSED,
  KILLED,
  ABORTED,
} Outcome;

typedef struct {
  const char *attempt;
  const char *file; /* in the folder that is readable; absolute: outside of it */
  Outcome outcome;
  const char *name;
} Row;

static const Row rows[] = {
  { "read", "inside.ics", WORKS, "a-file-of-the-source-is-read" },
  { "read", "/usr/share/zoneinfo/UTC", WORKS, "the-zone-data-is-read" },
  { "read", "/etc/passwd", REFUSED, "no-file-outside-is-read" },
  { "read", "/proc/self/maps", REFUSED, "nothing-is-learnt-of-itself" },
  { "fstat", "inside.ics", WORKS, "an-open-file-is-looked-at" },
#if ONE_FSTAT_HAS_CALL
  { "stat", "/etc/passwd", REFUSED, "no-file-outside-is-looked-at" },
  { "stat", "inside.ics", REFUSED, "no-file-is-looked-at-by-its-path" },
  { "statx", "/etc/passwd", REFUSED, "no-file-outside-is-looked-at-by-statx" },
  { "access", "/etc/passwd", REFUSED, "no-file-outside-is-known-to-be-there" },
  { "readlink", "/proc/self/exe", REFUSED, "no-link-is-read" },
#endif
  { "look", "/etc/passwd", KILLED, "no-file-is-opened-to-be-looked-at" },
  { "getppid", "", KILLED, "what-nobody-needs-stops-it" },
  { "new", "/etc/passwd", REFUSED, "what-is-too-new-is-not-there" },
  { "catch", "", KILLED, "what-stops-it-cannot-be-caught" },
  { "abort", "", ABORTED, "giving-up-is-seen-as-such" },
  { "write", "inside.ics", KILLED, "no-file-is-opened-for-writing" },
  { "truncate", "inside.ics", KILLED, "no-file-is-truncated" },
  { "create", "inside.ics", KILLED, "no-file-is-made" },
  { "unlink", "inside.ics", KILLED, "no-file-is-removed" },
  { "chmod", "inside.ics", KILLED, "no-mode-is-changed" },
  { "socket", "", KILLED, "no-socket" },
  { "connect", "", KILLED, "no-connection" },
  { "send", "", KILLED, "no-word-to-anyone-but-the-daemon" },
  { "execve", "", KILLED, "no-other-program" },
  { "fork", "", KILLED, "no-child" },
  { "ptrace", "", KILLED, "no-look-into-others" },
  { "kill", "", KILLED, "no-signal" },
  { "raise-limit", "", KILLED, "no-limit-is-lifted" },
  { "executable-mmap", "", KILLED, "no-code-is-brought-in" },
  { "executable-mprotect", "", KILLED, "no-data-becomes-code" },
  { "ioctl", "", REFUSED, "no-device-is-controlled" },
#ifndef ONE_SANITIZED
  { "memory", "", REFUSED, "no-gigabyte-of-memory" },
#endif
};

static const char *probe;

static Outcome
outcome_of (int status)
{
  if (WIFSIGNALED (status)) {
    g_assert_true (WTERMSIG (status) == SIGSYS || WTERMSIG (status) == SIGABRT);
    return WTERMSIG (status) == SIGSYS ? KILLED : ABORTED;
  }
  g_assert_cmpint (WEXITSTATUS (status), <, 2);
  return WEXITSTATUS (status) == 0 ? WORKS : REFUSED;
}

static void
test_attempt (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "inside.ics", NULL);
  const char *file = row->file[0] == '/' ? row->file : inside;
  const char *arguments[] = { probe, folder, row->attempt, file, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  int status;

  g_assert_true (g_file_set_contents (inside, "kept", -1, NULL));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome_of (status), ==, row->outcome);
  g_assert_true (g_file_get_contents (inside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kept");
  g_remove (inside);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  probe = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/sandbox/", rows[i].name, NULL);

    g_test_add_data_func (path, &rows[i], test_attempt);
  }
  return g_test_run ();
}
