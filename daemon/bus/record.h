/* SPDX-License-Identifier: MIT */
/* Small words for building and reading a{sv} records; the keys are those of org.oned.Oned1.xml. */
#pragma once

#include <gio/gio.h>

/* Each leaves the key out where the value says nothing: "", 0, an invalid day. */
void one_record_add_text (GVariantDict *record, const char *key, const char *text);
void one_record_add_time (GVariantDict *record, const char *key, gint64 time);
void one_record_add_day (GVariantDict *record, const char *key, const GDate *day);
/* "m41" and the like; 0 is left out. */
void one_record_add_id (GVariantDict *record, const char *key, char type, gint64 id);

/* Reading options: what is not there, or of another type, is "", FALSE, or an invalid day. The text
 * is lent by `options`. */
const char *one_record_get_text (GVariant *options, const char *key);
gboolean one_record_get_flag (GVariant *options, const char *key);
/* FALSE, with `error` set, if it is there and no day. */
gboolean one_record_get_day (GVariant *options, const char *key, GDate *day, GError **error);
