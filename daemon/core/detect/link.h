/* SPDX-License-Identifier: MIT */
/* Which link Join opens. Links are written by strangers: what is offered is rebuilt from checked
 * parts, https only, to a host with a plain name. Pure. */
#pragma once

#include <glib.h>

/* The best of the candidates (OneEvent.links, "property:url"), checked; "" if none is fit.
 * Dedicated conference properties (RFC 7986 5.11, then Google's and Microsoft's) may name any host;
 * URL, LOCATION, DESCRIPTION and unknown properties only the meeting pages of known services. */
char *one_link_choose (const char *const *links);

/* One link, unwrapped where a mail gateway wrapped it, checked and rebuilt; NULL if it is refused:
 * another scheme, user information, an IP address in any notation, another port than 443, percent
 * signs, backslashes or anything but ASCII letters, digits, dots and hyphens in the host. */
char *one_link_check (const char *link);
