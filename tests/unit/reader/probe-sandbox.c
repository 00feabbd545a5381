/* SPDX-License-Identifier: MIT */
/* probe-sandbox FOLDER ATTEMPT FILE: enters the reader's sandbox with FOLDER readable and tries one
 * thing that a taken-over reader would try. Exit: 0 it worked, 1 it was refused, 2 the sandbox
 * could not be entered; killed, where that is what the sandbox does. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "reader/cell/roots.h"
#include "reader/cell/sandbox.h"
#include "reader/fstat.h"

static int pair[2]; /* a socket from before, for those who want to connect */

static gboolean
try_read (const char *file)
{
  char byte;
  int fd = open (file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  return fd >= 0 && read (fd, &byte, 1) >= 0;
}

static gboolean
try_stat (const char *file)
{
  struct stat status;

  return stat (file, &status) == 0;
}

static gboolean
try_statx (const char *file)
{
  struct statx status;

  return statx (AT_FDCWD, file, AT_EMPTY_PATH, STATX_SIZE, &status) == 0;
}

static gboolean
try_fstat (const char *file)
{
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  struct stat status;

  return fd >= 0 && one_fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
}

static gboolean
try_readlink (const char *file)
{
  char target[2];

  return readlink (file, target, sizeof target) >= 0;
}

static gboolean
try_access (const char *file)
{
  return access (file, F_OK) == 0;
}

static gboolean
try_look (const char *file)
{
  return open (file, O_PATH | O_CLOEXEC) >= 0;
}

/* No harm is in it, but nobody needs it. */
static gboolean
try_getppid (const char *file)
{
  return syscall (SYS_getppid) > 0;
}

/* As a library would that is newer than the sandbox; openat2 could do more than openat, too. */
static gboolean
try_new (const char *file)
{
  return syscall (437, -1, file, NULL, 0) >= 0 || errno != ENOSYS;
}

static gboolean
try_catch (const char *file)
{
  return signal (SIGSYS, SIG_IGN) != SIG_ERR;
}

static gboolean
try_abort (const char *file)
{
  abort ();
}

static gboolean
try_write (const char *file)
{
  return open (file, O_WRONLY | O_CLOEXEC) >= 0;
}

static gboolean
try_truncate (const char *file)
{
  return open (file, O_RDONLY | O_TRUNC | O_CLOEXEC) >= 0;
}

static gboolean
try_create (const char *file)
{
  g_autofree char *other = g_strconcat (file, ".new", NULL);

  return open (other, O_RDONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}

static gboolean
try_unlink (const char *file)
{
  return unlink (file) == 0;
}

static gboolean
try_chmod (const char *file)
{
  return chmod (file, 0777) == 0;
}

static gboolean
try_socket (const char *file)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0;
}

static gboolean
try_connect (const char *file)
{
  struct sockaddr_in there = { .sin_family = AF_INET,
                               .sin_port = 80,
                               .sin_addr.s_addr = INADDR_LOOPBACK };

  return connect (pair[0], (struct sockaddr *) &there, sizeof there) == 0;
}

static gboolean
try_send (const char *file)
{
  return write (pair[0], "x", 1) == 1;
}

static gboolean
try_execve (const char *file)
{
  char *arguments[] = { NULL };

  return execve ("/bin/true", arguments, arguments) == 0;
}

static gboolean
try_fork (const char *file)
{
  return syscall (SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL) >= 0;
}

static gboolean
try_ptrace (const char *file)
{
  return ptrace (PTRACE_ATTACH, getppid (), NULL, NULL) == 0;
}

static gboolean
try_kill (const char *file)
{
  return kill (getpid (), 0) == 0;
}

static gboolean
try_raise_limit (const char *file)
{
  return syscall (SYS_prlimit64, 0, 0, NULL, NULL) == 0;
}

static gboolean
try_executable_mmap (const char *file)
{
  return mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
try_executable_mprotect (const char *file)
{
  void *page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return page != MAP_FAILED && mprotect (page, 4096, PROT_READ | PROT_EXEC) == 0;
}

static gboolean
try_ioctl (const char *file)
{
  int waiting;

  return ioctl (STDOUT_FILENO, FIONREAD, &waiting) == 0;
}

static gboolean
try_memory (const char *file)
{
  return mmap (NULL, (gsize) 1 << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static const struct {
  const char *name;
  gboolean (*attempt) (const char *file);
} attempts[] = {
  { "read", try_read },
  { "stat", try_stat },
  { "statx", try_statx },
  { "fstat", try_fstat },
  { "readlink", try_readlink },
  { "access", try_access },
  { "look", try_look },
  { "getppid", try_getppid },
  { "new", try_new },
  { "catch", try_catch },
  { "abort", try_abort },
  { "write", try_write },
  { "truncate", try_truncate },
  { "create", try_create },
  { "unlink", try_unlink },
  { "chmod", try_chmod },
  { "socket", try_socket },
  { "connect", try_connect },
  { "send", try_send },
  { "execve", try_execve },
  { "fork", try_fork },
  { "ptrace", try_ptrace },
  { "kill", try_kill },
  { "raise-limit", try_raise_limit },
  { "executable-mmap", try_executable_mmap },
  { "executable-mprotect", try_executable_mprotect },
  { "ioctl", try_ioctl },
  { "memory", try_memory },
};

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (OneRoots) roots = NULL;
  g_autoptr (GArray) readable = NULL;
  g_autoptr (GError) error = NULL;
  gboolean landlock;
  guint call = 0;

  g_assert_cmpint (argc, ==, 4);
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, pair), ==, 0);
  g_ptr_array_add (paths, argv[1]);
  roots = one_roots_new (paths);
  readable = one_roots_list_fds (roots);
  if (!one_sandbox_enter (readable, &call, &landlock, &error))
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (g_str_equal (attempts[i].name, argv[2]))
      return attempts[i].attempt (argv[3]) ? 0 : 1;
  return 2;
}
