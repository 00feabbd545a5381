/* SPDX-License-Identifier: MIT */
#include "reader/cell/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "reader/cell/calls.h"
#include "reader/cell/trap.h"

#define MEGABYTE (G_GUINT64_CONSTANT (1) << 20)

/* ONE_SANITIZED is set by the build for -Db_sanitize, and here is all that it changes: the shadow
 * memory of the sanitizers takes terabytes of address space, their reports need a few calls more
 * (cell/calls.c), and looking for leaks at the end would need clone and ptrace (the tests of the
 * parts do that). */
#ifdef ONE_SANITIZED
#define ADDRESS_SPACE RLIM_INFINITY
const char *one_sandbox_asan_options (void) __asm__("__asan_default_options");
const char *one_sandbox_ubsan_options (void) __asm__("__ubsan_default_options");

const char *
one_sandbox_asan_options (void)
{
  return "detect_leaks=0";
}

const char *
one_sandbox_ubsan_options (void)
{
  return "halt_on_error=1";
}

#else
#define ADDRESS_SPACE (160 * MEGABYTE) /* libical and ICU take 35 of it */
#endif

/* Newer than the headers of the oldest system that we build on. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif

static const struct {
  int resource;
  rlim_t limit;
} limits[] = {
  { RLIMIT_AS, ADDRESS_SPACE },
  { RLIMIT_CPU, 60 }, /* seconds for all files together; the daemon
                         watches each */
  { RLIMIT_NOFILE, 1024 },
  /* each source takes one or two */ { RLIMIT_FSIZE, 0 }, /* pipes have no size */
  { RLIMIT_CORE, 0 },
  { RLIMIT_NPROC, 0 },
  { RLIMIT_MEMLOCK, 0 },
};

/* Where zones are looked for. */
static const char *const zone_data[] = {
  "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
  "/etc/zoneinfo",       "/etc/localtime",
};

static gboolean
fail (GError **error, const char *what, int number)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", what,
               g_strerror (number));
  return FALSE;
}

static gboolean
enter_limits (GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    struct rlimit limit = { limits[i].limit, limits[i].limit };
    struct rlimit old;

    if (getrlimit (limits[i].resource, &old) == 0 && old.rlim_max < limit.rlim_max)
      continue; /* it is stricter already, and only root could raise it */
    if (setrlimit (limits[i].resource, &limit) < 0)
      return fail (error, "no resource limits", errno);
  }
  return TRUE;
}

/* All that can be done with files, as far as this kernel knows how to forbid it. 0: no landlock. */
static guint64
landlock_rights (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  guint64 rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

  if (version < 1)
    return 0;
  if (version >= 2)
    rights |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3)
    rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (version >= 5)
    rights |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
  return rights;
}

/* Allows reading of a file; of a folder also `more`. */
static gboolean
landlock_allow (int ruleset, int fd, guint64 more)
{
  struct landlock_path_beneath_attr beneath = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE
                                                                  | LANDLOCK_ACCESS_FS_READ_DIR
                                                                  | more,
                                                .parent_fd = fd };

  if (syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0)
    return TRUE;
  beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | more;
  return syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
}

static void
landlock_allow_zones (int ruleset)
{
  for (guint i = 0; i < G_N_ELEMENTS (zone_data); i++) {
    int fd = open (zone_data[i], O_PATH | O_CLOEXEC);

    if (fd < 0)
      continue;
    landlock_allow (ruleset, fd, 0);
    close (fd);
  }
}

static gboolean
enter_landlock (const GArray *readable, gboolean *landlock, GError **error)
{
  struct landlock_ruleset_attr attr = { .handled_access_fs = landlock_rights () };
  /* With each opening the kernel also looks for the right to truncate, up to the root if it is
   * nowhere given, which costs a fifth of opening a file. It is of no use: files are open for
   * reading only, and seccomp lets none of the calls through that truncate. */
  guint64 more = attr.handled_access_fs & LANDLOCK_ACCESS_FS_TRUNCATE;
  int ruleset, result;

  *landlock = attr.handled_access_fs != 0;
  if (!*landlock)
    return TRUE;
  ruleset = (int) syscall (SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
  if (ruleset < 0)
    return fail (error, "no landlock rules", errno);
  for (guint i = 0; i < readable->len; i++)
    landlock_allow (ruleset, g_array_index (readable, int, i), more);
  landlock_allow_zones (ruleset);
  result = (int) syscall (SYS_landlock_restrict_self, ruleset, 0);
  close (ruleset);
  return result == 0 || fail (error, "landlock does not hold", errno);
}

static gboolean
enter_seccomp (guint *call, GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_TRAP);
  int result = filter ? one_calls_fill (filter) : -ENOMEM;

  one_trap_set (call);
  /* A tree instead of a list: opening and writing are looked at with their arguments each time. */
  if (result == 0)
    result = seccomp_attr_set (filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
  if (result == 0)
    result = seccomp_load (filter);
  seccomp_release (filter);
  return result == 0 || fail (error, "no seccomp", -result);
}

gboolean
one_sandbox_enter (const GArray *readable, guint *call, gboolean *landlock, GError **error)
{
  /* The daemon's death is ours, and no other program of the user's may look inside. */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_DUMPABLE, 0);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
    return fail (error, "no promise of no new privileges", errno);
  return enter_limits (error) && enter_landlock (readable, landlock, error)
         && enter_seccomp (call, error);
}
