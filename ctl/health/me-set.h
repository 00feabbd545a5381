/* SPDX-License-Identifier: MIT */
/* Says in oned.conf which addresses are the user's: as told, or as answered on the terminal. */
#pragma once

#include "ctl/context.h"

/* INVALID for what is no address. */
gboolean one_me_set_check (const char *const *addresses, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes them in the place of those that stood there, and waits for up to five seconds until oned
 * goes by them. oned.conf must be there. Errors: as of ctl/health/conf-edit. */
gboolean one_me_set (OneContext *context, const char *const *addresses,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks about the addresses that the calendars hint at, and sets those that the user says are
 * theirs. Does nothing where there is no terminal, or with --json or --private. */
gboolean one_me_set_ask (OneContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
