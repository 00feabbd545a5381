/* SPDX-License-Identifier: MIT */
#include "edge/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include "edge/stamp.h"
#include "model/trouble.h"

#define MAX_DEPTH 3      /* root/collection/more/file.ics */
#define MAX_FILES 250000 /* in a source */
#define MAX_FOLDERS 1000 /* in a source; each takes a watch */
#define MAX_TROUBLES 100 /* of a source */
#define YOUNG 100000000  /* nanoseconds since it was written to */

/* One comparison of a tree with the disk. */
typedef struct {
  OneTree *tree;
  const GPtrArray *others; /* (borrowed) of OneTree */
  OneWatch *watch;         /* (borrowed) */
  OneTreeNews *news;       /* (borrowed) */
  gint64 now;              /* by the clock that stamps files */
  guint files, folders;    /* met so far */
} Scan;

OneTree *
one_tree_new (const char *path)
{
  OneTree *tree = g_new0 (OneTree, 1);

  tree->path = g_strdup (path);
  tree->known = one_known_new ();
  tree->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return tree;
}

gboolean
one_tree_is_calendar (const char *name)
{
  gsize length = strlen (name);

  return name[0] != '.' && length > 4 && g_ascii_strcasecmp (name + length - 4, ".ics") == 0;
}

static void
tree_complain (OneTree *tree, const char *path, const char *what)
{
  if (tree->troubles->len < MAX_TROUBLES)
    g_ptr_array_add (tree->troubles, one_trouble_new (path, 0, what));
}

static void
scan_file (Scan *scan, const char *path, const OneStamp *stamp)
{
  OneKnownFile *file = one_known_find (scan->tree->known, path);

  if (++scan->files > MAX_FILES) {
    if (scan->files == MAX_FILES + 1)
      tree_complain (scan->tree, scan->tree->path, "there are more than 250,000 files in it");
    return;
  }
  if (file)
    file->met = scan->tree->met;
  if (file && !file->racy && one_stamp_equal (&file->stamp, stamp))
    return;
  g_ptr_array_add (stamp->mtime > scan->now - YOUNG ? scan->news->young : scan->news->changed,
                   g_strdup (path));
}

static gboolean
scan_is_other_source (const Scan *scan, const char *path)
{
  for (guint i = 0; i < scan->others->len; i++)
    if (g_str_equal (((const OneTree *) g_ptr_array_index (scan->others, i))->path, path))
      return TRUE;
  return FALSE;
}

static void
scan_watch (Scan *scan, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (one_watch_add (scan->watch, path, &error))
    return;
  scan->tree->slow = TRUE;
  tree_complain (scan->tree, path, error->message);
}

/* What is to be done with one name in a folder. TRUE if it is a folder to go into. */
static gboolean
scan_entry (Scan *scan, int folder, const struct dirent *entry, const char *path)
{
  gboolean calendar = one_tree_is_calendar (entry->d_name);
  OneStamp stamp;
  OneKind kind;

  if (!calendar && entry->d_type == DT_REG)
    return FALSE;
  kind = one_stamp_read (folder, entry->d_name, &stamp);
  if (kind == ONE_KIND_FOLDER && !calendar)
    return TRUE;
  if (kind == ONE_KIND_FILE && calendar)
    scan_file (scan, path, &stamp);
  else if (kind == ONE_KIND_LINK)
    tree_complain (scan->tree, path, "it is a symbolic link; name what it points to as a source");
  else if (calendar && kind != ONE_KIND_NONE)
    tree_complain (scan->tree, path, "it is no plain file");
  return FALSE;
}

static void
scan_fail (Scan *scan, const char *path)
{
  tree_complain (scan->tree, path, g_strerror (errno));
  one_known_meet_beneath (scan->tree->known, path, scan->tree->met);
}

/* Hidden ones are no collections; Evolution keeps what was deleted in "trash". */
static gboolean
is_skipped (const char *name)
{
  return name[0] == '.' || g_str_equal (name, "trash");
}

