/* SPDX-License-Identifier: MIT */
/* The few lines by which an event is judged before it is parsed. */
#pragma once

#include <glib.h>

/* Where in the text of an event its telling lines begin; -1: there is none. */
typedef struct {
  gssize start, end, duration, rule, original, uid; /* DTSTART, DTEND, …, RECURRENCE-ID */
  gboolean odd; /* more than these lines must be looked at to judge it: RDATE, EXRULE, a second
                   RRULE, a folded name or a folded line among them, a NUL, a line that was cut */
} OneTells;

typedef struct {
  OneTells tells;
  gsize before;  /* length of the line before */
  gboolean told; /* the line before was a telling one */
} OneTellNotes;

void one_tells_begin (OneTellNotes *notes);
/* A line of the event that begins `offset` bytes into its text; -1: of a component inside it. */
void one_tells_note (OneTellNotes *notes, const char *line, gsize length, gssize offset);
/* A line that continues the one before. */
void one_tells_fold (OneTellNotes *notes);
/* Lines that tell nothing, nor what continues them. */
void one_tells_skip (OneTellNotes *notes);

/* Whether the line is, or begins with, `word` (upper case), in any case. */
gboolean one_tells_is (const char *line, gsize length, const char *word, gsize word_length);
gboolean one_tells_begins (const char *line, gsize length, const char *word, gsize word_length);

#define ONE_TELLS_IS(line, length, word) one_tells_is (line, length, word, sizeof word - 1)
