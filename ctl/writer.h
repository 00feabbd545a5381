/* SPDX-License-Identifier: MIT */
/* Runs oned-writer, which knows iCalendar (wire/ical.h). */
#pragma once

#include <glib.h>

/* (transfer full) The text for a request; NULL with `error` set if the program at `path` cannot be
 * run, or refuses it. */
char *one_writer_run (const char *path, GVariant *request,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
