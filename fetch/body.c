/* SPDX-License-Identifier: MIT */
#include "fetch/body.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define HEAD 8192 /* bytes that are looked at for what a calendar wants */
#define BLANK " \t\r\n\f\v\032"
#define MARK "\357\273\277" /* U+FEFF in UTF-8 */
#define BEGINS "BEGIN:VCALENDAR"
#define ENDS "END:VCALENDAR"

struct OneBody {
  int fd;              /* (borrowed) */
  gsize size;          /* bytes up to now */
  GString *head;       /* (owned) the first bytes, at most HEAD */
  GString *tail;       /* (owned) the last bytes that are not blank, as many as ENDS has */
  gboolean blank;      /* something blank came after `tail` */
  gboolean begun;      /* it begins as a calendar */
  OneFeedAnswer fault; /* ONE_FEED_NEVER for none */
  GChecksum *sum;      /* (owned) */
};

OneBody *
one_body_new (int fd)
{
  OneBody *body = g_new0 (OneBody, 1);

  body->fd = fd;
  body->head = g_string_new (NULL);
  body->tail = g_string_new (NULL);
  body->sum = g_checksum_new (G_CHECKSUM_SHA256);
  return body;
}

void
one_body_free (OneBody *body)
{
  g_string_free (body->head, TRUE);
  g_string_free (body->tail, TRUE);
  g_checksum_free (body->sum);
  g_free (body);
}

static gboolean
refuse (OneBody *body, OneFeedAnswer fault)
{
  body->fault = fault;
  return FALSE;
}

static gboolean
is_blank (char sign)
{
  return sign == '\0' || strchr (BLANK, sign) != NULL;
}

/* Whether it may still be a calendar by its first signs. */
static gboolean
look_at_head (OneBody *body)
{
  const char *at = body->head->str;
  gsize left;

  if (g_str_has_prefix (at, MARK))
    at += strlen (MARK);
  at += strspn (at, BLANK);
  left = strlen (at);
  if (left == 0 && body->head->len < HEAD)
    return TRUE;
  if (*at == '<')
    return refuse (body, ONE_FEED_PAGE);
  if (g_ascii_strncasecmp (at, BEGINS, MIN (left, strlen (BEGINS))) != 0 || left == 0)
    /* The mark itself may come in pieces. */
    return body->head->len < strlen (MARK) ? TRUE : refuse (body, ONE_FEED_NO_CALENDAR);
  body->begun = left >= strlen (BEGINS);
  return TRUE;
}

static void
take_tail (OneBody *body, const char *bytes, gsize length)
{
  gsize end = length, start;

  while (end > 0 && is_blank (bytes[end - 1]))
    end--;
  if (end > 0) {
    if (body->blank)
      g_string_truncate (body->tail, 0);
    start = end > strlen (ENDS) ? end - strlen (ENDS) : 0;
    g_string_append_len (body->tail, bytes + start, (gssize) (end - start));
    if (body->tail->len > strlen (ENDS))
      g_string_erase (body->tail, 0, (gssize) (body->tail->len - strlen (ENDS)));
    body->blank = FALSE;
  }
  body->blank |= end < length;
}

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0) {
    ssize_t written = TEMP_FAILURE_RETRY (write (fd, bytes, length));

    if (written < 0)
      return FALSE;
    bytes += written;
    length -= (gsize) written;
  }
  return TRUE;
}

gboolean
one_body_take (OneBody *body, const char *bytes, gsize length)
{
  if (body->fault != ONE_FEED_NEVER)
    return FALSE;
  if (length > ONE_BODY_MOST - body->size)
    return refuse (body, ONE_FEED_LARGE);
  body->size += length;
  if (body->head->len < HEAD)
    g_string_append_len (body->head, bytes, (gssize) MIN (length, HEAD - body->head->len));
  if (!body->begun && !look_at_head (body))
    return FALSE;
  take_tail (body, bytes, length);
  g_checksum_update (body->sum, (const guchar *) bytes, (gssize) length);
  return write_all (body->fd, bytes, length) || refuse (body, ONE_FEED_DISK);
}

OneFeedAnswer
one_body_judge (const OneBody *body)
{
  if (body->fault != ONE_FEED_NEVER)
    return body->fault;
  if (!body->begun)
    return ONE_FEED_NO_CALENDAR;
  return g_ascii_strcasecmp (body->tail->str, ENDS) == 0 ? ONE_FEED_NEW : ONE_FEED_CUT;
}

gboolean
one_body_is_refused (const OneBody *body)
{
  return body->fault != ONE_FEED_NEVER;
}

const char *
one_body_get_head (const OneBody *body)
{
  return body->head->str;
}

char *
one_body_dup_sum (const OneBody *body)
{
  g_autoptr (GChecksum) sum = g_checksum_copy (body->sum);

  return g_strdup (g_checksum_get_string (sum));
}
