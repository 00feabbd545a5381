/* SPDX-License-Identifier: MIT */
#include "ctl/context.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/local.h"
#include "ctl/time/parse-when.h"
#include "wire/error.h"

#define MOST_INPUT 65536 /* bytes of standard input: enough for a note */

void
one_context_clear (OneContext *context)
{
  g_clear_pointer (&context->pseudonyms, one_pseudonyms_free);
  g_clear_pointer (&context->zone, g_time_zone_unref);
}

static GVariant *
context_hide (OneContext *context, GVariant *answer, GError **error)
{
  g_autoptr (GVariant) plain = answer;

  if (!answer || !one_args_has (context->args, "private"))
    return g_steal_pointer (&plain);
  if (!context->pseudonyms) {
    g_autoptr (GVariant) people =
        one_client_list (context->client, "ListPeople", g_variant_new ("()"), error);

    if (!people)
      return NULL;
    context->pseudonyms = one_pseudonyms_new (people);
  }
  return one_pseudonyms_replace (context->pseudonyms, answer);
}

GVariant *
one_context_call (OneContext *context, const char *method, GVariant *arguments, const char *reply,
                  GError **error)
{
  return context_hide (context, one_client_call (context->client, method, arguments, reply, error),
                       error);
}

GVariant *
one_context_list (OneContext *context, const char *method, GVariant *arguments, GError **error)
{
  return context_hide (context, one_client_list (context->client, method, arguments, error), error);
}

GVariant *
one_context_get (OneContext *context, const char *method, GVariant *arguments, GError **error)
{
  return context_hide (context, one_client_get (context->client, method, arguments, error), error);
}

gboolean
one_context_load_now (OneContext *context, GError **error)
{
  g_autoptr (GVariant) properties = NULL;

  if (context->now != 0)
    return TRUE;
  properties = one_client_get_properties (context->client, error);
  if (!properties)
    return FALSE;
  context->now = one_unpack_instant (properties, "Now");
  return TRUE;
}

GVariant *
one_context_get_next (OneContext *context, GError **error)
{
  g_autoptr (GVariant) properties = one_client_get_properties (context->client, error);

  if (!properties)
    return NULL;
  context->now = one_unpack_instant (properties, "Now");
  return context_hide (context, one_unpack_record (properties, "Next"), error);
}

gboolean
one_context_is_json (const OneContext *context)
{
  return one_args_has (context->args, "json");
}

static char *
context_dup_day (OneContext *context, const char *text, gboolean back, GError **error)
{
  GDate day;

  /* Only a day needs the time: do not start oned to refuse nonsense. */
  if (one_parse_when_is_day (text) && !one_context_load_now (context, error))
    return NULL;
  if (back ? !one_parse_when_past_day (text, context->now, context->zone, &day, error)
           : !one_parse_when_day (text, context->now, context->zone, &day, error))
    return NULL;
  return one_local_format_date (&day);
}

char *
one_context_dup_day (OneContext *context, const char *text, GError **error)
{
  return context_dup_day (context, text, FALSE, error);
}

char *
one_context_dup_which (OneContext *context, const char *word, GError **error)
{
  return one_parse_when_is_day (word) ? one_context_dup_day (context, word, error)
                                      : g_strdup (word);
}

char *
one_context_dup_past_which (OneContext *context, const char *word, GError **error)
{
  return one_parse_when_is_day (word) ? context_dup_day (context, word, TRUE, error)
                                      : g_strdup (word);
}

static char *
context_read_input (GError **error)
{
  g_autoptr (GString) input = g_string_new (NULL);
  char bytes[4096];
  gsize read;

  while ((read = fread (bytes, 1, sizeof bytes, stdin)) > 0) {
    g_string_append_len (input, bytes, (gssize) read);
    if (input->len > MOST_INPUT) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("more than %d bytes on standard input"),
                   MOST_INPUT);
      return NULL;
    }
  }
  return g_utf8_make_valid (input->str, (gssize) input->len);
}

char *
one_context_dup_text (const char *text, GError **error)
{
  g_autofree char *whole =
      g_str_equal (text, "-") ? context_read_input (error) : g_utf8_make_valid (text, -1);

  if (!whole)
    return NULL;
  g_strstrip (whole);
  if (*whole)
    return g_steal_pointer (&whole);
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("the text is empty"));
  return NULL;
}

void
one_context_add_flag (OneContext *context, GVariantDict *options, const char *name)
{
  if (one_args_has (context->args, name))
    g_variant_dict_insert (options, name, "b", TRUE);
}

void
one_context_add_value (OneContext *context, GVariantDict *options, const char *name)
{
  g_autofree char *value = NULL;

  if (!one_args_has (context->args, name))
    return;
  value = g_utf8_make_valid (one_args_get (context->args, name), -1);
  g_variant_dict_insert (options, name, "s", value);
}

gboolean
one_context_add_day (OneContext *context, GVariantDict *options, const char *name, GError **error)
{
  g_autofree char *day = NULL;

  if (!one_args_has (context->args, name))
    return TRUE;
  day = one_context_dup_day (context, one_args_get (context->args, name), error);
  if (!day)
    return FALSE;
  g_variant_dict_insert (options, name, "s", day);
  return TRUE;
}

void
one_context_print_json (OneContext *context, const char *key, GVariant *records,
                        const OneField *fields)
{
  g_autoptr (OneJson) json = one_json_new (context->zone);

  one_json_add_records (json, key, records, fields);
  one_json_print (json, FALSE, context->printer->out);
}
