/* SPDX-License-Identifier: MIT */
/* The command line as the user wrote it, taken apart: words and options in any order. Pure; knows
 * no command. `--opt value`, `--opt=value`, `-h`; `--` ends the options; `-` is a word. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;  /* without its dashes; NULL ends a table */
  const char *value; /* what its value is called in the usage: "DAY"; NULL for a flag */
  const char *help;  /* one line, marked for translation */
  char letter;       /* `-h`; 0 for none */
  gboolean list;     /* given again it adds to what was there, with a comma; else the last wins */
  gboolean hidden;   /* for machines: in no help and no completion */
} OneOption;

typedef struct {
  GPtrArray *words;    /* (owned) of char*, in order */
  GHashTable *options; /* (owned) name -> value; "" for a flag */
} OneArgs;

/* Takes `argv` (NULL at its end, without the names of program and command) apart by two tables of
 * options. Fails with ONE_ERROR_INVALID for what is in neither. */
OneArgs *one_args_parse (const char *const *argv, const OneOption *own, const OneOption *shared,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_args_free (OneArgs *args);

/* The word's index in `argv` that is the first to be no option and no option's value; -1: none. */
int one_args_find_word (const char *const *argv, const OneOption *shared);

gboolean one_args_has (const OneArgs *args, const char *option);
const char *one_args_get (const OneArgs *args, const char *option); /* NULL if it was not given */
const char *one_args_word (const OneArgs *args, guint index); /* "" if there are not so many */
char *one_args_join (const OneArgs *args, guint from); /* the words from there on, by spaces */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneArgs, one_args_free)
