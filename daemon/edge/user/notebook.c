/* SPDX-License-Identifier: MIT */
#include "edge/user/notebook.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "edge/small-file.h"
#include "edge/stamp.h"
#include "edge/write-all.h"
#include "model/base/text.h"

#define NAME_CHARACTERS 80
#define NAME_BYTES 200 /* of the 255 of a file name: a page adds some */
#define NAME_UNNAMED "unnamed"
#define FORBIDDEN "/\\:*?\"<>|" /* in file names of other systems */

char *
one_notebook_dup_name (const char *name)
{
  g_autofree char *clean = one_text_clean (name, -1, NAME_CHARACTERS);
  g_autofree char *composed = g_utf8_normalize (clean, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *start;
  gsize length;

  g_strdelimit (composed, FORBIDDEN, '-');
  start = composed + strspn (composed, ". -");
  length = MIN (strlen (start), NAME_BYTES);
  while (start[length] != '\0' && (start[length] & 0xc0) == 0x80)
    length--;
  while (length > 0 && strchr (". ", start[length - 1]))
    length--;
  return length > 0 ? g_strndup (start, length) : g_strdup (NAME_UNNAMED);
}

static const char *
notebook_reason (int code)
{
  if (code == EXDEV)
    return "it is a link out of the folder of the pages";
  return code == ENXIO ? "it is no file" : g_strerror (code);
}

static gboolean
notebook_fail (GError **error, const char *what, const char *where)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code == EXDEV ? ELOOP : code),
               "cannot %s '%s': %s", what, where, notebook_reason (code));
  return FALSE;
}

/* Whether it is a plain name, as one_notebook_dup_name makes them. */
static gboolean
notebook_is_name (const char *name)
{
  return *name && *name != '.' && strlen (name) <= 255 && g_utf8_validate (name, -1, NULL);
}

static char *
notebook_dup_place (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);

  return g_file_read_link (link, NULL);
}

/* Opens a file by its O_PATH descriptor, after checking where it is: it cannot be swapped in
 * between. */
static int
notebook_open_found (int folder, int found, int flags)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", found);
  g_autofree char *top = notebook_dup_place (folder);
  g_autofree char *place = notebook_dup_place (found);

  if (top && place && g_str_has_prefix (place, top) && place[strlen (top)] == '/')
    return open (link, flags);
  errno = EXDEV;
  return -1;
}

/* Replaces openat2, which is missing before Linux 5.6, and behind the walls of the unit.
 * RestrictSUIDSGID refuses it (ENOSYS), because a filter cannot see the mode that a file would get.
 */
static int
notebook_open_checked (int folder, const char *name, int flags)
{
  int found = openat (folder, name, O_PATH | O_CLOEXEC);
  int fd, code;

  if (found < 0)
    return -1;
  fd = notebook_open_found (folder, found, flags);
  code = errno;
  close (found);
  errno = code;
  return fd;
}

/* Follows links, but not out of the folder. */
static int
notebook_open_beneath (int folder, const char *name, int flags)
{
  struct open_how how = { .flags = (guint64) flags,
                          .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };
  int fd = (int) syscall (SYS_openat2, folder, name, &how, sizeof how);

  return fd < 0 && errno == ENOSYS ? notebook_open_checked (folder, name, flags) : fd;
}

