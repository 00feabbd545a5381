/* SPDX-License-Identifier: MIT */
#include "edge/reader/child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "edge/reader/call-name.h"
#include "edge/write-all.h"

#define CHUNK (64 << 10) /* what a pipe holds */

enum { LIFE, CALL, WORDS }; /* what the program writes in its input */

/* Outlives an OneChild that is freed first: a process that hangs in the kernel dies later, and is
 * reaped then. */
typedef struct {
  pid_t pid;
  int pidfd;       /* (owned) */
  OneChild *child; /* (borrowed) NULL once it was freed */
} Process;

struct OneChild {
  const OneChildFuncs *funcs;
  gpointer data;    /* (borrowed) */
  Process *process; /* (borrowed) owned by its source; NULL once it has ended */
  int output;       /* (owned) -1 once all of it is read */
  guint *words;     /* (owned) mapped, WORDS of them; NULL before there is an input */
  guint watch;      /* source of `output`; 0 for none */
  char *how;        /* (owned) NULL if it ended well, or still runs */
};

static gboolean
fail (GError **error, const char *what)
{
  int number = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", what,
               g_strerror (number));
  return FALSE;
}

static gboolean
input_fill (int fd, const GByteArray *input)
{
  if (!one_write_all (fd, input->data, input->len))
    return FALSE;
  lseek (fd, 0, SEEK_SET);
  /* Sealed, because access to a mapping that was cut short is a SIGBUS. */
  return fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

/* A file in memory, not a pipe, which would have to be filled while the output is read. */
static int
input_open (OneChild *child, const GByteArray *input, GError **error)
{
  int fd = memfd_create ("request", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  void *words = MAP_FAILED;

  if (fd >= 0 && input_fill (fd, input))
    words = mmap (NULL, WORDS * sizeof *child->words, PROT_READ, MAP_SHARED, fd, 0);
  if (words != MAP_FAILED) {
    child->words = words;
    return fd;
  }
  fail (error, "no memory for the request");
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Keeps stderr in a build with sanitizers, which report there. */
static void
actions_fill (posix_spawn_file_actions_t *actions, int input, int output)
{
  posix_spawn_file_actions_adddup2 (actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2 (actions, output, STDOUT_FILENO);
#ifndef ONE_SANITIZED
  posix_spawn_file_actions_addopen (actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
  posix_spawn_file_actions_addclosefrom_np (actions, STDERR_FILENO + 1);
}

static pid_t
spawn (const char *program, int input, int output, GError **error)
{
  char *arguments[] = { (char *) program, NULL };
  char *environment[] = { NULL };
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  pid_t pid = -1;

  sigemptyset (&none);
  sigfillset (&all);
  posix_spawn_file_actions_init (&actions);
  actions_fill (&actions, input, output);
  posix_spawnattr_init (&attributes);
  posix_spawnattr_setsigmask (&attributes, &none);
  posix_spawnattr_setsigdefault (&attributes, &all);
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  errno = posix_spawn (&pid, program, &actions, &attributes, arguments, environment);
  if (errno != 0) {
    fail (error, program);
    pid = -1;
  }
  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&actions);
  return pid;
}

/* `call`: as in the second word. */
static char *
how_from_status (int status, guint call)
{
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS && call > 0)
    return g_strdup_printf ("was stopped at call %u (%s)", call - 1, one_call_name (call - 1));
  if (WIFSIGNALED (status))
    return g_strdup_printf ("crashed (signal %d)", WTERMSIG (status));
  if (WIFEXITED (status) && WEXITSTATUS (status) != 0)
    return g_strdup_printf ("gave up (exit status %d)", WEXITSTATUS (status));
  return NULL;
}

static void
child_check_end (OneChild *child)
{
  if (child->process == NULL && child->output < 0)
    child->funcs->ended (child->how, child->data);
}

static gboolean
process_ended (int fd, GIOCondition condition, gpointer data)
{
  Process *process = data;
  OneChild *child = process->child;
  int status = 0;

  waitpid (process->pid, &status, 0);
  process->pid = 0;
  if (child) {
    child->process = NULL;
    child->how = how_from_status (status, (guint) g_atomic_int_get (&child->words[CALL]));
    child_check_end (child);
  }
  return G_SOURCE_REMOVE;
}

static void
process_free (Process *process)
{
  close (process->pidfd);
  g_free (process);
}

/* Owns the process from here on. Kills it and returns NULL if the kernel has no pidfd. */
static Process *
process_watch (pid_t pid, OneChild *child, GError **error)
{
  int pidfd = (int) syscall (SYS_pidfd_open, pid, 0);
  Process *process;

  if (pidfd < 0) {
    fail (error, "cannot watch the reader");
    kill (pid, SIGKILL);
    waitpid (pid, NULL, 0);
    return NULL;
  }
  process = g_new0 (Process, 1);
  process->pid = pid;
  process->pidfd = pidfd;
  process->child = child;
  g_unix_fd_add_full (G_PRIORITY_DEFAULT, pidfd, G_IO_IN, process_ended, process,
                      (GDestroyNotify) process_free);
  return process;
}

/* Reads one chunk for each turn of the loop. The callback comes last, because it may free the
 * child. */
static gboolean
child_read (int fd, GIOCondition condition, gpointer data)
{
  OneChild *child = data;
  guint8 chunk[CHUNK];
  ssize_t got = read (fd, chunk, sizeof chunk);

  if (got < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;
  if (got > 0) {
    child->funcs->got (chunk, (gsize) got, child->data);
    return G_SOURCE_CONTINUE;
  }
  close (child->output);
  child->output = -1;
  child->watch = 0;
  child_check_end (child);
  return G_SOURCE_REMOVE;
}

static gboolean
child_start (OneChild *child, const char *program, const GByteArray *input, GError **error)
{
  int ends[2];
  int fd = input_open (child, input, error);
  pid_t pid;

  if (fd < 0)
    return FALSE;
  if (!g_unix_open_pipe (ends, FD_CLOEXEC, error)) {
    close (fd);
    return FALSE;
  }
  child->output = ends[0];
  pid = spawn (program, fd, ends[1], error);
  close (fd);
  close (ends[1]);
  if (pid < 0)
    return FALSE;
  child->process = process_watch (pid, child, error);
  return child->process && g_unix_set_fd_nonblocking (child->output, TRUE, error);
}

OneChild *
one_child_new (const char *program, const GByteArray *input, const OneChildFuncs *funcs,
               gpointer data, GError **error)
{
  g_autoptr (OneChild) child = g_new0 (OneChild, 1);

  child->funcs = funcs;
  child->data = data;
  child->output = -1;
  if (!child_start (child, program, input, error))
    return NULL;
  child->watch = g_unix_fd_add (child->output, G_IO_IN | G_IO_HUP, child_read, child);
  return g_steal_pointer (&child);
}

guint
one_child_word (const OneChild *child)
{
  return (guint) g_atomic_int_get (&child->words[LIFE]);
}

gint64
one_child_used (const OneChild *child)
{
  struct timespec used;
  clockid_t clock;

  if (!child->process || clock_getcpuclockid (child->process->pid, &clock) != 0
      || clock_gettime (clock, &used) < 0)
    return 0;
  return (gint64) used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

/* Looks for the state behind the name, which may have parentheses in it (proc_pid_stat(5)). */
gboolean
one_child_sleeps (const OneChild *child)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *name_end;

  if (!child->process)
    return TRUE;
  path = g_strdup_printf ("/proc/%d/stat", (int) child->process->pid);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return TRUE;
  name_end = strrchr (text, ')');
  return !name_end || !g_str_has_prefix (name_end, ") R");
}

void
one_child_free (OneChild *child)
{
  if (child->watch)
    g_source_remove (child->watch);
  if (child->output >= 0)
    close (child->output);
  if (child->process) {
    kill (child->process->pid, SIGKILL);
    child->process->child = NULL;
  }
  if (child->words)
    munmap (child->words, WORDS * sizeof *child->words);
  g_free (child->how);
  g_free (child);
}
