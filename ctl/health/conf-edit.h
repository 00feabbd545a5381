/* SPDX-License-Identifier: MIT */
/* Changes one key of oned.conf and leaves all else in it as the user wrote it. */
#pragma once

#include <glib.h>

/* `text` with `me=` of [calendar] set to `addresses` ("a@x;b@y"). The line takes the place of the
 * one that is there, else of the one that is commented out, else it begins the group, which is made
 * if there is none. Pure. (transfer full) */
char *one_conf_edit_format (const char *text, const char *addresses);

/* Whether an address can stand in that list. Pure. */
gboolean one_conf_edit_takes (const char *address);

/* Sets it in the user's oned.conf, all or nothing. A link stays, and the file that it leads to is
 * written. REFUSED for what is no file, FAILED with the reason. */
gboolean one_conf_edit_set_me (const char *addresses, GError **error) G_GNUC_WARN_UNUSED_RESULT;
