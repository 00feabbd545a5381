/* SPDX-License-Identifier: MIT */
/* usage: walled PROGRAM: runs it without openat2, as the unit does: RestrictSUIDSGID has systemd
 * refuse that call. */
#include <errno.h>
#include <glib.h>
#include <seccomp.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  g_assert_cmpint (argc, >, 1);
  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (openat2), 0), ==,
                   0);
  g_assert_cmpint (seccomp_load (filter), ==, 0);
  seccomp_release (filter);
  execv (argv[1], argv + 1);
  g_error ("%s: %s", argv[1], g_strerror (errno));
}
