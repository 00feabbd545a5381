/* SPDX-License-Identifier: MIT */
/* Configuration and desktop: keeps them in force, and hears when they change. A mistake is a
 * trouble; the configuration before it stays in force. */
#pragma once

#include "engine/base/base.h"
#include "model/catalogue.h"

typedef enum {
  ONE_SETUP_SOURCES, /* other files are to be read than before, by rules that may be others too */
  ONE_SETUP_RULES,   /* the configuration or a catalogue */
  ONE_SETUP_DESKTOP, /* the session was locked or unlocked */
} OneSetupChange;

typedef void (*OneSetupFunc) (OneSetupChange change, gpointer data);

/* Into base->setup. `changed` is called from one_setup_start on. */
void one_setup_open (OneBase *base, OneSetupFunc changed, gpointer data);
void one_setup_close (OneBase *base);

/* Reads all of it, and hears of changes of the files. */
void one_setup_start (OneBase *base);

/* Hears from now on when the session is locked. */
void one_setup_watch_session (OneBase *base);

/* Hears no more of anything; what is in force stays. */
void one_setup_stop (OneBase *base);

/* Reads the system's time zone. TRUE if it is another one. */
gboolean one_setup_read_zone (OneBase *base);

/* The notification server holds notifications back, or does so no more. */
void one_setup_set_inhibited (OneBase *base, OneInhibition inhibited);

/* The one in force for a role. (borrowed) until the configuration changes. */
const OneCatalogue *one_setup_get_catalogue (const OneBase *base, OneRole role);
