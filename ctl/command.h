/* SPDX-License-Identifier: MIT */
/* The table of commands. Usage, `--help`, `help`, the completions and the checks of the man page
 * are derived from it. */
#pragma once

#include "ctl/context.h"

typedef enum {
  ONE_MODE_JSON = 1 << 0,    /* prints data: takes --json and --private */
  ONE_MODE_HIDDEN = 1 << 1,  /* for programs: in no help, no man page, no completion */
  ONE_MODE_PRIVATE = 1 << 2, /* takes --private, but has no JSON */
} OneMode;

/* Runs the command and prints to context->printer. On failure `error` decides the exit status. */
typedef gboolean (*OneCommandRun) (OneContext *context, GError **error);

typedef struct OneCommand {
  const char *name;
  const char *words; /* the words it takes, as the usage shows them: "WHO TEXT…" */
  const char *help;  /* one line, marked for translation */
  guint least;       /* number of words it needs */
  guint most;        /* number of words it takes; G_MAXUINT for no limit */
  guint modes;       /* of OneMode */
  const OneOption *options;
  OneCommandRun run;
} OneCommand;

extern const OneCommand one_commands[];      /* ends with a name of NULL */
extern const OneOption one_command_shared[]; /* the options that every command takes */

const OneCommand *one_command_find (const char *name); /* NULL if there is none */
const char *one_command_suggest (const char *typed);   /* NULL if nothing is near */

/* Whether a command takes one of the shared options. */
gboolean one_command_takes (const OneCommand *command, const OneOption *shared);

/* "onectl add WHO TEXT… [--category C] [--on DAY]" */
char *one_command_format_usage (const OneCommand *command);
