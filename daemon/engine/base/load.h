/* SPDX-License-Identifier: MIT */
/* What the user configured, taken into the engine. A mistake is a trouble; what was in force before
 * stays. */
#pragma once

#include "engine/base.h"
#include "model/catalogue.h"

/* TRUE if other files are to be read than before, or all of them anew. */
gboolean one_load_settings (OneEngine *engine);
void one_load_catalogues (OneEngine *engine);
/* The one in force for a role. (borrowed) until the catalogues are loaded again. */
const OneCatalogue *one_load_get_catalogue (OneEngine *engine, OneRole role);
/* What the settings say of the desktop, as the engine knows it. */
void one_load_desktop (OneEngine *engine);
/* TRUE if the zone is another one. */
gboolean one_load_zone (OneEngine *engine);

/* Keeps, or with `what` NULL takes back, the one trouble about a subject; of ONE_SUBJECT_FILE, the
 * one about the file `source`. Those of calendars are not kept here. */
void one_load_trouble (OneEngine *engine, OneSubject subject, const char *source, guint line,
                       const char *what);
