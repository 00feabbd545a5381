/* SPDX-License-Identifier: MIT */
/* Linked with all of oned-reader: the linker has its main call this in the place of
 * one_reader_read_fd (--wrap). */
#include <sys/syscall.h>
#include <unistd.h>
#include "reader/reader.h"

OneReading *__real_one_reader_read_fd (OneReader *reader, const char *path, int fd);
OneReading *__wrap_one_reader_read_fd (OneReader *reader, const char *path, int fd);

OneReading *
__wrap_one_reader_read_fd (OneReader *reader, const char *path, int fd)
{
  if (g_str_has_suffix (path, "/stop.ics"))
    syscall (SYS_getppid);
  return __real_one_reader_read_fd (reader, path, fd);
}
