/* SPDX-License-Identifier: MIT */
/* Text from the bus, made harmless before it is printed. The daemon has cleaned it already; but a
 * terminal obeys what it is sent, so it is not left to one side alone. */
#pragma once

#include <glib.h>

/* A new string without control characters, escape sequences, bidi overrides, invisible characters
 * and line breaks (these become spaces). Spaces stay as they are: it may be a path. */
char *one_sanitize_text (const char *text);

/* The same value with every string in it cleaned; what is within "notes" keeps its lines. Sinks
 * `value` if it is floating. */
GVariant *one_sanitize_value (GVariant *value);

/* For Pango markup (status bars): cleaned and with &<>'" escaped. */
char *one_sanitize_markup (const char *text);
