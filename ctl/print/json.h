/* SPDX-License-Identifier: MIT */
/* Builds one JSON document, `{"version": 1, …}`, the same in every locale. The zone decides only
 * with which offset times are written. */
#pragma once

#include <json-glib/json-glib.h>
#include "ctl/print/fields.h"

typedef struct {
  JsonBuilder *builder; /* (owned) */
  GTimeZone *zone;      /* (borrowed) */
} OneJson;

OneJson *one_json_new (GTimeZone *zone);
void one_json_free (OneJson *json);

/* Add a member to the document. (transfer none) */
void one_json_add_records (OneJson *json, const char *key, GVariant *records,
                           const OneField *fields);
void one_json_add_record (OneJson *json, const char *key, GVariant *record, const OneField *fields);
void one_json_add_members (OneJson *json, GVariant *record, const OneField *fields);
void one_json_add_texts (OneJson *json, const char *key, const char *const *texts);
void one_json_add_count (OneJson *json, const char *key, gint64 count);
void one_json_add_instant (OneJson *json, const char *key, gint64 instant);

/* Ends the document and appends it to `out`: indented, or with `line` as one line. */
void one_json_print (OneJson *json, gboolean line, GString *out);

/* Appends an object of texts as one line, without a version: the format of status bars. */
void one_json_print_texts (const char *const *keys_and_texts, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneJson, one_json_free)
