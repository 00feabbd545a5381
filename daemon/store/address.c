/* SPDX-License-Identifier: MIT */
#include "store/address.h"

#include <string.h>

#include "wire/error.h"

char *
one_address_parse (const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *at = strrchr (trimmed, '@');
  gboolean good = at && at > trimmed && at[1] && g_utf8_validate (trimmed, -1, NULL);

  for (const char *p = trimmed; good && *p; p = g_utf8_next_char (p))
    good = !g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iscntrl (g_utf8_get_char (p));
  if (good)
    return g_utf8_strdown (trimmed, -1);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is not an address", text);
  return NULL;
}
