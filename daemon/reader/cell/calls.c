/* SPDX-License-Identifier: MIT */
#include "reader/cell/calls.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>
#include "reader/fstat.h"

#ifdef ONE_SANITIZED
#define SANITIZER_CALLS SCMP_SYS (sigaltstack), SCMP_SYS (prctl),
#else
#define SANITIZER_CALLS
#endif

/* Calls seen under strace, and what an older or newer C library, GLib or libical would use in their
 * place. (Some read the clock; the odd one is spelled so that the lint does not take it for a
 * reading of ours.) */
static const int free_calls[] = { SCMP_SYS (read),
                                  SCMP_SYS (readv),
                                  SCMP_SYS (pread64),
                                  SCMP_SYS (preadv),
                                  SCMP_SYS (close),
                                  SCMP_SYS (fstat),
                                  SCMP_SYS (fstat64),
                                  SCMP_SYS (lseek),
                                  SCMP_SYS (_llseek),
                                  SCMP_SYS (brk),
                                  SCMP_SYS (munmap),
                                  SCMP_SYS (mremap),
                                  SCMP_SYS (madvise),
                                  SCMP_SYS (futex),
                                  SCMP_SYS (futex_time64),
                                  SCMP_SYS (set_robust_list),
                                  SCMP_SYS (rseq),
                                  SCMP_SYS (membarrier),
                                  SCMP_SYS (sched_yield),
                                  SCMP_SYS (sched_getaffinity),
                                  SCMP_SYS (getcpu),
                                  SCMP_SYS (exit),
                                  SCMP_SYS (exit_group),
                                  SCMP_SYS (rt_sigreturn),
                                  SCMP_SYS (rt_sigprocmask),
                                  SCMP_SYS (clock_gettime),
                                  SCMP_SYS (clock_gettime64),
                                  SCMP_SYS (clock_getres),
                                  SCMP_SYS (clock_getres_time64),
                                  __SNR_gettimeofday,
                                  SCMP_SYS (time),
                                  SCMP_SYS (getrandom),
                                  SCMP_SYS (getpid),
                                  SCMP_SYS (gettid),
                                  SCMP_SYS (getuid),
                                  SCMP_SYS (geteuid),
                                  SCMP_SYS (getgid),
                                  SCMP_SYS (getegid),
                                  SCMP_SYS (getrusage),
                                  SCMP_SYS (sysinfo),
                                  SCMP_SYS (getdents64),
                                  SCMP_SYS (uname),
                                  SCMP_SYS (fadvise64),
                                  SCMP_SYS (readahead),
                                  SCMP_SYS (restart_syscall),
                                  SANITIZER_CALLS };

/* They tell of any file there is, as neither landlock nor seccomp looks at their path. */
static const int path_calls[] = {
  SCMP_SYS (newfstatat), SCMP_SYS (fstatat64),  SCMP_SYS (stat64),   SCMP_SYS (stat),
  SCMP_SYS (lstat64),    SCMP_SYS (lstat),      SCMP_SYS (statx),    SCMP_SYS (access),
  SCMP_SYS (faccessat),  SCMP_SYS (faccessat2), SCMP_SYS (readlink), SCMP_SYS (readlinkat),
};

/* Calls that are free only with certain arguments. */
static const struct {
  int call;
  struct scmp_arg_cmp argument;
} bound_calls[] = {
  { SCMP_SYS (write), { 0, SCMP_CMP_LE, STDERR_FILENO, 0 } },
  { SCMP_SYS (writev), { 0, SCMP_CMP_LE, STDERR_FILENO, 0 } },
  { SCMP_SYS (openat),
    { 2, SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC | O_PATH | (O_TMPFILE & ~O_DIRECTORY),
      0 } },
  { SCMP_SYS (mmap), { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } },
  { SCMP_SYS (mmap2), { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } },
  { SCMP_SYS (mprotect), { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } },
  { SCMP_SYS (fcntl), { 1, SCMP_CMP_EQ, F_GETFL, 0 } },
  /* The call that it was stopped at is still told. */
  { SCMP_SYS (rt_sigaction), { 0, SCMP_CMP_NE, SIGSYS, 0 } },
};

/* Calls that fail, as callers expect of them. */
static const struct {
  int call;
  guint error;
} refused_calls[] = {
  { SCMP_SYS (ioctl), ENOTTY },
#ifndef ONE_SANITIZED
  { SCMP_SYS (prctl), EINVAL }, /* names for what malloc has mapped */
#endif
};

/* Calls that this architecture does not have are no fault. */
static int
add (scmp_filter_ctx filter, guint32 action, int call)
{
  int result = seccomp_rule_add (filter, action, call, 0);

  return result == -EDOM ? 0 : result;
}

static int
add_bound (scmp_filter_ctx filter)
{
  const struct scmp_arg_cmp aborting[] = { { 0, SCMP_CMP_EQ, (scmp_datum_t) getpid (), 0 },
                                           { 2, SCMP_CMP_EQ, SIGABRT, 0 } };
  int result = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bound_calls) && (result == 0 || result == -EDOM); i++)
    result = seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, bound_calls[i].call, 1,
                                     &bound_calls[i].argument);
  if (result != 0 && result != -EDOM)
    return result;
  /* abort, so that its signal is what the daemon sees. */
  return seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), G_N_ELEMENTS (aborting),
                                 aborting);
}

int
one_calls_fill (scmp_filter_ctx filter)
{
  guint32 about_paths = ONE_FSTAT_HAS_CALL ? SCMP_ACT_ERRNO (EACCES) : SCMP_ACT_ALLOW;
  int result = 0;

  for (guint i = 0; i < G_N_ELEMENTS (free_calls) && result == 0; i++)
    result = add (filter, SCMP_ACT_ALLOW, free_calls[i]);
  for (guint i = 0; i < G_N_ELEMENTS (path_calls) && result == 0; i++)
    result = add (filter, about_paths, path_calls[i]);
  for (guint i = 0; i < G_N_ELEMENTS (refused_calls) && result == 0; i++)
    result = add (filter, SCMP_ACT_ERRNO (refused_calls[i].error), refused_calls[i].call);
  return result == 0 ? add_bound (filter) : result;
}
