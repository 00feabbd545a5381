/* SPDX-License-Identifier: MIT */
/* One key file on its way into a catalogue. The format is described in share/catalogue/manager.ini.
 */
#pragma once

#include "config/config-file.h"
#include "model/catalogue.h"

/* Adds, replaces, renames, reorders and switches off what the file says, if it is about the
 * catalogue's role. On error FALSE, and the catalogue is of no use any more. */
gboolean one_catalogue_file_apply (const OneConfigFile *file, OneCatalogue *catalogue,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
