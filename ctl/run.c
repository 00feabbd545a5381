/* SPDX-License-Identifier: MIT */
#include "ctl/run.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include "ctl/unpack.h"
#include "ctl/when.h"
#include "wire/error.h"

#define MOST_INPUT 65536 /* bytes of standard input: a note, no file */

void
one_run_clear (OneRun *run)
{
  g_clear_pointer (&run->mask, one_mask_free);
  g_clear_pointer (&run->zone, g_time_zone_unref);
}

static GVariant *
run_mask (OneRun *run, GVariant *answer, GError **error)
{
  g_autoptr (GVariant) plain = answer;

  if (!answer || !one_args_has (run->args, "private"))
    return g_steal_pointer (&plain);
  if (!run->mask) {
    g_autoptr (GVariant) people =
        one_client_list (run->client, "ListPeople", g_variant_new ("()"), error);

    if (!people)
      return NULL;
    run->mask = one_mask_new (people);
  }
  return one_mask_value (run->mask, answer);
}

GVariant *
one_run_call (OneRun *run, const char *method, GVariant *arguments, const char *reply,
              GError **error)
{
  return run_mask (run, one_client_call (run->client, method, arguments, reply, error), error);
}

GVariant *
one_run_list (OneRun *run, const char *method, GVariant *arguments, GError **error)
{
  return run_mask (run, one_client_list (run->client, method, arguments, error), error);
}

GVariant *
one_run_get (OneRun *run, const char *method, GVariant *arguments, GError **error)
{
  return run_mask (run, one_client_get (run->client, method, arguments, error), error);
}

gboolean
one_run_load_now (OneRun *run, GError **error)
{
  g_autoptr (GVariant) properties = NULL;

  if (run->now != 0)
    return TRUE;
  properties = one_client_get_properties (run->client, error);
  if (!properties)
    return FALSE;
  run->now = one_unpack_instant (properties, "Now");
  return TRUE;
}

GVariant *
one_run_get_next (OneRun *run, GError **error)
{
  g_autoptr (GVariant) properties = one_client_get_properties (run->client, error);

  if (!properties)
    return NULL;
  run->now = one_unpack_instant (properties, "Now");
  return run_mask (run, one_unpack_record (properties, "Next"), error);
}

gboolean
one_run_is_json (const OneRun *run)
{
  return one_args_has (run->args, "json");
}

char *
one_run_dup_day (OneRun *run, const char *text, GError **error)
{
  GDate day;

  /* Nonsense is refused before oned is asked for the time. */
  if (one_when_is_day (text) && !one_run_load_now (run, error))
    return NULL;
  if (!one_when_parse_day (text, run->now, run->zone, &day, error))
    return NULL;
  return one_when_format_day (&day);
}

char *
one_run_dup_which (OneRun *run, const char *word, GError **error)
{
  return one_when_is_day (word) ? one_run_dup_day (run, word, error) : g_strdup (word);
}

static char *
run_read_input (GError **error)
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
one_run_dup_text (const char *text, GError **error)
{
  g_autofree char *whole =
      g_str_equal (text, "-") ? run_read_input (error) : g_utf8_make_valid (text, -1);

  if (!whole)
    return NULL;
  g_strstrip (whole);
  if (*whole)
    return g_steal_pointer (&whole);
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("the text is empty"));
  return NULL;
}

void
one_run_add_flag (OneRun *run, GVariantDict *options, const char *name)
{
  if (one_args_has (run->args, name))
    g_variant_dict_insert (options, name, "b", TRUE);
}

void
one_run_add_value (OneRun *run, GVariantDict *options, const char *name)
{
  g_autofree char *value = NULL;

  if (!one_args_has (run->args, name))
    return;
  value = g_utf8_make_valid (one_args_get (run->args, name), -1);
  g_variant_dict_insert (options, name, "s", value);
}

gboolean
one_run_add_day (OneRun *run, GVariantDict *options, const char *name, GError **error)
{
  g_autofree char *day = NULL;

  if (!one_args_has (run->args, name))
    return TRUE;
  day = one_run_dup_day (run, one_args_get (run->args, name), error);
  if (!day)
    return FALSE;
  g_variant_dict_insert (options, name, "s", day);
  return TRUE;
}

void
one_run_print_json (OneRun *run, const char *key, GVariant *records, const OneField *fields)
{
  g_autoptr (OneJson) json = one_json_new (run->zone);

  one_json_add_records (json, key, records, fields);
  one_json_print (json, FALSE, run->printer->out);
}