/* Takes `fd` over. The watch comes first, so that nothing is missed in between. */
static void
scan_folder (Scan *scan, int fd, const char *path, guint depth)
{
  DIR *folder = fdopendir (fd);
  struct dirent *entry;

  scan_watch (scan, path);
  while (folder && (entry = readdir (folder))) {
    g_autofree char *below = g_build_filename (path, entry->d_name, NULL);
    int next;

    if (is_skipped (entry->d_name) || !scan_entry (scan, dirfd (folder), entry, below))
      continue;
    if (depth == MAX_DEPTH || scan_is_other_source (scan, below) || ++scan->folders > MAX_FOLDERS)
      continue;
    next = openat (dirfd (folder), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (next < 0)
      scan_fail (scan, below);
    else
      scan_folder (scan, next, below, depth + 1);
  }
  if (folder)
    closedir (folder);
  else
    close (fd);
}

/* File systems that others write to, of which inotify does not hear. */
static gboolean
is_remote (int fd)
{
  static const guint32 magics[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xfe534d42, /* SMB2 */
    0xff534d42, /* CIFS */
    0x65735546, /* FUSE */
    0x01021997, /* 9P */
    0x5346414f, /* AFS */
    0x00c36400, /* Ceph */
  };
  struct statfs status;

  if (fstatfs (fd, &status) < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if ((guint32) status.f_type == magics[i])
      return TRUE;
  return FALSE;
}

/* While it is not there, the nearest folder that is tells when it comes. */
static void
tree_wait (OneTree *tree, OneWatch *watch)
{
  g_autofree char *folder = g_path_get_dirname (tree->path);

  while (!one_watch_add (watch, folder, NULL) && !g_str_equal (folder, "/")) {
    char *parent = g_path_get_dirname (folder);

    g_free (folder);
    folder = parent;
  }
  g_free (tree->waiting);
  tree->waiting = g_steal_pointer (&folder);
}

static void
tree_set_offline (OneTree *tree, OneWatch *watch, const char *why)
{
  g_autofree char *what =
      g_strdup_printf ("it cannot be read (%s); what was known of it stays", why);

  tree->offline = TRUE;
  tree_complain (tree, tree->path, what);
  tree_wait (tree, watch);
}

/* A mount point without its file system: there was something in it, and now it is an empty folder
 * on another one. */
static gboolean
tree_is_unmounted (const OneTree *tree, const Scan *scan, guint64 device)
{
  return tree->device != 0 && device != tree->device && scan->files == 0
         && one_known_count (tree->known) > 0;
}

static void
scan_single (Scan *scan, int fd, const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);
  OneStamp stamp;

  scan_watch (scan, folder);
  g_free (scan->tree->target);
  scan->tree->target = g_strdup (real);
  if (one_stamp_read (AT_FDCWD, real, &stamp) == ONE_KIND_FILE)
    scan_file (scan, scan->tree->path, &stamp);
  else
    tree_complain (scan->tree, scan->tree->path, "it is no plain file");
  close (fd);
}

/* -1 with errno; else its device and whether it is a folder. Never blocks on a FIFO. */
static int
tree_open (const char *real, guint64 *device, gboolean *folder)
{
  struct stat status;
  int fd;

  if (stat (real, &status) < 0)
    return -1;
  *folder = S_ISDIR (status.st_mode);
  *device = status.st_dev;
  if (access (real, R_OK) < 0)
    return -1;
  fd = open (real, *folder ? O_RDONLY | O_DIRECTORY | O_CLOEXEC : O_PATH | O_CLOEXEC);
  return fd;
}

void
one_tree_compare (OneTree *tree, const GPtrArray *others, OneWatch *watch, OneTreeNews *news)
{
  Scan scan = {
    .tree = tree, .others = others, .watch = watch, .news = news, .now = one_stamp_now ()
  };
  g_autofree char *real = realpath (tree->path, NULL);
  guint64 device = 0;
  gboolean folder = FALSE;
  int fd = real ? tree_open (real, &device, &folder) : -1;

  g_ptr_array_set_size (tree->troubles, 0);
  if (fd < 0) {
    tree_set_offline (tree, watch, g_strerror (errno));
    return;
  }
  tree->met++;
  tree->slow = is_remote (fd);
  g_clear_pointer (&tree->target, g_free);
  if (folder)
    scan_folder (&scan, fd, tree->path, 1);
  else
    scan_single (&scan, fd, real);
  if (tree_is_unmounted (tree, &scan, device)) {
    tree_set_offline (tree, watch, "its file system is not mounted");
    return;
  }
  tree->offline = FALSE;
  tree->device = device;
  g_clear_pointer (&tree->waiting, g_free);
  one_known_list_unmet (tree->known, tree->met, news->gone);
}

void
one_tree_free (OneTree *tree)
{
  g_free (tree->path);
  g_free (tree->waiting);
  g_free (tree->target);
  one_known_free (tree->known);
  g_ptr_array_unref (tree->troubles);
  g_free (tree);
}
