/* SPDX-License-Identifier: MIT */
/* The bytes that travel between the daemon and oned-reader: frames, each a length, a kind and a
 * body. The request is one frame. The answer is a hello, then for each path, in the order asked,
 * any number of frames of series and one end. If the reader dies, every path that has its end can
 * still be used.
 *
 * Before the request lie two words of memory that both share. Into the first the reader writes
 * which path it is reading. So it can collect answers before it sends them, and the daemon still
 * knows which file killed it. If it was killed for a system call, the second is the call's
 * number plus one, so that 0 means none.
 *
 * Parsing believes nothing: every count, index, time and enum is checked, every string is cleaned
 * and bounded again, and paths are not even transmitted. Any mistake is an error
 * (G_FILE_ERROR_INVAL) that names it, never a crash. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

#define ONE_PACK_VERSION 7                    /* one more with each change of these bytes */
#define ONE_PACK_WORDS (2 * sizeof (guint32)) /* in this machine's order; 0 before */
#define ONE_PACK_HEAD 5                       /* bytes: length of the body, kind */
#define ONE_PACK_MAX_FRAME (16 << 20)         /* bytes of a body */
#define ONE_PACK_MAX_PATHS 20000              /* in a request: keeps the reader small */
#define ONE_PACK_MAX_ROOTS 512

typedef enum {
  ONE_FRAME_REQUEST,
  ONE_FRAME_HELLO,
  ONE_FRAME_SERIES,
  ONE_FRAME_END,
} OneFrameKind;

typedef struct {
  OneFrameKind kind;
  const guint8 *body; /* (borrowed) */
  gsize size;
} OneFrame;

/* The reader says this before it opens the first file. The version comes first in every version. */
typedef struct {
  guint32 version;   /* that it speaks; set by parsing, also where that fails for it */
  gboolean landlock; /* the kernel keeps it to the sources; without it only seccomp does its part */
} OneHello;

/* Appends the words and a request for up to `paths` of the paths, from `first` on. Returns how many
 * it asks for: at least one, and fewer than `paths` if they are too many for one reader. */
guint one_pack_add_request (GByteArray *out, const OneRequest *request, guint first, guint paths);
/* Append one frame to `out`; for a reading as many as it takes. */
void one_pack_add_hello (GByteArray *out, const OneHello *hello);
void one_pack_add_reading (GByteArray *out, const OneReading *reading);

/* Takes the first frame off `bytes`. Returns how many bytes it has, 0 if it is not complete yet, -1
 * with an error if it never will be. */
gssize one_pack_parse_frame (const guint8 *bytes, gsize size, OneFrame *frame,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A request of another version is G_FILE_ERROR_NOSYS. */
OneRequest *one_pack_parse_request (const OneFrame *frame,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_pack_parse_hello (const OneFrame *frame, OneHello *hello,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what is in a frame of series or an end to the reading of the path whose turn it is; after
 * its end a reading is `complete`. After an error it may hold a part of the frame: discard it. */
gboolean one_pack_parse_reading (const OneFrame *frame, OneReading *reading, gboolean *complete,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
