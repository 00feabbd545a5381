/* SPDX-License-Identifier: MIT */
/* Finds the category that the user's word means. */
#pragma once

#include "model/catalogue.h"

/* By its id, its title, or a beginning that only one id has. NULL with ONE_ERROR_INVALID, which
 * lists the ids. (transfer none), of the catalogue */
const OneCategory *one_category_find (const OneCatalogue *catalogue, const char *word,
                                      GError **error);
