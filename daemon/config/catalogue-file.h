/* SPDX-License-Identifier: MIT */
/* Applies a key file to a catalogue. share/catalogue/manager.ini describes the format. */
#pragma once

#include "config/config-file.h"
#include "model/catalogue.h"

/* Adds, replaces, renames, reorders and switches off categories and prompts, if the file is for the
 * catalogue's role. FALSE on error; the catalogue is incomplete then. */
gboolean one_catalogue_file_apply (const OneConfigFile *file, OneCatalogue *catalogue,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
