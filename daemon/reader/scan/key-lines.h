/* SPDX-License-Identifier: MIT */
/* The few lines by which an event is judged before it is parsed. */
#pragma once

#include <glib.h>
#include <string.h>

/* A line in the text of an event; of no length if there is none. */
typedef struct {
  guint32 at, length;
} OneKeyLine;

typedef struct {
  OneKeyLine start, end, duration, rule, original, uid; /* DTSTART, DTEND, …, RECURRENCE-ID */
  gboolean odd; /* more than these lines must be looked at to judge it: RDATE, EXRULE, a second
                   RRULE, a folded name or a folded line among them, a NUL, a line that was cut */
} OneKeyLines;

typedef struct {
  OneKeyLines key_lines;
  gsize before;  /* length of the line before */
  gboolean told; /* the line before was a telling one */
} OneKeyLineNotes;

void one_key_lines_begin (OneKeyLineNotes *notes);
/* A line of the event that begins `offset` bytes into its text; -1: of a component inside it. */
void one_key_lines_note (OneKeyLineNotes *notes, const char *line, gsize length, gssize offset);
/* A line that continues the one before. */
void one_key_lines_fold (OneKeyLineNotes *notes);
/* Lines that tell nothing, nor what continues them. */
void one_key_lines_skip (OneKeyLineNotes *notes);

/* Whether the line begins with `word` (upper case), in any case. These two are inline because they
 * are asked of each line that is looked at, mostly for words of known length. */
static inline gboolean
one_key_lines_begins (const char *line, gsize length, const char *word, gsize word_length)
{
  return length >= word_length
         && (memcmp (line, word, word_length) == 0
             || ((line[word_length - 1] | 0x20) == (word[word_length - 1] | 0x20)
                 && g_ascii_strncasecmp (line, word, word_length) == 0));
}

/* Whether the line is `word`, but for blanks after it. */
static inline gboolean
one_key_lines_is (const char *line, gsize length, const char *word, gsize word_length)
{
  gboolean blank = TRUE;

  if (G_LIKELY (!one_key_lines_begins (line, length, word, word_length)))
    return FALSE;
  for (gsize i = word_length; i < length; i++)
    blank = blank && (line[i] == ' ' || line[i] == '\t');
  return blank;
}

#define ONE_KEY_LINES_IS(line, length, word) one_key_lines_is (line, length, word, sizeof word - 1)
