/* SPDX-License-Identifier: MIT */
#include "bus/pack/dict.h"

#include "model/base/day.h"
#include "wire/error.h"

void
one_dict_add_text (GVariantDict *record, const char *key, const char *text)
{
  if (text && *text)
    g_variant_dict_insert (record, key, "s", text);
}

void
one_dict_add_time (GVariantDict *record, const char *key, gint64 time)
{
  if (time != 0)
    g_variant_dict_insert (record, key, "x", time);
}

void
one_dict_add_day (GVariantDict *record, const char *key, const GDate *day)
{
  g_autofree char *text = one_day_format (day);

  one_dict_add_text (record, key, text);
}

void
one_dict_add_id (GVariantDict *record, const char *key, char type, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%c%" G_GINT64_FORMAT, type, id);

  if (id > 0)
    g_variant_dict_insert (record, key, "s", text);
}

const char *
one_dict_get_text (GVariant *options, const char *key)
{
  const char *text = "";

  /* "&s" is (transfer none): `options` outlives the reply. */
  g_variant_lookup (options, key, "&s", &text);
  return text;
}

gboolean
one_dict_get_flag (GVariant *options, const char *key)
{
  gboolean flag = FALSE;

  g_variant_lookup (options, key, "b", &flag);
  return flag;
}

gboolean
one_dict_get_day (GVariant *options, const char *key, GDate *day, GError **error)
{
  const char *text = one_dict_get_text (options, key);

  g_date_clear (day, 1);
  if (*text == '\0' || one_day_parse (text, day))
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is no day (YYYY-MM-DD)", text);
  return FALSE;
}
