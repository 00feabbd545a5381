/* SPDX-License-Identifier: MIT */
#include "bus/pack/dict.h"

#include "model/base/day.h"
#include "wire/error.h"

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
