/* SPDX-License-Identifier: MIT */
/* Checks and arranges that oned starts with the session: by the systemd user manager or, where
 * there is none, by a file of the Desktop Application Autostart Specification. */
#pragma once

#include "ctl/bus/client.h"

/* Whether oned starts with the session. If not, `why` is the reason, one clause, and `mend` says
 * what to do (both transfer full). */
gboolean one_autostart_is_on (OneClient *client, char **why, char **mend);

/* (transfer full) The path of the file that was written; NULL if it cannot be, with errno set. */
char *one_autostart_write_file (void);

/* Whether the systemd user manager is on the bus. */
gboolean one_autostart_has_systemd (OneClient *client);

#define ONE_AUTOSTART_ONED "oned.service"
#define ONE_AUTOSTART_FETCH "oned-fetch.timer" /* for calendars behind an address */

/* Does what `systemctl --user enable --now` does with the unit. */
gboolean one_autostart_enable (OneClient *client, const char *unit,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Does what `systemctl --user disable --now` does, as far as it can be done. */
void one_autostart_disable (OneClient *client, const char *unit);
