/* SPDX-License-Identifier: MIT */
/* Writes the records (a{sv}) of org.oned.Oned1.xml one behind the other, as GVariant lays them out:
 * an answer of ten thousand is made in one piece, where a tree of values would take twenty times
 * the time and the memory. https://docs.gtk.org/glib/gvariant-format-strings.html has the types,
 * the GVariant Specification the layout: each value at a multiple of its alignment, and behind
 * those of a container where each of them ends. */
#pragma once

#include <gio/gio.h>

typedef struct OneRecord OneRecord;

/* Adds what there is to say of `value` to a record. */
typedef void (*OneRecordFunc) (OneRecord *record, gconstpointer value);

/* Each leaves the key out if the value is empty: "", NULL, 0, an invalid day. A key is added once.
 */
void one_record_add_text (OneRecord *record, const char *key, const char *text);
void one_record_add_time (OneRecord *record, const char *key, gint64 time);
void one_record_add_day (OneRecord *record, const char *key, const GDate *day);
/* `type` and `id` as one word: "m41". */
void one_record_add_id (OneRecord *record, const char *key, char type, gint64 id);

/* These are always there. */
void one_record_add_flag (OneRecord *record, const char *key, gboolean flag);
void one_record_add_count (OneRecord *record, const char *key, guint32 count);
void one_record_add_number (OneRecord *record, const char *key, double number);
/* `n`: -1 if a NULL ends them. */
void one_record_add_texts (OneRecord *record, const char *key, const char *const *texts, gssize n);
/* aa{sv}, one for each of `values`, of which an array may be NULL; a{sv} for `value`. */
void one_record_add_list (OneRecord *record, const char *key, const GPtrArray *values,
                          OneRecordFunc add);
void one_record_add_array (OneRecord *record, const char *key, const GArray *values,
                           OneRecordFunc add);
void one_record_add_record (OneRecord *record, const char *key, gconstpointer value,
                            OneRecordFunc add);

/* A list whose records are not each of one value: open the list, open and close each, close it. */
void one_record_open_list (OneRecord *record, const char *key);
void one_record_open (OneRecord *record);
void one_record_close (OneRecord *record);
void one_record_close_list (OneRecord *record);

/* Floating: a{sv}, and aa{sv} of one for each of `values`. */
GVariant *one_record_pack (gconstpointer value, OneRecordFunc add);
GVariant *one_record_pack_list (const GPtrArray *values, OneRecordFunc add);
