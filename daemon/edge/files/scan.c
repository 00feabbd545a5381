/* SPDX-License-Identifier: MIT */
#include "edge/files/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include "edge/files/calendar-path.h"
#include "edge/files/scan-diff.h"
#include "edge/files/listing.h"
#include "edge/stamp.h"
#include "model/base/trouble.h"
#include "model/calendar/store-path.h"

#define MAX_DEPTH 3      /* root/collection/more/file.ics */
#define MAX_FILES 250000 /* in a source */
#define MAX_FOLDERS 1000 /* in a source; each needs a watch */
#define MAX_TROUBLES 100 /* of a source */
#define YOUNG 100000000  /* nanoseconds since it was written to */

typedef struct {
  const OneScanSubject *subject; /* (borrowed) */
  OneScanResult *result;         /* (borrowed) */
  GString *at;                   /* (owned) path of the current folder or file */
  gsize prefix;                  /* length in `at` of the source's path and the slash */
  OneScanDiff *diff;             /* (owned) */
  gint64 now;                    /* by the clock that stamps files */
  guint files, folders;          /* number found so far */
} Scan;

static void
complain (Scan *scan, const char *path, const char *what)
{
  if (scan->result->troubles->len < MAX_TROUBLES)
    g_ptr_array_add (scan->result->troubles, one_trouble_new (path, 0, what));
}

/* Compares the file `at` with the index. */
static void
scan_file (Scan *scan, const OneStamp *stamp)
{
  const char *name = scan->at->len > scan->prefix ? scan->at->str + scan->prefix : "";
  OneScanFile *file;

  if (++scan->files > MAX_FILES) {
    if (scan->files == MAX_FILES + 1)
      complain (scan, scan->subject->path, "there are more than 250,000 files in it");
    return;
  }
  if (one_scan_diff_mark (scan->diff, name, stamp))
    return;
  file = g_new (OneScanFile, 1);
  file->path = g_strdup (scan->at->str);
  file->stamp = *stamp;
  file->young = stamp->mtime > scan->now - YOUNG;
  g_ptr_array_add (scan->result->changed, file);
}

static void
scan_watch (Scan *scan, const char *path)
{
  gboolean writes = one_store_path_kind (scan->subject->path) != ONE_STORE_NONE;
  g_autoptr (GError) error = NULL;

  if (writes ? one_watch_add_writes (scan->subject->watch, path, &error)
             : one_watch_add (scan->subject->watch, path, &error))
    return;
  scan->result->slow = TRUE;
  complain (scan, path, error->message);
}

/* Handles `name` in an open folder; its path is `at`. TRUE if it is a folder to enter. */
static gboolean
scan_entry (Scan *scan, int folder, const char *name)
{
  gboolean calendar = one_calendar_path_is_calendar (name);
  OneStamp stamp;
  OneKind kind = one_stamp_read (folder, name, &stamp);

  if (kind == ONE_KIND_FOLDER && !calendar)
    return TRUE;
  if (kind == ONE_KIND_FILE && calendar)
    scan_file (scan, &stamp);
  else if (kind == ONE_KIND_LINK)
    complain (scan, scan->at->str, "it is a symbolic link; name what it points to as a source");
  else if (calendar && kind != ONE_KIND_NONE)
    complain (scan, scan->at->str, "it is no plain file");
  return FALSE;
}

/* The folder `at` cannot be read: nothing beneath it counts as gone. */
static void
scan_fail (Scan *scan)
{
  gboolean all = scan->at->len < scan->prefix;
  g_autofree char *beneath =
      all ? g_strdup ("") : g_strconcat (scan->at->str + scan->prefix, "/", NULL);

  complain (scan, scan->at->str, g_strerror (errno));
  one_scan_diff_excuse (scan->diff, beneath);
}

static gboolean
may_enter (Scan *scan, guint depth)
{
  return depth < MAX_DEPTH
         && !g_strv_contains ((const char *const *) scan->subject->others, scan->at->str)
         && ++scan->folders <= MAX_FOLDERS;
}

/* Sets the last part of `at`, behind the path of its folder. */
static void
set_name (Scan *scan, gsize folder, const char *name)
{
  g_string_truncate (scan->at, folder);
  if (scan->at->str[folder - 1] != '/')
    g_string_append_c (scan->at, '/');
  g_string_append (scan->at, name);
}

/* NULL if the folder `at` cannot be read. `fd` (transfer full). */
static OneListing *
list_folder (Scan *scan, int fd)
{
  OneListing *listing = one_listing_new (fd, MAX_FILES);

  if (!listing)
    scan_fail (scan);
  else if (one_listing_is_cut (listing))
    complain (scan, scan->at->str, "there are more than 250,000 names in it");
  return listing;
}

