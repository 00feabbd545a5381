/* SPDX-License-Identifier: MIT */
/* fstat as one call of the kernel's that sees no path. Inside the sandbox only that one works: the
 * C library of Debian 12 asks by newfstatat, which could ask about any file there is. */
#pragma once

#include <sys/stat.h>

/* Whether this machine has it, with the C library's struct stat. Elsewhere the sandbox lets paths
 * be asked about, as fstat may need that. */
#if (defined __x86_64__ && defined __LP64__) || defined __aarch64__                                \
    || (defined __riscv && __riscv_xlen == 64)
#define ONE_FSTAT_HAS_CALL 1
#else
#define ONE_FSTAT_HAS_CALL 0
#endif

/* Like fstat. */
int one_fstat (int fd, struct stat *status);
