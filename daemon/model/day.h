/* SPDX-License-Identifier: MIT */
/* Days as they are written everywhere: RFC 3339 full-date, "2026-11-27". */
#pragma once

#include <glib.h>

/* FALSE, and `day` is not valid, for anything else. */
gboolean one_day_parse (const char *text, GDate *day);
/* "" for a day that is not valid. (transfer full) */
char *one_day_format (const GDate *day);
