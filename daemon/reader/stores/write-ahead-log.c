/* SPDX-License-Identifier: MIT */
#include "reader/stores/write-ahead-log.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define MAGIC 0x377f0682u /* the last bit says in which order the checksums take bytes */
#define FRAME_HEAD 24
#define MIN_PAGE 512u
#define MAX_PAGE 65536u

/* Where things are in the log's head and in a frame's. */
enum { HEAD_PAGE = 8, HEAD_SALT = 16, HEAD_SUM = 24 };
enum { FRAME_PAGE = 0, FRAME_COMMIT = 4, FRAME_SALT = 8, FRAME_SUM = 16 };

typedef struct {
  guint32 a, b;
} Sum;

static guint32
big (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static guint32
little (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* `length` is a multiple of 8. */
static void
sum_add (Sum *sum, gboolean is_big, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i += 8) {
    sum->a += (is_big ? big (bytes + i) : little (bytes + i)) + sum->b;
    sum->b += (is_big ? big (bytes + i + 4) : little (bytes + i + 4)) + sum->a;
  }
}

static gboolean
sum_is (const Sum *sum, const guint8 *written)
{
  return sum->a == big (written) && sum->b == big (written + 4);
}

gboolean
one_write_ahead_log_pread (int fd, gpointer bytes, gsize size, gint64 offset)
{
  gsize done = 0;

  while (done < size) {
    ssize_t n = pread (fd, (guint8 *) bytes + done, size - done, offset + (gint64) done);

    if (n == 0 || (n < 0 && errno != EINTR))
      return FALSE;
    done += n > 0 ? (gsize) n : 0;
  }
  return TRUE;
}

/* FALSE for a log that is none, or that has no frame yet. */
static gboolean
head_read (int fd, guint8 *head, OneWriteAheadLog *log, Sum *sum)
{
  if (!one_write_ahead_log_pread (fd, head, ONE_WRITE_AHEAD_LOG_HEAD, 0)
      || (big (head) & ~1u) != MAGIC)
    return FALSE;
  log->page = big (head + HEAD_PAGE);
  sum_add (sum, big (head) & 1, head, HEAD_SUM);
  return log->page >= MIN_PAGE && log->page <= MAX_PAGE && (log->page & (log->page - 1)) == 0
         && sum_is (sum, head + HEAD_SUM);
}

OneWriteAheadLog
one_write_ahead_log_find_commit (int fd, gint64 size)
{
  OneWriteAheadLog log = { 0 };
  guint8 head[ONE_WRITE_AHEAD_LOG_HEAD];
  g_autofree guint8 *frame = NULL;
  gint64 step;
  Sum sum = { 0 };

  if (size < ONE_WRITE_AHEAD_LOG_HEAD || !head_read (fd, head, &log, &sum))
    return (OneWriteAheadLog){ 0 };
  step = FRAME_HEAD + (gint64) log.page;
  frame = g_malloc ((gsize) step);
  for (gint64 at = ONE_WRITE_AHEAD_LOG_HEAD; at + step <= size; at += step) {
    if (!one_write_ahead_log_pread (fd, frame, (gsize) step, at)
        || memcmp (frame + FRAME_SALT, head + HEAD_SALT, 8) != 0)
      break; /* a frame of an older log, which this one writes over */
    sum_add (&sum, big (head) & 1, frame, FRAME_SALT);
    sum_add (&sum, big (head) & 1, frame + FRAME_HEAD, log.page);
    if (!sum_is (&sum, frame + FRAME_SUM))
      break;
    if (big (frame + FRAME_COMMIT) == 0)
      continue;
    log.pages = big (frame + FRAME_COMMIT);
    log.end = at + step;
  }
  return log;
}

gboolean
one_write_ahead_log_replay (const OneWriteAheadLog *log, int fd, guint8 *image)
{
  gint64 step = FRAME_HEAD + (gint64) log->page;

  for (gint64 at = ONE_WRITE_AHEAD_LOG_HEAD; at < log->end; at += step) {
    guint8 head[FRAME_HEAD];
    guint32 page;

    if (!one_write_ahead_log_pread (fd, head, sizeof head, at))
      return FALSE;
    page = big (head + FRAME_PAGE);
    /* A later commit cut this page off again. */
    if (page < 1 || page > log->pages)
      continue;
    if (!one_write_ahead_log_pread (fd, image + (gsize) (page - 1) * log->page, log->page,
                                    at + FRAME_HEAD))
      return FALSE;
  }
  return TRUE;
}
