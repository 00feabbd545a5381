/* SPDX-License-Identifier: MIT */
/* Names of hosts, as far as they can be trusted to say what they seem to say. */
#pragma once

#include <glib.h>

/* In lower case and without a dot at the end; NULL unless it is a plain name: labels of ASCII
 * letters, digits and hyphens (RFC 1123 2.1; also "xn--…"), at least two, the last one of letters
 * only, so that it is no IP address in any notation. */
char *one_host_new (const char *written);

/* Both in lower case. A pattern that begins with a dot stands for the rest of it and all its
 * subdomains. */
gboolean one_host_matches (const char *host, const char *pattern);
