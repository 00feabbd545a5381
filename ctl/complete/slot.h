/* SPDX-License-Identifier: MIT */
/* Tells what is being typed, from a command line's words and the table of commands. Pure. */
#pragma once

#include "ctl/command.h"

typedef struct {
  const OneCommand *command; /* (borrowed) NULL before its name */
  const OneOption *option;   /* (borrowed) whose value is being typed; NULL for none */
  char *wanted;      /* (owned) names of what may stand there, as in the usage: "FILE|UID|WHO" */
  char *kept;        /* (owned) what stands before it in the same word: "--category=", "wins," */
  char *typed;       /* (owned) its beginning */
  GPtrArray *before; /* (owned) of char*: the command line's words before this one */
  gboolean options;  /* an option may stand there, too */
} OneSlot;

/* `words` are those after "onectl", at least one; the last is being typed, and may be empty. */
OneSlot *one_slot_new (const char *const *words);
void one_slot_free (OneSlot *slot);

/* Whether `name` is one of those wanted: "ID" of "ID…". */
gboolean one_slot_wants (const OneSlot *slot, const char *name);

/* Whether that word, or that option with or without a value, stands before already. */
gboolean one_slot_has (const OneSlot *slot, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSlot, one_slot_free)
