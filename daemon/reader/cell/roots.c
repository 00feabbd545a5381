/* SPDX-License-Identifier: MIT */
#include "reader/cell/roots.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "model/base/path.h"
#include "model/calendar/store-path.h"
#include "reader/cell/plain-file.h"
#include "reader/fstat.h"

#define ROOT_FLAGS (O_PATH | O_DIRECTORY | O_CLOEXEC)
/* Not O_PATH: landlock lets that open anything, so the sandbox does not. */
#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

typedef struct {
  char *path;        /* (owned) as it was asked */
  int folder;        /* (owned) O_PATH: the source, or the folder of a single file */
  char *name;        /* (owned) of the single file in that folder; NULL for a folder */
  int file;          /* (owned) O_PATH: the single file; -1 for a folder */
  gboolean is_store; /* it is a database: what lies beside it belongs to it */
} Root;

struct OneRoots {
  GPtrArray *list; /* (owned) of Root */
  /* The folder opened last: files come sorted, so it mostly is the next one's too. */
  const Root *last_root; /* (borrowed) NULL for none */
  char *last_path;       /* (owned) relative to the root, without its last component */
  int last_fd;           /* (owned) */
};

static void
root_free (Root *root)
{
  close (root->folder);
  if (root->file >= 0)
    close (root->file);
  g_free (root->path);
  g_free (root->name);
  g_free (root);
}

/* NULL where there is nothing to open. */
static Root *
root_new (const char *path)
{
  g_autofree char *file = one_store_path_dup_file (path);
  g_autofree char *real = realpath (file, NULL);
  g_autofree char *folder = real ? g_path_get_dirname (real) : NULL;
  struct stat status;
  gboolean single;
  Root *root;
  int fd;

  if (!real || stat (real, &status) < 0)
    return NULL;
  single = !S_ISDIR (status.st_mode);
  fd = open (single ? folder : real, ROOT_FLAGS);
  if (fd < 0)
    return NULL;
  root = g_new0 (Root, 1);
  root->path = g_strdup (path);
  root->folder = fd;
  root->name = single ? g_path_get_basename (real) : NULL;
  root->file = single ? open (real, O_PATH | O_CLOEXEC) : -1;
  root->is_store = single && one_store_path_kind (path) != ONE_STORE_NONE;
  return root;
}

static void
roots_add (OneRoots *roots, const char *path)
{
  Root *root = root_new (path);

  if (root)
    g_ptr_array_add (roots->list, root);
}

OneRoots *
one_roots_new (const GPtrArray *paths)
{
  OneRoots *roots = g_new0 (OneRoots, 1);

  roots->list = g_ptr_array_new_with_free_func ((GDestroyNotify) root_free);
  roots->last_fd = -1;
  for (guint i = 0; i < paths->len; i++)
    roots_add (roots, g_ptr_array_index (paths, i));
  return roots;
}

GArray *
one_roots_list_fds (const OneRoots *roots)
{
  GArray *fds = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < roots->list->len; i++) {
    const Root *root = g_ptr_array_index (roots->list, i);

    g_array_append_vals (fds, root->name && !root->is_store ? &root->file : &root->folder, 1);
  }
  return fds;
}

/* The path below the root; NULL if it is not beneath it. */
static const char *
root_below (const Root *root, const char *path)
{
  const char *below = one_path_below (path, root->path);

  if (root->name)
    return below && !*below ? root->name : NULL;
  return below && *below ? below : NULL;
}

/* The root with the longest path that the file is beneath. */
static const Root *
roots_find (const OneRoots *roots, const char *path, const char **below)
{
  const Root *found = NULL;

  for (guint i = 0; i < roots->list->len; i++) {
    const Root *root = g_ptr_array_index (roots->list, i);
    const char *rest = root_below (root, path);

    if (rest && (!found || strlen (rest) < strlen (*below))) {
      found = root;
      *below = rest;
    }
  }
  return found;
}

