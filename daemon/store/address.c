/* SPDX-License-Identifier: MIT */
#include "store/address.h"

#include <string.h>

#include "model/base/mail-address.h"
#include "wire/error.h"

#define SCHEME "mailto:"

/* Drops outer blanks and the "mailto:" of addresses copied from a calendar or a link. */
static char *
dup_bare (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize scheme = g_ascii_strncasecmp (trimmed, SCHEME, strlen (SCHEME)) == 0 ? strlen (SCHEME) : 0;

  return g_strdup (trimmed + scheme);
}

char *
one_address_parse (const char *text, GError **error)
{
  g_autofree char *trimmed = dup_bare (text);
  g_autofree char *plain = one_mail_address_parse (trimmed);
  const char *at = strrchr (trimmed, '@');
  gboolean good = at && at > trimmed && at[1] && g_utf8_validate (trimmed, -1, NULL);

  for (const char *p = trimmed; good && *p; p = g_utf8_next_char (p))
    good = !g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iscntrl (g_utf8_get_char (p));
  if (good && *plain) /* as the calendars' are read */
    return g_steal_pointer (&plain);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is not an address", text);
  return NULL;
}
