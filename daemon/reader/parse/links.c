/* SPDX-License-Identifier: MIT */
#include "reader/parse/links.h"

#include <string.h>

#include "reader/parse/property.h"

#define MAX_LINKS 16
#define MAX_LINK_BYTES 2048
#define MAX_PER_RANK 16

/* Best first: made for it, then the producers' own, then free text. */
static const struct {
  const char *name; /* as in the file */
  const char *key;  /* as in OneEvent.links */
  gboolean text;    /* links are looked for inside it */
} ranks[] = {
  { "CONFERENCE", "conference", FALSE },
  { "X-GOOGLE-CONFERENCE", "x-google-conference", FALSE },
  { "X-MICROSOFT-SKYPETEAMSMEETINGURL", "x-microsoft-skypeteamsmeetingurl", FALSE },
  { "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "x-microsoft-onlinemeetingexternallink", FALSE },
  { "X-MICROSOFT-ONLINEMEETINGCONFLINK", "x-microsoft-onlinemeetingconflink", FALSE },
  { "X-GOOGLE-HANGOUT", "x-google-hangout", FALSE },
  { "URL", "url", FALSE },
  { "LOCATION", "location", TRUE },
  { "DESCRIPTION", "description", TRUE },
  { "X-ALT-DESC", "description", TRUE },
};

struct OneLinks {
  GPtrArray *found[G_N_ELEMENTS (ranks)]; /* (owned, nullable) of char* */
};

OneLinks *
one_links_new (void)
{
  return g_new0 (OneLinks, 1);
}

static void
add (OneLinks *links, guint rank, const char *text, gsize length)
{
  gsize room = MAX_LINK_BYTES - strlen (ranks[rank].key) - 1;

  if (length == 0 || length > room || !g_utf8_validate (text, (gssize) length, NULL))
    return; /* A link that was cut or mended would lead elsewhere. */
  if (!links->found[rank])
    links->found[rank] = g_ptr_array_new_with_free_func (g_free);
  if (links->found[rank]->len < MAX_PER_RANK)
    g_ptr_array_add (links->found[rank],
                     g_strdup_printf ("%s:%.*s", ranks[rank].key, (int) length, text));
}

/* Where a link in running text ends. A closing bracket belongs to it only if it was opened in it,
 * and punctuation at its end is the sentence's. */
static gsize
link_length (const char *text)
{
  gsize length = strcspn (text, " \t\r\n\"'<>|\\^`{}");
  int open = 0;

  for (gsize i = 0; i < length; i++) {
    open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    if (open < 0) {
      length = i;
      break;
    }
  }
  while (length > 0 && strchr (".,;:!?*_]", text[length - 1]))
    length--;
  return length;
}

static void
search (OneLinks *links, guint rank, const char *text)
{
  for (const char *p = strchr (text, ':'); p; p = strchr (p + 1, ':')) {
    const char *start = p;

    if (p[1] != '/' || p[2] != '/')
      continue;
    while (start > text && g_ascii_isalpha (start[-1]))
      start--;
    if (g_ascii_strncasecmp (start, "https:", 6) == 0
        || g_ascii_strncasecmp (start, "http:", 5) == 0)
      add (links, rank, start, link_length (start));
  }
}

/* "&amp;" in the HTML twin of a description. */
static char *
plain_text (const OneLine *line)
{
  g_autofree char *text = one_property_dup_text (line->value);
  g_auto (GStrv) parts = NULL;

  if (strcmp (line->name, "X-ALT-DESC") != 0)
    return g_steal_pointer (&text);
  parts = g_strsplit (text, "&amp;", -1);
  return g_strjoinv ("&", parts);
}

void
one_links_take (OneLinks *links, const OneLine *line)
{
  for (guint rank = 0; rank < G_N_ELEMENTS (ranks); rank++) {
    g_autofree char *text = NULL;

    if (strcmp (line->name, ranks[rank].name) != 0)
      continue;
    text = plain_text (line);
    if (ranks[rank].text)
      search (links, rank, text);
    else
      add (links, rank, text, strlen (text));
    return;
  }
}

char **
one_links_finish (OneLinks *links)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint rank = 0; rank < G_N_ELEMENTS (ranks); rank++) {
    for (guint i = 0; links->found[rank] && i < links->found[rank]->len && all->len < MAX_LINKS;
         i++) {
      const char *link = g_ptr_array_index (links->found[rank], i);

      if (!g_ptr_array_find_with_equal_func (all, link, g_str_equal, NULL))
        g_ptr_array_add (all, g_strdup (link));
    }
    g_clear_pointer (&links->found[rank], g_ptr_array_unref);
  }
  g_free (links);
  g_ptr_array_add (all, NULL);
  return (char **) g_ptr_array_steal (all, NULL);
}
