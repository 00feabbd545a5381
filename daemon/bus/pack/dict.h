/* SPDX-License-Identifier: MIT */
/* Builds the records (a{sv}) of org.oned.Oned1.xml, and reads the options (a{sv}) of its methods.
 */
#pragma once

#include <gio/gio.h>

/* Each leaves the key out if the value is empty: "", NULL, 0, an invalid day. */
void one_dict_add_text (GVariantDict *record, const char *key, const char *text);
void one_dict_add_time (GVariantDict *record, const char *key, gint64 time);
void one_dict_add_day (GVariantDict *record, const char *key, const GDate *day);
/* `type` and `id` as one word: "m41". */
void one_dict_add_id (GVariantDict *record, const char *key, char type, gint64 id);

/* An option that is missing, or of another type, reads as "", FALSE, or an invalid day. The text is
 * (transfer none), of `options`. */
const char *one_dict_get_text (GVariant *options, const char *key);
gboolean one_dict_get_flag (GVariant *options, const char *key);
/* FALSE, with `error` set, if the option is there and is no day. */
gboolean one_dict_get_day (GVariant *options, const char *key, GDate *day, GError **error);
