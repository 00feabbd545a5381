/* SPDX-License-Identifier: MIT */
/* Reads records from the bus: a{sv} with the keys described in org.oned.Oned1.xml. A key that is
 * missing or of another type reads as "", 0, FALSE or an empty list. */
#pragma once

#include <glib.h>

const char *one_unpack_string (GVariant *record, const char *key); /* (transfer none) */
gboolean one_unpack_bool (GVariant *record, const char *key);
gint64 one_unpack_instant (GVariant *record, const char *key);
guint one_unpack_uint (GVariant *record, const char *key);
double one_unpack_double (GVariant *record, const char *key);
char **one_unpack_strings (GVariant *record, const char *key); /* (transfer full) */

/* aa{sv} and a{sv}, empty if unknown, never NULL. (transfer full) */
GVariant *one_unpack_records (GVariant *record, const char *key);
GVariant *one_unpack_record (GVariant *record, const char *key);
gboolean one_unpack_is_empty (GVariant *container);

/* The first record of a list; NULL if the list is empty. (transfer full) */
GVariant *one_unpack_find_first (GVariant *records);
