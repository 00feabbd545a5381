/* SPDX-License-Identifier: MIT */
/* Zones that a file defines itself, RFC 5545 3.6.5. */
#pragma once

#include "reader/zone/zone.h"

/* Expands the lines between BEGIN:VTIMEZONE and END:VTIMEZONE. NULL with `why` (transfer full) if
 * they cannot be: no observance, more than 50, a rule that is not yearly. */
OneZone *one_vtimezone_read (const char *name, const GString *text, char line_end, char **why);

/* The value of a property of the zone itself, such as TZID or X-LIC-LOCATION, with its escapes;
 * NULL if there is none. (transfer full) */
char *one_vtimezone_get (const char *text, gsize length, char line_end, const char *property);
