/* SPDX-License-Identifier: MIT */
/* Where a request goes: an address, and what of it may travel to other servers. */
#pragma once

#include <curl/curl.h>
#include "wire/words.h"

typedef struct {
  CURLU *url;     /* (owned) without user and password */
  char *user;     /* (owned by libcurl) NULL for none, as the next */
  char *password; /* (owned by libcurl) */
  char *home;     /* (owned) "host:port" that the two are for */
} OneTarget;

/* FALSE if `address` is no address with https. */
gboolean one_target_set (OneTarget *target, const char *address);

/* Follows a server that sends on to `address`. User and password stay with the server that they are
 * for, and an address from a server brings none of its own. ONE_FEED_NEVER if it may be followed,
 * or the reason why not. */
OneFeedAnswer one_target_follow (OneTarget *target, const char *address);

/* Whether user and password are for where it goes now. */
gboolean one_target_is_at_home (const OneTarget *target);

void one_target_clear (OneTarget *target);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OneTarget, one_target_clear)
