/* SPDX-License-Identifier: MIT */
#include "ctl/complete/bash-line.h"

#include <string.h>

/* Signs of COMP_WORDBREAKS in a word of ours, after which readline begins to replace; it begins
 * with "@" itself, not after it. */
#define BREAKS "=:"

typedef struct {
  GStrvBuilder *words;
  GString *word;
  const char *start; /* where the word begins in the line */
  char quote;
  gboolean any; /* the word has begun, be it with quotes only */
} Splitter;

static void
split_end_word (Splitter *splitter, const char *next)
{
  if (splitter->any)
    g_strv_builder_add (splitter->words, splitter->word->str);
  g_string_truncate (splitter->word, 0);
  splitter->any = FALSE;
  splitter->start = next;
}

/* Takes the sign at `p`, with the one after it if that is escaped; returns the next one. */
static const char *
split_take (Splitter *splitter, const char *p)
{
  gboolean escape = *p == '\\' && splitter->quote != '\'';

  if (!splitter->quote && (*p == ' ' || *p == '\t' || *p == '\n')) {
    split_end_word (splitter, p + 1);
    return p + 1;
  }
  splitter->any = TRUE;
  if (*p == splitter->quote)
    splitter->quote = 0;
  else if (!splitter->quote && (*p == '"' || *p == '\''))
    splitter->quote = *p;
  else if (escape && p[1] && (!splitter->quote || strchr ("\"\\$`", p[1])))
    g_string_append_c (splitter->word, *++p);
  else if (!(escape && !p[1]))
    g_string_append_c (splitter->word, *p);
  return p + 1;
}

/* Where in the raw word readline begins to replace. */
static gsize
bash_count_kept (const char *raw, const char *current)
{
  gsize length = strlen (raw);

  if (*current && strchr (BREAKS, *current) && !current[1])
    return length;
  return g_str_has_suffix (raw, current) ? length - strlen (current) : 0;
}

/* `raw` without its quotes, up to `length`. */
static char *
bash_unquote (const char *raw, gsize length)
{
  g_autofree char *part = g_strndup (raw, length);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  Splitter splitter = { .words = words, .word = word };

  for (const char *p = part; *p;)
    p = split_take (&splitter, p);
  return g_strdup (word->str);
}

OneBashLine *
one_bash_line_new (const char *line, const char *current)
{
  OneBashLine *read = g_new0 (OneBashLine, 1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  Splitter splitter = { .words = words, .word = word, .start = line };

  for (const char *p = line; *p;)
    p = split_take (&splitter, p);
  g_strv_builder_add (words, word->str);
  read->words = g_strv_builder_end (words);
  read->quote = splitter.quote;
  read->kept = bash_unquote (splitter.start, bash_count_kept (splitter.start, current));
  return read;
}

void
one_bash_line_free (OneBashLine *line)
{
  g_strfreev (line->words);
  g_free (line->kept);
  g_free (line);
}

static gboolean
bash_is_plain (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || strchr ("@._+-,=/:%", c);
}

char *
one_bash_line_quote (const OneBashLine *line, const char *word)
{
  GString *quoted;

  if (!g_str_has_prefix (word, line->kept))
    return NULL;
  quoted = g_string_new (NULL);
  for (const char *p = word + strlen (line->kept); *p; p++) {
    if (line->quote == '\'' && *p == '\'')
      g_string_append (quoted, "'\\'");
    else if (line->quote == '"' ? strchr ("\"\\$`", *p) != NULL
                                : !line->quote && !bash_is_plain (*p))
      g_string_append_c (quoted, '\\');
    g_string_append_c (quoted, *p);
  }
  return g_string_free (quoted, FALSE);
}
