/* SPDX-License-Identifier: MIT */
/* Translates what libcurl says of a request into one of our answers. libcurl's own texts are never
 * shown: they can have an address in them. Pure. */
#pragma once

#include <curl/curl.h>
#include "fetch/body.h"

/* The answer for a status of HTTP that is not 200. */
OneFeedAnswer one_verdict_of_status (guint status);

/* The answer for the way in which a transfer ended. `status`: of HTTP, 0 if none came; `through`:
 * what a proxy answered, 0 for none. `body` is judged where the transfer itself is well. */
OneFeedAnswer one_verdict_of_transfer (CURLcode code, guint status, guint through,
                                       const OneBody *body);
