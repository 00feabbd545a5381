/* SPDX-License-Identifier: MIT */
/* Walks over the body of a frame (model/calendar/pack.h) and trusts nothing in it. `wrong` keeps
 * the first mistake; from then on all functions return 0 or "", so that callers need not check each
 * step. */
#pragma once

#include <glib.h>

typedef struct {
  const guint8 *at; /* (borrowed) */
  gsize left;
  const char *wrong; /* NULL while all is well */
} OneDecoder;

guint32 one_decoder_u32 (OneDecoder *decoder);
gint64 one_decoder_i64 (OneDecoder *decoder);
guint one_decoder_choice (OneDecoder *decoder,
                          guint end); /* a byte below `end`: an enum; 2: a boolean */
char *one_decoder_text (OneDecoder *decoder, guint max); /* cleaned, at most `max` characters */
char *one_decoder_bytes (OneDecoder *decoder,
                         gsize max); /* as they are, at most `max`, without a NUL */

/* Reads a time, in the years 1900 to 2299, so that every time can be formatted. Times outside these
 * years, as in files (Exchange stamps with the year 1), become the nearest inside. */
gint64 one_decoder_time (OneDecoder *decoder);
gboolean one_decoder_is_time (gint64 value);

/* Reads how many things follow, each at least `least` bytes long. A number that the rest has no
 * room for is refused before anything is allocated. */
guint one_decoder_count (OneDecoder *decoder, guint max, gsize least);

/* TRUE if there was no mistake and nothing is left over; else the error (G_FILE_ERROR_INVAL) names
 * the mistake. */
gboolean one_decoder_done (const OneDecoder *decoder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
