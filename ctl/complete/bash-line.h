/* SPDX-License-Identifier: MIT */
/* A command line as bash has it: not yet unquoted, and with the last word cut where readline cuts
 * it ("=", ":", "@"). Pure. */
#pragma once

#include <glib.h>

typedef struct {
  char **words; /* (owned) all of them, unquoted; the last one may be empty */
  char *kept;   /* (owned) of the last word, unquoted: what readline leaves as it is */
  char quote;   /* of the last word: " or ', or 0 if it stands in no open quotes */
} OneBashLine;

/* `line` up to the cursor, `current` the end of it that readline will replace. */
OneBashLine *one_bash_line_new (const char *line, const char *current);
void one_bash_line_free (OneBashLine *line);

/* The word as bash must get it, without what readline leaves; NULL if it does not begin so. */
char *one_bash_line_quote (const OneBashLine *line, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneBashLine, one_bash_line_free)
