/* SPDX-License-Identifier: MIT */
/* The catalogues that ship with oned (share/catalogue, compiled in), changed by the user's own
 * files. share/catalogue/manager.ini describes the format. */
#pragma once

#include "model/catalogue.h"

/* Whether `folder` has files of the user's; without them each catalogue is as shipped. */
gboolean one_catalogues_has_own (const char *folder);

/* The catalogue for a role: as shipped, changed by each *.ini in `folder`, in the order of their
 * names. `folder` may be NULL or not exist. NULL on error, with a message "path:line: what", which
 * one_config_file_trouble parses; the caller keeps the catalogue it has. (transfer full) */
OneCatalogue *one_catalogues_load (OneRole role, const char *folder,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
