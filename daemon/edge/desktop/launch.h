/* SPDX-License-Identifier: MIT */
/* Opens pages and links with the user's programs. The desktop portal starts them, or without one
 * the systemd user manager, so they are no children of the daemon. */
#pragma once

#include <gio/gio.h>

/* `error` is NULL for success, and if the user cancelled the portal's question. */
typedef void (*OneLaunchDone) (const GError *error, gpointer data);

/* Opens an https link or an absolute path of a regular file; any other target is refused
 * (G_IO_ERROR_INVALID_ARGUMENT). The target travels as one argument, never through a shell.
 * `token` is an activation token or "". Never blocks; `done` (may be NULL) is called once, later,
 * on the calling thread's main context, but not after `cancellable` (may be NULL) was cancelled. */
void one_launch_open (const char *target, const char *token, GCancellable *cancellable,
                      OneLaunchDone done, gpointer data);

/* Whether it is a link that may be opened: https, a host, no user part, at most 2,048 characters,
 * and nothing but the characters of RFC 3986. */
gboolean one_launch_is_link (const char *link);
