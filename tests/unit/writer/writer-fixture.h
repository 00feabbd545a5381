/* SPDX-License-Identifier: MIT */
/* Writes records, and reads by libical what came of them. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

#define NOW 1795392000 /* 2026-11-23 00:00 UTC */

/* The text for records in GVariant's text form, "[{'kind': <'note'>, …}, …]". */
char *writer_format (const char *records, GError **error);
/* The same for one record with a text. */
char *writer_format_text (const char *kind, const char *key, const char *text);

/* (transfer full) Reads it again: it must have one component of that kind, and nothing wrong. */
icalcomponent *writer_read (const char *text, icalcomponent_kind kind);

/* The value of the first such property, as a person reads it; NULL if there is none. */
const char *writer_get (icalcomponent *calendar, icalproperty_kind kind);
