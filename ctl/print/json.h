/* SPDX-License-Identifier: MIT */
/* One JSON document, `{"version": 1, …}`, for programs: the same in every locale and zone but for
 * the offset that its times are written with. */
#pragma once

#include <json-glib/json-glib.h>
#include "ctl/print/fields.h"

typedef struct {
  JsonBuilder *builder; /* (owned) */
  GTimeZone *zone;      /* lent */
} OneJson;

OneJson *one_json_new (GTimeZone *zone);
void one_json_free (OneJson *json);

/* Members of the document; none of the values is taken over. */
void one_json_add_records (OneJson *json, const char *key, GVariant *records,
                           const OneField *fields);
void one_json_add_record (OneJson *json, const char *key, GVariant *record, const OneField *fields);
void one_json_add_members (OneJson *json, GVariant *record, const OneField *fields);
void one_json_add_texts (OneJson *json, const char *key, const char *const *texts);
void one_json_add_count (OneJson *json, const char *key, gint64 count);
void one_json_add_instant (OneJson *json, const char *key, gint64 instant);

/* Ends the document and writes it after what is in `out`: over several lines, or (`line`) as one.
 */
void one_json_print (OneJson *json, gboolean line, GString *out);

/* An object of texts in one line, without a version: what a status bar reads. */
void one_json_print_texts (const char *const *keys_and_texts, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneJson, one_json_free)
