/* SPDX-License-Identifier: MIT */
#include "reader/status.h"

#include <sys/syscall.h>
#include <unistd.h>

int
one_status_read (int fd, struct stat *status)
{
#if ONE_STATUS_HAS_CALL
  return (int) syscall (SYS_fstat, fd, status);
#else
  return fstat (fd, status);
#endif
}
