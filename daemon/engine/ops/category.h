/* SPDX-License-Identifier: MIT */
/* The user's word for a category. */
#pragma once

#include "model/catalogue.h"

/* By its id, its title or what only one id begins with; lent by the catalogue. NULL with
 * ONE_ERROR_INVALID, and the ids there are. */
const OneCategory *one_category_find (const OneCatalogue *catalogue, const char *word,
                                      GError **error);
