/* SPDX-License-Identifier: MIT */
#include "model/body.h"

#include <string.h>
#include "model/text.h"

#define EARLIEST (-2208988800) /* 1900-01-01 */
#define LATEST 10413792000     /* 2300-01-01 */

static const guint8 *
take (OneBody *body, gsize bytes)
{
  const guint8 *at = body->at;

  if (body->wrong)
    return NULL;
  if (bytes > body->left) {
    body->wrong = "it ends too early";
    return NULL;
  }
  body->at += bytes;
  body->left -= bytes;
  return at;
}

guint32
one_body_u32 (OneBody *body)
{
  const guint8 *at = take (body, sizeof (guint32));
  guint32 value = 0;

  if (at)
    memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

gint64
one_body_i64 (OneBody *body)
{
  const guint8 *at = take (body, sizeof (gint64));
  gint64 value = 0;

  if (at)
    memcpy (&value, at, sizeof value);
  return GINT64_FROM_LE (value);
}

guint
one_body_choice (OneBody *body, guint end)
{
  const guint8 *at = take (body, 1);

  if (at && *at >= end)
    body->wrong = "a value is out of its range";
  return at && *at < end ? *at : 0;
}

gboolean
one_body_is_time (gint64 value)
{
  return value >= EARLIEST && value < LATEST;
}

gint64
one_body_time (OneBody *body)
{
  gint64 value = one_body_i64 (body);

  return CLAMP (value, EARLIEST, LATEST - 1);
}

guint
one_body_count (OneBody *body, guint max, gsize least)
{
  guint32 count = one_body_u32 (body);

  if (body->wrong || (count <= max && count <= body->left / least))
    return count;
  body->wrong = "a count is too high";
  return 0;
}

char *
one_body_text (OneBody *body, guint max)
{
  guint32 length = one_body_u32 (body);
  const char *at = (const char *) take (body, length);

  return at ? one_text_clean (at, (gssize) length, max) : g_strdup ("");
}

char *
one_body_bytes (OneBody *body, gsize max)
{
  guint32 length = one_body_u32 (body);
  const char *at = (const char *) take (body, length);

  if (at && (length > max || memchr (at, 0, length)))
    body->wrong = "a name is too long or broken";
  return body->wrong ? g_strdup ("") : g_strndup (at, length);
}

gboolean
one_body_done (const OneBody *body, GError **error)
{
  const char *wrong = body->wrong;

  if (!wrong && body->left > 0)
    wrong = "it is longer than what is in it";
  if (wrong)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, wrong);
  return !wrong;
}
