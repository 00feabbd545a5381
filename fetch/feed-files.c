/* SPDX-License-Identifier: MIT */
#include "fetch/feed-files.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE 0600

struct OneFeedFiles {
  int folder;    /* (owned) open and locked */
  char *name;    /* (owned) */
  char *address; /* (owned) as it is asked for; NULL for none */
  ino_t inode;   /* of the file with the address: another address is another file */
  int begun;     /* (owned) the new calendar; -1 for none */
  char *draft;   /* (owned) its name */
};

static char *
dup_file (const OneFeedFiles *files, const char *file)
{
  return g_strconcat (files->name, file, NULL);
}

/* A small text; NULL if it is none, or larger. (transfer full) */
static char *
read_text (int folder, const char *file, gsize most)
{
  int fd = openat (folder, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  g_autofree char *text = g_malloc0 (most + 2);
  struct stat status;
  gsize size = 0;
  ssize_t got = 1;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    got = -1;
  while (got > 0 && size <= most) {
    got = TEMP_FAILURE_RETRY (read (fd, text + size, most + 1 - size));
    size += (gsize) MAX (got, 0);
  }
  close (fd);
  return got < 0 || size > most || strlen (text) != size ? NULL : g_steal_pointer (&text);
}

static void
read_address (OneFeedFiles *files)
{
  g_autofree char *file = dup_file (files, ONE_FEED_ADDRESS_FILE);
  g_autofree char *text = NULL;
  struct stat status;

  if (fstatat (files->folder, file, &status, AT_SYMLINK_NOFOLLOW) == 0)
    files->inode = status.st_ino;
  text = read_text (files->folder, file, ONE_FEED_MAX_ADDRESS + 1); /* with the end of its line */
  if (text)
    files->address = one_feed_dup_https (g_strstrip (text));
}

OneFeedFiles *
one_feed_files_open (const char *folder, const char *name)
{
  g_autofree char *path = one_feed_dup_path (folder, name, ONE_FEED_ADDRESS_FILE);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  OneFeedFiles *files;

  if (fd < 0 || TEMP_FAILURE_RETRY (flock (fd, LOCK_EX)) != 0
      || !g_file_test (path, G_FILE_TEST_EXISTS)) {
    if (fd >= 0)
      close (fd);
    return NULL;
  }
  files = g_new0 (OneFeedFiles, 1);
  files->folder = fd;
  files->name = g_strdup (name);
  files->draft = g_strconcat (".", name, ".new", NULL);
  files->begun = -1;
  read_address (files);
  return files;
}

const char *
one_feed_files_get_address (const OneFeedFiles *files)
{
  return files->address;
}

OneFeed *
one_feed_files_load (const OneFeedFiles *files)
{
  g_autofree char *file = dup_file (files, ONE_FEED_STATE_FILE);
  g_autofree char *text = read_text (files->folder, file, ONE_FEED_MAX_STATE);

  return one_feed_parse (text);
}

gboolean
one_feed_files_has_calendar (const OneFeedFiles *files)
{
  g_autofree char *file = dup_file (files, ONE_FEED_CALENDAR_FILE);

  return faccessat (files->folder, file, R_OK, 0) == 0;
}

static int
make (const OneFeedFiles *files)
{
  (void) unlinkat (files->folder, files->draft, 0); /* one that was cut short */
  return openat (files->folder, files->draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                 MODE);
}

static void
drop_begun (OneFeedFiles *files)
{
  if (files->begun < 0)
    return;
  close (files->begun);
  files->begun = -1;
  (void) unlinkat (files->folder, files->draft, 0);
}

int
one_feed_files_begin (OneFeedFiles *files)
{
  drop_begun (files);
  files->begun = make (files);
  return files->begun;
}

/* Gives the draft its name. */
static gboolean
put (const OneFeedFiles *files, int fd, const char *file)
{
  if (fsync (fd) != 0 || renameat (files->folder, files->draft, files->folder, file) != 0)
    return FALSE;
  return fsync (files->folder) == 0;
}

gboolean
one_feed_files_keep (OneFeedFiles *files)
{
  g_autofree char *file = dup_file (files, ONE_FEED_CALENDAR_FILE);
  gboolean kept = files->begun >= 0 && put (files, files->begun, file);

  if (!kept) {
    drop_begun (files);
    return FALSE;
  }
  close (files->begun);
  files->begun = -1;
  return TRUE;
}

gboolean
one_feed_files_is_current (const OneFeedFiles *files)
{
  g_autofree char *file = dup_file (files, ONE_FEED_ADDRESS_FILE);
  struct stat status;

  return fstatat (files->folder, file, &status, AT_SYMLINK_NOFOLLOW) == 0
         && status.st_ino == files->inode;
}

gboolean
one_feed_files_save (const OneFeedFiles *files, const OneFeed *feed)
{
  g_autofree char *file = dup_file (files, ONE_FEED_STATE_FILE);
  g_autofree char *text = one_feed_format (feed);
  gsize length = strlen (text);
  int fd = make (files);
  gboolean saved;

  if (fd < 0)
    return FALSE;
  /* A text this small is written at once, or not at all. */
  saved =
      TEMP_FAILURE_RETRY (write (fd, text, length)) == (ssize_t) length && put (files, fd, file);
  close (fd);
  if (!saved)
    (void) unlinkat (files->folder, files->draft, 0);
  return saved;
}

void
one_feed_files_close (OneFeedFiles *files)
{
  drop_begun (files);
  close (files->folder);
  g_free (files->name);
  g_free (files->address);
  g_free (files->draft);
  g_free (files);
}
