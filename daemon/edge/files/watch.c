/* SPDX-License-Identifier: MIT */
#include "edge/files/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>
#include "edge/time/deadline.h"

#define EVENTS                                                                                     \
  (IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB                \
   | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
#define BUFFER (64 << 10)
#define READS 32    /* in a row: enough for a full queue with names of the usual length */
#define PAUSE 20000 /* microseconds between two times that the queue is read */
/* Microseconds until inotify is asked for again that was refused: the first time, and at most. */
#define RETRY (1 * G_TIME_SPAN_SECOND)
#define RETRY_MAX (1 * G_TIME_SPAN_MINUTE)

struct OneWatch {
  gatomicrefcount count;
  GMutex lock; /* of `fd` and `folders` */
  OneWatchFunc func;
  gpointer data;       /* (borrowed) */
  int fd;              /* (owned) -1 without inotify */
  guint listening;     /* source of `fd`; 0 without one, and in a pause */
  OneDeadline *pause;  /* (owned) due at the end of a pause, and without inotify for another try */
  gint64 retry;        /* microseconds from the last try without inotify to the next one */
  GHashTable *folders; /* (owned) char* (owned) -> watch descriptor */
};

/* A list, because two names of one folder (a link, a bind mount) share a watch descriptor. */
static GPtrArray *
watch_list_folders (const OneWatch *watch, int wd)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer folder, value;

  g_hash_table_iter_init (&iter, watch->folders);
  while (g_hash_table_iter_next (&iter, &folder, &value))
    if (GPOINTER_TO_INT (value) == wd)
      g_ptr_array_add (folders, g_strdup (folder));
  return folders;
}

/* The folders of the last event, which as a rule are those of the next one. */
typedef struct {
  int wd;
  GPtrArray *folders; /* (owned) of char*; NULL for none */
} Place;

static void
place_set (Place *place, OneWatch *watch, int wd)
{
  if (place->folders && place->wd == wd)
    return;
  g_clear_pointer (&place->folders, g_ptr_array_unref);
  place->wd = wd;
  g_mutex_lock (&watch->lock);
  place->folders = watch_list_folders (watch, wd);
  g_mutex_unlock (&watch->lock);
}

static void
watch_take (OneWatch *watch, const struct inotify_event *event, Place *place)
{
  OneWatchEvent what = one_watch_event_from_mask (event->mask);

  if (event->mask & IN_Q_OVERFLOW) {
    g_debug ("inotify has lost events");
    watch->func (ONE_WATCH_OVERFLOW, NULL, NULL, watch->data);
    return;
  }
  /* Without a name it is about the folder itself: its mode changed. */
  if (what != ONE_WATCH_LOST && event->len == 0)
    what = ONE_WATCH_LOST;
  place_set (place, watch, event->wd);
  for (guint i = 0; i < place->folders->len; i++) {
    const char *folder = g_ptr_array_index (place->folders, i);

    if (what == ONE_WATCH_LOST)
      one_watch_del (watch, folder);
    watch->func (what, folder, what == ONE_WATCH_LOST ? NULL : event->name, watch->data);
  }
  if (what == ONE_WATCH_LOST)
    g_clear_pointer (&place->folders, g_ptr_array_unref);
}

/* FALSE if the queue is empty. */
static gboolean
watch_read (OneWatch *watch)
{
  _Alignas(struct inotify_event) char buffer[BUFFER];
  Place place = { 0 };
  guint reads = 0;
  ssize_t got;

  while (reads < READS && (got = read (watch->fd, buffer, sizeof buffer)) > 0) {
    reads++;
    for (ssize_t at = 0; at < got;) {
      const struct inotify_event *event = (const struct inotify_event *) (buffer + at);

      watch_take (watch, event, &place);
      at += (ssize_t) (sizeof *event + event->len);
    }
  }
  g_clear_pointer (&place.folders, g_ptr_array_unref);
  return reads > 0;
}

/* Stops polling `fd` for a pause, too short for the queue to overflow: else each of a thousand
 * written files would wake the loop. Asking for no events of it is not enough, because the kernel
 * wakes whoever polls it. */
static gboolean
watch_readable (int fd, GIOCondition condition, gpointer data)
{
  OneWatch *watch = data;
  gint64 now = g_get_monotonic_time (); /* before reading: the next events are in time for settle */

  if (!watch_read (watch))
    return G_SOURCE_CONTINUE;
  watch->listening = 0;
  one_deadline_set (watch->pause, now + PAUSE);
  return G_SOURCE_REMOVE;
}

static void
watch_listen (OneWatch *watch)
{
  watch->listening = g_unix_fd_add (watch->fd, G_IO_IN, watch_readable, watch);
}

/* TRUE with an inotify. Without one there is another try later: the user's others may give theirs
 * back. */
