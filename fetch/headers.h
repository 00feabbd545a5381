/* SPDX-License-Identifier: MIT */
/* The few headers of an answer that matter here, bounded and checked. */
#pragma once

#include <glib.h>

typedef struct {
  char *etag;         /* (owned) NULL for none, as the next */
  char *modified;     /* (owned) the Last-Modified as it came */
  gint64 max_age;     /* seconds; 0 for none */
  gint64 retry_after; /* seconds; 0 for none, and for one that is a date */
} OneHeaders;

/* Takes a line as it came. A status line begins anew: only the last answer's headers count. */
void one_headers_take (OneHeaders *headers, const char *line, gsize length);
void one_headers_clear (OneHeaders *headers);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OneHeaders, one_headers_clear)
