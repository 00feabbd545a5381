/* SPDX-License-Identifier: MIT */
/* A whole iCalendar object. */
#pragma once

#include <glib.h>

/* (transfer full) The text for a request (wire/ical.h) that may come from anywhere, with CRLF at
 * the end of each line; NULL with `error` set if it is none, or if libical would find something
 * wrong with what came of it. */
char *one_calendar_format (GBytes *request, GError **error) G_GNUC_WARN_UNUSED_RESULT;
