/* SPDX-License-Identifier: MIT */
/* Parses a command line into words and options, which come in any order. Pure; knows no command.
 * `--opt value`, `--opt=value`, `-h`; `--` ends the options; `-` is a word. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;  /* without its dashes; NULL ends a table */
  const char *value; /* name of its value in the usage: "DAY"; NULL for a flag */
  const char *help;  /* one line, marked for translation */
  char letter;       /* `-h`; 0 for none */
  gboolean list;     /* a second value is appended after a comma; else the last value wins */
  gboolean hidden;   /* for programs: in no help and no completion */
} OneOption;

typedef struct {
  GPtrArray *words;    /* (owned) of char*, in order */
  GHashTable *options; /* (owned) name -> value; "" for a flag */
} OneArgs;

/* Parses `argv` (NULL at its end, without the names of program and command) by two tables of
 * options. Fails with ONE_ERROR_INVALID for an option that is in neither. */
OneArgs *one_args_parse (const char *const *argv, const OneOption *own, const OneOption *shared,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_args_free (OneArgs *args);

/* Index in `argv` of the first word that is neither an option nor the value of one; -1: none. */
int one_args_find_word (const char *const *argv, const OneOption *shared);

gboolean one_args_has (const OneArgs *args, const char *option);
const char *one_args_get (const OneArgs *args, const char *option); /* NULL if it was not given */
const char *one_args_word (const OneArgs *args, guint index);       /* "" if there are fewer */
char *one_args_join (const OneArgs *args,
                     guint from); /* the words from `from` on, joined by spaces */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneArgs, one_args_free)
