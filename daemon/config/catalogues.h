/* SPDX-License-Identifier: MIT */
/* The catalogues: those that ship with oned (share/catalogue, compiled in), changed by the user's
 * own files. share/catalogue/manager.ini begins with a description of the format. */
#pragma once

#include "model/catalogue.h"

/* Whether there are files of the user's in `folder`; if not, each catalogue is as shipped. */
gboolean one_catalogues_has_own (const char *folder);

/* The catalogue in force for a role. `folder` is where the user's files are: each *.ini in it, in
 * order of name, adds, replaces, renames, reorders or switches off; NULL or a folder that does not
 * exist: as shipped. On error NULL and a message "path:line: what" (one_config_file_trouble takes
 * it apart); the caller keeps the catalogue that was in force. (transfer full) */
OneCatalogue *one_catalogues_load (OneRole role, const char *folder,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