/* No component is empty, "." or "..". */
static gboolean
roots_is_plain (const char *below)
{
  gsize length;

  for (;; below += length + 1) {
    length = strcspn (below, "/");
    if (length == 0 || strncmp (below, "..", length) == 0)
      return FALSE;
    if (below[length] == '\0')
      return TRUE;
  }
}

static void
roots_forget_folder (OneRoots *roots)
{
  if (roots->last_fd >= 0)
    close (roots->last_fd);
  roots->last_fd = -1;
  roots->last_root = NULL;
  g_clear_pointer (&roots->last_path, g_free);
}

/* Steps down from folder to folder, so that no link is followed on the way. -1 with errno. */
static int
folder_open (int from, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  int fd = from;

  for (char **part = parts; *part; part++) {
    int next = openat (fd, *part, FOLDER_FLAGS);
    int error = errno;

    if (fd != from)
      close (fd);
    errno = error;
    if (next < 0)
      return -1;
    fd = next;
  }
  return fd;
}

/* The folder that `below` is in, lent. -1 with errno. */
static int
roots_folder (OneRoots *roots, const Root *root, const char *below)
{
  const char *slash = strrchr (below, '/');
  gsize length = slash ? (gsize) (slash - below) : 0;

  if (!slash)
    return root->folder;
  if (roots->last_root == root && strncmp (roots->last_path, below, length) == 0
      && roots->last_path[length] == '\0')
    return roots->last_fd;
  roots_forget_folder (roots);
  roots->last_path = g_strndup (below, length);
  roots->last_fd = folder_open (root->folder, roots->last_path);
  roots->last_root = roots->last_fd >= 0 ? root : NULL;
  return roots->last_fd;
}

int
one_roots_open (OneRoots *roots, const char *path, OneStamp *stamp, const char **why)
{
  const char *below = NULL;
  const char *name;
  const Root *root = roots_find (roots, path, &below);
  struct stat status;
  int folder, fd;

  *why = "its source cannot be read";
  if (!root || !roots_is_plain (below))
    return -1;
  folder = roots_folder (roots, root, below);
  name = strrchr (below, '/') ? strrchr (below, '/') + 1 : below;
  fd = folder < 0 ? -1 : one_plain_file_open (folder, name);
  *why = one_plain_file_explain_errno (errno);
  if (fd < 0)
    return -1;
  *why = one_fstat (fd, &status) < 0 ? "it cannot be looked at" : one_plain_file_explain (&status);
  if (*why) {
    close (fd);
    return -1;
  }
  *stamp = one_plain_file_stamp (&status);
  return fd;
}

int
one_roots_open_beside (OneRoots *roots, const char *path, const char *ending, OneStamp *stamp)
{
  const char *below = NULL;
  const Root *root = roots_find (roots, path, &below);
  g_autofree char *name = NULL;
  struct stat status;
  int fd;

  *stamp = (OneStamp){ 0 };
  errno = EACCES;
  if (!root || !root->is_store)
    return -1;
  name = g_strconcat (root->name, ending, NULL);
  fd = one_plain_file_open (root->folder, name);
  if (fd < 0)
    return -1;
  if (one_fstat (fd, &status) == 0 && !one_plain_file_explain (&status)) {
    *stamp = one_plain_file_stamp (&status);
    return fd;
  }
  close (fd);
  errno = EACCES;
  return -1;
}

/* By size and mtime: the ctime also changes when vdirsyncer takes its second name away. */
gboolean
one_roots_has_changed (int fd, const OneStamp *stamp)
{
  struct stat status;

  return one_fstat (fd, &status) < 0 || (guint64) status.st_size != stamp->size
         || one_plain_file_stamp (&status).mtime != stamp->mtime;
}

void
one_roots_free (OneRoots *roots)
{
  roots_forget_folder (roots);
  g_ptr_array_unref (roots->list);
  g_free (roots);
}
