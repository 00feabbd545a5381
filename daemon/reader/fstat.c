/* SPDX-License-Identifier: MIT */
#include "reader/fstat.h"

#include <sys/syscall.h>
#include <unistd.h>

int
one_fstat (int fd, struct stat *status)
{
#if ONE_FSTAT_HAS_CALL
  return (int) syscall (SYS_fstat, fd, status);
#else
  return fstat (fd, status);
#endif
}
