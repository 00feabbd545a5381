/* SPDX-License-Identifier: MIT */
#include "model/calendar/decoder.h"

#include <string.h>
#include "model/base/text.h"

#define EARLIEST (-2208988800) /* 1900-01-01 */
#define LATEST 10413792000     /* 2300-01-01 */

static const guint8 *
take (OneDecoder *decoder, gsize bytes)
{
  const guint8 *at = decoder->at;

  if (decoder->wrong)
    return NULL;
  if (bytes > decoder->left) {
    decoder->wrong = "it ends too early";
    return NULL;
  }
  decoder->at += bytes;
  decoder->left -= bytes;
  return at;
}

guint32
one_decoder_u32 (OneDecoder *decoder)
{
  const guint8 *at = take (decoder, sizeof (guint32));
  guint32 value = 0;

  if (at)
    memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

gint64
one_decoder_i64 (OneDecoder *decoder)
{
  const guint8 *at = take (decoder, sizeof (gint64));
  gint64 value = 0;

  if (at)
    memcpy (&value, at, sizeof value);
  return GINT64_FROM_LE (value);
}

guint
one_decoder_choice (OneDecoder *decoder, guint end)
{
  const guint8 *at = take (decoder, 1);

  if (at && *at >= end)
    decoder->wrong = "a value is out of its range";
  return at && *at < end ? *at : 0;
}

gboolean
one_decoder_is_time (gint64 value)
{
  return value >= EARLIEST && value < LATEST;
}

gint64
one_decoder_time (OneDecoder *decoder)
{
  gint64 value = one_decoder_i64 (decoder);

  return CLAMP (value, EARLIEST, LATEST - 1);
}

guint
one_decoder_count (OneDecoder *decoder, guint max, gsize least)
{
  guint32 count = one_decoder_u32 (decoder);

  if (decoder->wrong || (count <= max && count <= decoder->left / least))
    return count;
  decoder->wrong = "a count is too high";
  return 0;
}

char *
one_decoder_text (OneDecoder *decoder, guint max)
{
  guint32 length = one_decoder_u32 (decoder);
  const char *at = (const char *) take (decoder, length);

  return at ? one_text_clean (at, (gssize) length, max) : g_strdup ("");
}

char *
one_decoder_bytes (OneDecoder *decoder, gsize max)
{
  guint32 length = one_decoder_u32 (decoder);
  const char *at = (const char *) take (decoder, length);

  if (at && (length > max || memchr (at, 0, length)))
    decoder->wrong = "a name is too long or broken";
  return decoder->wrong ? g_strdup ("") : g_strndup (at, length);
}

gboolean
one_decoder_done (const OneDecoder *decoder, GError **error)
{
  const char *wrong = decoder->wrong;

  if (!wrong && decoder->left > 0)
    wrong = "it is longer than what is in it";
  if (wrong)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, wrong);
  return !wrong;
}
