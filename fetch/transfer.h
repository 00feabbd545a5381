/* SPDX-License-Identifier: MIT */
/* Asks a server for a calendar, by libcurl: https alone, five times sent on at most, bounded in
 * time and size. Nothing of an address is said or logged. Proxies are those of the environment. */
#pragma once

#include "fetch/body.h"
#include "fetch/headers.h"

typedef struct {
  const char *address;     /* https */
  const char *etag;        /* of the calendar that is kept; NULL for none, as the others */
  const char *modified;    /* its Last-Modified */
  const char *authorities; /* a file with certificates to trust in place of the system's */
  guint patience;          /* seconds for all of it */
} OneTransferRequest;

typedef struct {
  OneFeedAnswer answer;
  guint status;       /* of HTTP; 0 if none came */
  gint64 retry_after; /* seconds; 0 for none */
  OneHeaders headers; /* of the last answer */
} OneTransferResult;

/* Blocks. What comes is taken by `body`. */
void one_transfer_run (const OneTransferRequest *request, OneBody *body, OneTransferResult *result);
void one_transfer_result_clear (OneTransferResult *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OneTransferResult, one_transfer_result_clear)
