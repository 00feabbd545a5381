/* SPDX-License-Identifier: MIT */
/* Whether oned starts with the session: by the systemd user manager, or where there is none by an
 * XDG autostart file that the user puts there (Desktop Application Autostart Specification). */
#pragma once

#include "ctl/bus/client.h"

/* Whether it does. If not, `why` is one clause and `mend` what to do about it, both given. */
gboolean one_autostart_is_on (OneClient *client, char **why, char **mend);

/* Whether the user manager is there to be told. */
gboolean one_autostart_has_systemd (OneClient *client);

/* As `systemctl --user enable --now` does. */
gboolean one_autostart_enable (OneClient *client, GError **error) G_GNUC_WARN_UNUSED_RESULT;
