/* SPDX-License-Identifier: MIT */
/* What libcurl says of a request, as one of our answers. Its own texts are never shown: they can
 * have an address in them. Pure. */
#pragma once

#include <curl/curl.h>
#include "fetch/body.h"

/* Of a status of HTTP that is not 200. */
OneFeedAnswer one_verdict_of_status (guint status);

/* Of how a transfer ended. `status`: of HTTP, 0 if none came; `through`: what a proxy answered, 0
 * for none. `body` is judged where the transfer itself is well. */
OneFeedAnswer one_verdict_of_transfer (CURLcode code, guint status, guint through,
                                       const OneBody *body);
