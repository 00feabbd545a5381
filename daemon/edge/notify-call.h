/* SPDX-License-Identifier: MIT */
/* The one call that libnotify makes for us: Notify. */
#pragma once

#include "model/notice.h"

/* Shows the notice in the place of the notification `replaces` (0 for none) on a server with these
 * abilities (see edge/notify-text.h). Waits for the server: 25 s each for up to three calls. Gives
 * the notification's id, or 0 and an error of any domain. */
guint32 one_notify_call_show (const OneNotice *notice, guint abilities, guint32 replaces,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
