/* SPDX-License-Identifier: MIT */
/* One group of a catalogue's key file: reads its values, and makes errors of bad ones. */
#pragma once

#include "config/config-file.h"
#include "model/catalogue.h"

#define ONE_CATALOGUE_GENERAL "catalogue" /* the one group that is no category */
#define ONE_CATALOGUE_LONGEST_ID 40

typedef struct {
  OneCatalogue *catalogue;
  const OneConfigFile *file;
  const char *name;
} OneCatalogueGroup;

/* Sets an error that names file and line of the key (NULL: of the group), and returns FALSE. */
gboolean one_catalogue_group_fail (const OneCatalogueGroup *group, const char *key, GError **error,
                                   const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Whether it can be the id of a category or a prompt. */
gboolean one_catalogue_group_id_is_valid (const char *id);

gboolean one_catalogue_group_has (const OneCatalogueGroup *group, const char *key);

/* NULL if there is no such key. (transfer full) */
char **one_catalogue_group_list_values (const OneCatalogueGroup *group, const char *key);

/* In the user's language, cleaned, cut to `max` characters; "" for none. (transfer full) */
char *one_catalogue_group_dup_text (const OneCatalogueGroup *group, const char *key, guint max);

/* The index of an id; -1 for none. `things` of OneCategory or OnePrompt, which begin with their id.
 */
gint one_catalogue_group_find (const GPtrArray *things, const char *id);

/* Moves the things that the list in `key` names to the front, in its order. */
gboolean one_catalogue_group_order (const OneCatalogueGroup *group, const char *key,
                                    GPtrArray *things, GError **error);