static gboolean
watch_open (OneWatch *watch)
{
  int fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);

  if (fd < 0) {
    watch->retry = watch->retry ? MIN (watch->retry * 2, RETRY_MAX) : RETRY;
    one_deadline_set (watch->pause, g_get_monotonic_time () + watch->retry);
    return FALSE;
  }
  g_mutex_lock (&watch->lock);
  watch->fd = fd;
  g_mutex_unlock (&watch->lock);
  watch_listen (watch);
  return TRUE;
}

static void
watch_paused (gpointer data)
{
  OneWatch *watch = data;
  gint64 now = g_get_monotonic_time ();

  if (watch->fd < 0) {
    if (watch_open (watch))
      watch->func (ONE_WATCH_OVERFLOW, NULL, NULL, watch->data);
  } else if (watch_read (watch))
    one_deadline_set (watch->pause, now + PAUSE);
  else
    watch_listen (watch);
}

OneWatch *
one_watch_new (OneWatchFunc func, gpointer data)
{
  OneWatch *watch = g_new0 (OneWatch, 1);

  g_atomic_ref_count_init (&watch->count);
  g_mutex_init (&watch->lock);
  watch->func = func;
  watch->data = data;
  watch->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  watch->pause = one_deadline_new (G_PRIORITY_DEFAULT, watch_paused, watch);
  watch->fd = -1;
  watch_open (watch);
  return watch;
}

static const char *
advice (int error)
{
  if (error == ENOSPC)
    return "the limit of watched folders is reached; raise fs.inotify.max_user_watches";
  if (error == EMFILE)
    return "the limit of watchers is reached; raise fs.inotify.max_user_instances";
  return g_strerror (error);
}

/* Calls inotify on a copy of the descriptor and without the lock, because it may take as long as
 * the folder's server does, and the watch may be freed meanwhile. */
static int
watch_call (OneWatch *watch, const char *folder, guint32 events, int *own)
{
  g_mutex_lock (&watch->lock);
  *own = watch->fd < 0 ? -1 : fcntl (watch->fd, F_DUPFD_CLOEXEC, 0);
  g_mutex_unlock (&watch->lock);
  errno = EMFILE;
  return *own < 0 ? -1 : inotify_add_watch (*own, folder, EVENTS | events);
}

static gboolean
watch_add (OneWatch *watch, const char *folder, guint32 events, GError **error)
{
  int own;
  int wd = watch_call (watch, folder, events, &own);
  int number = errno;

  if (own >= 0)
    close (own);
  if (wd >= 0) {
    g_mutex_lock (&watch->lock);
    g_hash_table_insert (watch->folders, g_strdup (folder), GINT_TO_POINTER (wd));
    g_mutex_unlock (&watch->lock);
    return TRUE;
  }
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "cannot be watched: %s",
               advice (number));
  return FALSE;
}

gboolean
one_watch_add (OneWatch *watch, const char *folder, GError **error)
{
  /* Another source may listen for writes in the same folder. */
  return watch_add (watch, folder, IN_MASK_ADD, error);
}

gboolean
one_watch_add_writes (OneWatch *watch, const char *folder, GError **error)
{
  return watch_add (watch, folder, IN_MODIFY, error);
}

void
one_watch_add_nearest (OneWatch *watch, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (!one_watch_add (watch, folder, NULL) && !g_str_equal (folder, "/")) {
    char *parent = g_path_get_dirname (folder);

    g_free (folder);
    folder = parent;
  }
}

void
one_watch_del (OneWatch *watch, const char *folder)
{
  gpointer value;
  g_autoptr (GPtrArray) others = NULL;

  g_mutex_lock (&watch->lock);
  if (g_hash_table_lookup_extended (watch->folders, folder, NULL, &value)) {
    g_hash_table_remove (watch->folders, folder);
    others = watch_list_folders (watch, GPOINTER_TO_INT (value));
    if (others->len == 0)
      inotify_rm_watch (watch->fd, GPOINTER_TO_INT (value));
  }
  g_mutex_unlock (&watch->lock);
}

OneWatch *
one_watch_ref (OneWatch *watch)
{
  g_atomic_ref_count_inc (&watch->count);
  return watch;
}

void
one_watch_unref (OneWatch *watch)
{
  if (!g_atomic_ref_count_dec (&watch->count))
    return;
  g_hash_table_unref (watch->folders);
  g_mutex_clear (&watch->lock);
  g_free (watch);
}

void
one_watch_free (OneWatch *watch)
{
  g_clear_handle_id (&watch->listening, g_source_remove);
  one_deadline_free (watch->pause);
  g_mutex_lock (&watch->lock);
  if (watch->fd >= 0)
    close (watch->fd);
  watch->fd = -1;
  g_mutex_unlock (&watch->lock);
  one_watch_unref (watch);
}