/* Opens the folder of a person, and creates it if needed. -1 with an error on failure. */
static int
notebook_open_person (const char *folder, const char *person, GError **error)
{
  int top, fd;

  if (g_mkdir_with_parents (folder, 0700) < 0 || (top = open (folder, O_PATH | O_CLOEXEC)) < 0) {
    notebook_fail (error, "make the folder", folder);
    return -1;
  }
  fd = mkdirat (top, person, 0700) < 0 && errno != EEXIST
           ? -1
           : notebook_open_beneath (top, person, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    notebook_fail (error, "make the folder", person);
  close (top);
  return fd;
}

/* Checks close(2), too: it fails for a full quota on network file systems. errno is of the failure.
 */
static gboolean
notebook_write (int folder, const char *name, const char *text)
{
  int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  int fd = openat (folder, name, flags, 0600);
  gboolean filled;
  int code;

  if (fd < 0)
    return FALSE;
  filled = one_write_all (fd, text, strlen (text)) && fsync (fd) == 0;
  code = errno;
  if (close (fd) < 0 && filled)
    return FALSE;
  errno = code;
  return filled;
}

/* The page was not there a moment ago; file systems that cannot rename without replacing (EINVAL)
 * have to do with that. */
static gboolean
notebook_rename (int folder, const char *from, const char *to)
{
  if (renameat2 (folder, from, folder, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  return errno == EINVAL && renameat (folder, from, folder, to) == 0;
}

/* Writes a hidden file and renames it. A crash leaves that one, and the next attempt replaces it.
 */
static gboolean
notebook_make (int folder, const char *name, const char *text, GError **error)
{
  g_autofree char *part = g_strdup_printf (".%s.part", name);

  unlinkat (folder, part, 0);
  if (!notebook_write (folder, part, text)) {
    notebook_fail (error, "write the page", name);
    unlinkat (folder, part, 0);
    return FALSE;
  }
  if (!notebook_rename (folder, part, name)) {
    gboolean there = errno == EEXIST || notebook_fail (error, "make the page", name);

    unlinkat (folder, part, 0);
    return there;
  }
  return fsync (folder) == 0 || notebook_fail (error, "write the folder of", name);
}

/* Opens a page, but nothing outside of the notebook. O_NONBLOCK, so a FIFO does not block. */
static int
notebook_open (const char *path)
{
  g_autofree char *person = g_path_get_dirname (path);
  g_autofree char *folder = g_path_get_dirname (person);
  int top = open (folder, O_PATH | O_CLOEXEC);
  int fd, code;

  if (top < 0)
    return -1;
  fd = notebook_open_beneath (top, path + strlen (folder) + 1, one_small_file_flags ());
  code = errno;
  close (top);
  errno = code;
  return fd;
}

gboolean
one_notebook_check (const char *path, GError **error)
{
  struct stat status;
  int fd = notebook_open (path);
  gboolean good = fd >= 0 && fstat (fd, &status) == 0;

  if (good && !S_ISREG (status.st_mode)) {
    good = FALSE;
    errno = ENXIO;
  }
  if (!good)
    notebook_fail (error, "open the page", path);
  if (fd >= 0)
    close (fd);
  return good;
}

static gboolean
notebook_create_in (int folder, const char *name, const char *text, GError **error)
{
  struct stat status;

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0)
    return TRUE;
  return errno == ENOENT ? notebook_make (folder, name, text, error)
                         : notebook_fail (error, "look at the page", name);
}

gboolean
one_notebook_create (const char *folder, const char *page, const char *text, char **path,
                     GError **error)
{
  g_auto (GStrv) names = g_strsplit (page, "/", -1);
  g_autofree char *full = g_build_filename (folder, page, NULL);
  gboolean made;
  int fd;

  if (g_strv_length (names) != 2 || !notebook_is_name (names[0]) || !notebook_is_name (names[1])) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "'%s' cannot be a page", page);
    return FALSE;
  }
  fd = notebook_open_person (folder, names[0], error);
  if (fd < 0)
    return FALSE;
  made = notebook_create_in (fd, names[1], text, error);
  close (fd);
  if (!made || !one_notebook_check (full, error))
    return FALSE;
  *path = g_steal_pointer (&full);
  return TRUE;
}

GBytes *
one_notebook_read (const char *path, OneStamp *stamp, GError **error)
{
  GBytes *bytes;
  int fd = notebook_open (path);

  if (fd < 0) {
    notebook_fail (error, "open the page", path);
    return NULL;
  }
  one_stamp_read_open (fd, stamp);
  bytes = one_small_file_read_open (fd, ONE_NOTEBOOK_MAX, error);
  if (!bytes)
    g_prefix_error (error, "cannot read the page '%s': ", path);
  close (fd);
  return bytes;
}

gboolean
one_notebook_is_seen (const char *path, const OneStamp *stamp)
{
  OneStamp now;

  return one_stamp_read (AT_FDCWD, path, &now) == ONE_KIND_FILE && one_stamp_equal (&now, stamp);
}
