/* SPDX-License-Identifier: MIT */
#include "model/base/mail-address.h"

#include <string.h>

#define MAX_TEXT 2048   /* bytes that are looked at */
#define MAX_ADDRESS 320 /* bytes: RFC 5321 4.5.3.1 */

/* RFC 5322 3.2.3, with the dot, and letters beyond ASCII (RFC 6532). */
static gboolean
is_local (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c && strchr (".!#$%&'*+-/=?^_`{|}~", c));
}

static gboolean
is_domain (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '.' || c == '-' || c == '_';
}

/* The text in the last pair of angle brackets that has an '@' in it, else all. */
static char *
without_name (char *text)
{
  char *open = strrchr (text, '<');
  char *close = open ? strchr (open, '>') : NULL;

  if (!close || !memchr (open, '@', (gsize) (close - open)))
    return text;
  *close = '\0';
  return open + 1;
}

/* "%27" -> "'"; what is no such code stays. */
static char *
decode (const char *text)
{
  g_autofree char *bounded = g_strndup (text, MAX_TEXT);
  char *decoded = strchr (bounded, '%') ? g_uri_unescape_string (bounded, NULL) : NULL;

  if (decoded && g_utf8_validate (decoded, -1, NULL))
    return decoded;
  g_free (decoded);
  return g_steal_pointer (&bounded);
}

/* The domain that begins here; NULL if there is none. */
static char *
parse_domain (const char *text)
{
  gsize length = 0;

  while (is_domain (text[length]))
    length++;
  if (text[length] == '@')
    return NULL; /* nobody knows which of the two counts */
  while (length > 0 && !g_ascii_isalnum (text[length - 1]) && (guchar) text[length - 1] < 0x80)
    length--;
  if (length == 0 || *text == '.')
    return NULL;
  return g_strndup (text, length);
}

/* The local part that ends at `at`, without a path or a quote in front of it. */
static char *
parse_local (const char *text, const char *at)
{
  const char *begin = at;
  const char *slash;

  while (begin > text && is_local (begin[-1]))
    begin--;
  slash = *begin == '/' ? memrchr (begin, '/', (gsize) (at - begin)) : NULL;
  begin = slash ? slash + 1 : begin;
  while (begin < at && (*begin == '\'' || *begin == '.'))
    begin++;
  return g_strndup (begin, (gsize) (at - begin));
}

/* The same without its quotes, unless something in it needs them. `text` is "…" with an end. */
static char *
parse_quoted (const char *text, const char *end)
{
  g_autoptr (GString) local = g_string_new (NULL);
  gboolean plain = TRUE;

  for (const char *p = text + 1; p < end; p++) {
    p += *p == '\\' && p + 1 < end;
    plain = plain && is_local (*p);
    if (*p == '"' || *p == '\\')
      g_string_append_c (local, '\\');
    g_string_append_c (local, *p);
  }
  plain = plain && local->len > 0 && local->str[0] != '.';
  return plain ? g_strdup (local->str) : g_strdup_printf ("\"%s\"", local->str);
}

/* The place of the '@', with the local part before it; NULL if there is none. */
static const char *
find_at (const char *text, char **local)
{
  const char *end = strstr (text, "\"@"), *open = end ? strchr (text, '"') : NULL;
  const char *at;

  if (end && open < end) {
    *local = parse_quoted (open, end);
    return end + 1;
  }
  at = strchr (text, '@');
  *local = at ? parse_local (text, at) : NULL;
  return at;
}

char *
one_mail_address_parse (const char *text)
{
  g_autofree char *decoded = decode (text);
  g_autofree char *lower = g_utf8_strdown (decoded, -1);
  g_autofree char *local = NULL, *domain = NULL, *address = NULL;
  const char *at = find_at (without_name (lower), &local);

  domain = at ? parse_domain (at + 1) : NULL;
  if (!domain || !*local)
    return g_strdup ("");
  address = g_strconcat (local, "@", domain, NULL);
  return strlen (address) <= MAX_ADDRESS ? g_steal_pointer (&address) : g_strdup ("");
}
