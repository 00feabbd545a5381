/* SPDX-License-Identifier: MIT */
#include "ctl/print/json.h"

#include "ctl/bus/unpack.h"
#include "ctl/time/local.h"

#define VERSION 1 /* of the document: raised when a key changes its meaning or is removed */

OneJson *
one_json_new (GTimeZone *zone)
{
  OneJson *json = g_new0 (OneJson, 1);

  json->zone = zone;
  json->builder = json_builder_new ();
  json_builder_begin_object (json->builder);
  json_builder_set_member_name (json->builder, "version");
  json_builder_add_int_value (json->builder, VERSION);
  return json;
}

void
one_json_free (OneJson *json)
{
  g_clear_object (&json->builder);
  g_free (json);
}

static void
json_add_text (OneJson *json, const char *text)
{
  if (text && *text)
    json_builder_add_string_value (json->builder, text);
  else
    json_builder_add_null_value (json->builder);
}

static void
json_add_instant (OneJson *json, GVariant *record, const char *key)
{
  g_autofree char *text = NULL;
  gint64 instant;

  if (g_variant_lookup (record, key, "x", &instant))
    text = one_local_format_instant (instant, json->zone);
  json_add_text (json, text);
}

static void
json_add_number (OneJson *json, GVariant *record, const char *key)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (record, key, NULL);

  if (value && g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    json_builder_add_int_value (json->builder, g_variant_get_uint32 (value));
  else if (value && g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    json_builder_add_double_value (json->builder, g_variant_get_double (value));
  else
    json_builder_add_null_value (json->builder);
}

static void
json_add_texts (OneJson *json, const char *const *texts)
{
  json_builder_begin_array (json->builder);
  for (; *texts; texts++)
    json_builder_add_string_value (json->builder, *texts);
  json_builder_end_array (json->builder);
}

static void
json_add_object (OneJson *json, GVariant *record, const OneField *fields)
{
  if (one_unpack_is_empty (record)) {
    json_builder_add_null_value (json->builder);
    return;
  }
  json_builder_begin_object (json->builder);
  one_json_add_members (json, record, fields);
  json_builder_end_object (json->builder);
}

static void
json_add_objects (OneJson *json, GVariant *records, const OneField *fields)
{
  json_builder_begin_array (json->builder);
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    json_add_object (json, record, fields);
  }
  json_builder_end_array (json->builder);
}

static void
json_add_inner (OneJson *json, GVariant *record, const OneField *field)
{
  g_autoptr (GVariant) inner = field->kind == ONE_FIELD_RECORD
                                   ? one_unpack_record (record, field->key)
                                   : one_unpack_records (record, field->key);

  if (field->kind == ONE_FIELD_RECORD)
    json_add_object (json, inner, field->fields);
  else
    json_add_objects (json, inner, field->fields);
}

static void
json_add_field (OneJson *json, GVariant *record, const OneField *field)
{
  g_auto (GStrv) texts = NULL;

  json_builder_set_member_name (json->builder, field->key);
  switch (field->kind) {
  case ONE_FIELD_TEXT:
    json_add_text (json, one_unpack_string (record, field->key));
    break;
  case ONE_FIELD_INSTANT:
    json_add_instant (json, record, field->key);
    break;
  case ONE_FIELD_NUMBER:
    json_add_number (json, record, field->key);
    break;
  case ONE_FIELD_COUNT:
    json_builder_add_int_value (json->builder, one_unpack_uint (record, field->key));
    break;
  case ONE_FIELD_BOOL:
    json_builder_add_boolean_value (json->builder, one_unpack_bool (record, field->key));
    break;
  case ONE_FIELD_TEXTS:
    texts = one_unpack_strings (record, field->key);
    json_add_texts (json, (const char *const *) texts);
    break;
  case ONE_FIELD_RECORD:
  case ONE_FIELD_RECORDS:
    json_add_inner (json, record, field);
    break;
  }
}

/* Recursive, as deep as the tables of fields.c: records hold records. */
void
one_json_add_members (OneJson *json, GVariant *record, const OneField *fields)
{
  for (; fields->key; fields++)
    json_add_field (json, record, fields);
}

void
one_json_add_records (OneJson *json, const char *key, GVariant *records, const OneField *fields)
{
  json_builder_set_member_name (json->builder, key);
  json_add_objects (json, records, fields);
}

void
one_json_add_record (OneJson *json, const char *key, GVariant *record, const OneField *fields)
{
  json_builder_set_member_name (json->builder, key);
  json_add_object (json, record, fields);
}

void
one_json_add_texts (OneJson *json, const char *key, const char *const *texts)
{
  json_builder_set_member_name (json->builder, key);
  json_add_texts (json, texts);
}

void
one_json_add_count (OneJson *json, const char *key, gint64 count)
{
  json_builder_set_member_name (json->builder, key);
  json_builder_add_int_value (json->builder, count);
}

void
one_json_add_instant (OneJson *json, const char *key, gint64 instant)
{
  g_autofree char *text = one_local_format_instant (instant, json->zone);

  json_builder_set_member_name (json->builder, key);
  json_add_text (json, text);
}

static void
json_print (JsonBuilder *builder, gboolean line, GString *out)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_pretty (generator, !line);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, out);
  g_string_append_c (out, '\n');
}

void
one_json_print (OneJson *json, gboolean line, GString *out)
{
  json_builder_end_object (json->builder);
  json_print (json->builder, line, out);
}

void
one_json_print_texts (const char *const *keys_and_texts, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (; *keys_and_texts; keys_and_texts += 2) {
    json_builder_set_member_name (builder, keys_and_texts[0]);
    json_builder_add_string_value (builder, keys_and_texts[1]);
  }
  json_builder_end_object (builder);
  json_print (builder, TRUE, out);
}
