/* SPDX-License-Identifier: MIT */
/* Errors of GLib's, the system's and other programs' on their way out: no name but our own leaves
 * on the bus. */
#pragma once

#include <gio/gio.h>

/* The error in our domain, with the same words (transfer full). One of ours stays as it is. */
GError *one_foreign_translate (const GError *error);
