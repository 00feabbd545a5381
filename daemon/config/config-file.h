/* SPDX-License-Identifier: MIT */
/* A key file of the user's, with errors that name file and line, which GKeyFile alone does not. */
#pragma once

#include <glib.h>
#include "model/base/trouble.h"

typedef struct {
  char *path;        /* (owned) for errors */
  GKeyFile *keys;    /* (owned) */
  GHashTable *lines; /* (owned) "group\nkey" or "group\n" -> line, from 1 */
} OneConfigFile;

/* Reads a regular file of at most 256 KB (edge/small-file). Errors: G_FILE_ERROR of the system,
 * G_KEY_FILE_ERROR if it is no key file; messages begin with "path:line: ", or "path: " if they are
 * about the whole file, also those of one_config_file_fail. (transfer full) */
OneConfigFile *one_config_file_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Same, but from memory. `path` is for messages. */
OneConfigFile *one_config_file_parse (const char *path, const char *text, gssize length,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_config_file_free (OneConfigFile *file);

/* Sets the error to "path:line: what" and returns FALSE. `key` may be NULL: the group's line. */
gboolean one_config_file_fail (const OneConfigFile *file, const char *group, const char *key,
                               const char *what, GError **error);

/* ", did you mean 'x'?" for the word most like `word` among `known`, or "". (transfer full) */
char *one_config_file_suggest (const char *word, const char *const *known);

/* Parses the message of an error of this room into a trouble. (transfer full) */
OneTrouble *one_config_file_trouble (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneConfigFile, one_config_file_free)