/* Scans the folder `at`, open as `fd` (transfer full). Watches it first, so that no change is
 * missed in between. */
static void
scan_folder (Scan *scan, int fd, guint depth)
{
  gsize length = scan->at->len;
  g_autoptr (OneListing) listing = NULL;

  scan_watch (scan, scan->at->str);
  listing = list_folder (scan, fd);
  for (guint i = 0; listing && i < one_listing_count (listing); i++) {
    const char *name = one_listing_get (listing, i);
    int folder = one_listing_get_fd (listing);

    set_name (scan, length, name);
    if (!scan_entry (scan, folder, name) || !may_enter (scan, depth))
      continue;
    folder = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
      scan_fail (scan);
    else
      scan_folder (scan, folder, depth + 1);
  }
  g_string_truncate (scan->at, length);
}

/* The path without links of what the source is: of a calendar in a database, with its id. */
static char *
dup_target (const Scan *scan, const char *real)
{
  const char *calendar = one_store_path_get_calendar (scan->subject->path);

  return calendar ? g_build_filename (real, calendar, NULL) : g_strdup (real);
}

static void
scan_single (Scan *scan, int fd, const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);
  OneStamp stamp;

  scan_watch (scan, folder);
  scan->result->target = dup_target (scan, real);
  if (one_stamp_read_path (scan->result->target, &stamp) == ONE_KIND_FILE)
    scan_file (scan, &stamp);
  else
    complain (scan, scan->subject->path, "it is no plain file");
  close (fd);
}

static char *
absolute (const Scan *scan, const char *name)
{
  const char *path = scan->subject->path;
  const char *slash = g_str_has_suffix (path, "/") ? "" : "/";

  return *name ? g_strconcat (path, slash, name, NULL) : g_strdup (path);
}

static void
list_gone (Scan *scan)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  one_scan_diff_list_missing (scan->diff, names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (scan->result->gone, absolute (scan, names->pdata[i]));
}

/* TRUE for a mount point without its file system: it had files, and now is an empty folder on
 * another device. */
static gboolean
is_unmounted (const Scan *scan)
{
  return scan->subject->device != 0 && scan->result->device != scan->subject->device
         && scan->files == 0 && scan->result->gone->len > 0;
}

static void
scan_source (Scan *scan)
{
  OneScanResult *result = scan->result;
  const char *path = scan->subject->path;
  g_autofree char *real = NULL;
  gboolean folder = FALSE;
  int fd = one_calendar_path_open (path, &real, &result->device, &folder);

  if (fd < 0) { /* Tries again once it is watched for: it may have come in between. */
    one_watch_add_nearest (scan->subject->watch, path);
    fd = one_calendar_path_open (path, &real, &result->device, &folder);
  }
  if (fd < 0) {
    result->offline = g_strdup (g_strerror (errno));
    return;
  }
  result->slow = one_calendar_path_is_remote (fd);
  if (folder)
    scan_folder (scan, fd, 1);
  else
    scan_single (scan, fd, real);
  list_gone (scan);
  if (!is_unmounted (scan))
    return;
  g_ptr_array_set_size (result->gone, 0);
  one_watch_add_nearest (scan->subject->watch, path);
  result->offline = g_strdup ("its file system is not mounted");
}

static void
scan_file_free (OneScanFile *file)
{
  g_free (file->path);
  g_free (file);
}

OneScanResult *
one_scan_run (const OneScanSubject *subject)
{
  OneScanResult *result = g_new0 (OneScanResult, 1);
  Scan scan = { .subject = subject, .result = result, .now = one_stamp_now () };

  result->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) scan_file_free);
  result->gone = g_ptr_array_new_with_free_func (g_free);
  result->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  scan.at = g_string_new (subject->path);
  scan.prefix = scan.at->len + (g_str_has_suffix (subject->path, "/") ? 0 : 1);
  scan.diff = one_scan_diff_new (subject->file_index);
  scan_source (&scan);
  g_string_free (scan.at, TRUE);
  one_scan_diff_free (scan.diff);
  return result;
}

void
one_scan_subject_free (OneScanSubject *subject)
{
  g_free (subject->path);
  g_strfreev (subject->others);
  one_file_index_view_free (subject->file_index);
  one_watch_unref (subject->watch);
  g_free (subject);
}

void
one_scan_result_free (OneScanResult *result)
{
  g_free (result->offline);
  g_free (result->target);
  g_ptr_array_unref (result->changed);
  g_ptr_array_unref (result->gone);
  g_ptr_array_unref (result->troubles);
  g_free (result);
}
